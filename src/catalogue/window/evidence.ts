import { area } from '../area'
import en from '../en/evidence.json' with { type: 'json' }

export const evidenceText = area('evidence', en)
