import { area } from '../area'
import en from '../en/entries.json' with { type: 'json' }

export const entriesText = area('entries', en)
