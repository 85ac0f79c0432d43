import { area } from '../area'
import en from '../en/main.json' with { type: 'json' }

export const mainText = area('main', en)
