import { area } from '../area'
import en from '../en/spelling.json' with { type: 'json' }

export const spellingText = area('spelling', en)
