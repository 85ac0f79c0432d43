import { area } from './area'
import en from './en/sources.json'

export const sourcesText = area('sources', en)
