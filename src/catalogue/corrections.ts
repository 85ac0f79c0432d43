import { area } from './area'
import en from './en/corrections.json'

export const correctionsText = area('corrections', en)
