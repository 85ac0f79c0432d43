import { area } from './area'
import en from './en/checks.json'

export const checksText = area('checks', en)
