import { area } from './area'
import en from './en/projection.json'

export const projectionText = area('projection', en)
