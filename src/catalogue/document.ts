import { area } from './area'
import en from './en/document.json'

export const documentText = area('document', en)
