import { area } from './area'
import en from './en/library.json'

export const libraryText = area('library', en)
