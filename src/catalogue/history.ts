import { area } from './area'
import en from './en/history.json'

export const historyText = area('history', en)
