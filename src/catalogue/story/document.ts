import { area } from '../area'
import en from '../en/document.json' with { type: 'json' }

export const documentText = area('document', en)
