import { area } from '../area'
import en from '../en/facts.json' with { type: 'json' }

export const factsText = area('facts', en)
