import { area } from '../area'
import en from '../en/gate.json' with { type: 'json' }

export const gateText = area('gate', en)
