import { area } from '../area'
import en from '../en/exports.json' with { type: 'json' }

export const exportsText = area('exports', en)
