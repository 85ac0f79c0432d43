import { area } from '../area'
import en from '../en/pen.json' with { type: 'json' }

export const penText = area('pen', en)
