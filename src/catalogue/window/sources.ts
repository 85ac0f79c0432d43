import { area } from '../area'
import en from '../en/sources.json' with { type: 'json' }

export const sourcesText = area('sources', en)
