import { area } from '../area'
import en from '../en/imports.json' with { type: 'json' }

export const importsText = area('imports', en)
