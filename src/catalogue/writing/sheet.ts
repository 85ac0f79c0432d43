import { area } from '../area'
import en from '../en/sheet.json' with { type: 'json' }

export const sheetText = area('sheet', en)
