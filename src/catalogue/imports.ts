import { area } from './area'
import en from './en/imports.json'

export const importsText = area('imports', en)
