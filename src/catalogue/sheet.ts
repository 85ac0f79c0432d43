import { area } from './area'
import en from './en/sheet.json'

export const sheetText = area('sheet', en)
