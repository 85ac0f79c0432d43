import { area } from './area'
import en from './en/factsPanel.json'

export const factsPanelText = area('factsPanel', en)
