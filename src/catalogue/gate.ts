import { area } from './area'
import en from './en/gate.json'

export const gateText = area('gate', en)
