import { area } from './area'
import en from './en/evidence.json'

export const evidenceText = area('evidence', en)
