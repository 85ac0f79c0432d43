import { area } from './area'
import en from './en/exports.json'

export const exportsText = area('exports', en)
