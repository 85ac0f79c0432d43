import { area } from '../area'
import en from '../en/corrections.json' with { type: 'json' }

export const correctionsText = area('corrections', en)
