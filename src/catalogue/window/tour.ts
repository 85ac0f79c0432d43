import { area } from '../area'
import en from '../en/tour.json' with { type: 'json' }

export const tourText = area('tour', en)
