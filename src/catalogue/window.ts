import { area } from './area'
import en from './en/window.json'

export const windowText = area('window', en)
