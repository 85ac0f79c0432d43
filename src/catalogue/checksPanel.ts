import { area } from './area'
import en from './en/checksPanel.json'

export const checksPanelText = area('checksPanel', en)
