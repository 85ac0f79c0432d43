import { area } from './area'
import en from './en/suggestions.json'

export const suggestionsText = area('suggestions', en)
