import { area } from '../area'
import en from '../en/apart.json' with { type: 'json' }

export const apartText = area('apart', en)
