import { area } from '../area'
import en from '../en/checks.json' with { type: 'json' }

export const checksText = area('checks', en)
