import { area } from './area'
import en from './en/storage.json'

export const storageText = area('storage', en)
