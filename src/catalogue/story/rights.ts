import { area } from '../area'
import en from '../en/rights.json' with { type: 'json' }

export const rightsText = area('rights', en)
