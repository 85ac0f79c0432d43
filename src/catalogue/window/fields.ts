import { area } from '../area'
import en from '../en/fields.json' with { type: 'json' }

export const fieldsText = area('fields', en)
