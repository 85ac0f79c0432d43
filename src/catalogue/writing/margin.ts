import { area } from '../area'
import en from '../en/margin.json' with { type: 'json' }

export const marginText = area('margin', en)
