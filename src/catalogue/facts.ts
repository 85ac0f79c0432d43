import { area } from './area'
import en from './en/facts.json'

export const factsText = area('facts', en)
