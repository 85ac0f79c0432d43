import { area } from './area'
import en from './en/main.json'

export const mainText = area('main', en)
