import { area } from '../area'
import en from '../en/suggestions.json' with { type: 'json' }

export const suggestionsText = area('suggestions', en)
