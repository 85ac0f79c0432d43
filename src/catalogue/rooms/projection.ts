import { area } from '../area'
import en from '../en/projection.json' with { type: 'json' }

export const projectionText = area('projection', en)
