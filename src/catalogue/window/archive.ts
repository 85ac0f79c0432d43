import { area } from '../area'
import en from '../en/archive.json' with { type: 'json' }

export const archiveText = area('archive', en)
