import { area } from './area'
import en from './en/fields.json'

export const fieldsText = area('fields', en)
