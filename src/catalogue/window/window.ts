import { area } from '../area'
import en from '../en/window.json' with { type: 'json' }

export const windowText = area('window', en)
