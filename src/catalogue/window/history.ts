import { area } from '../area'
import en from '../en/history.json' with { type: 'json' }

export const historyText = area('history', en)
