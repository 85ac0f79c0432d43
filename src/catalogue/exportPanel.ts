import { area } from './area'
import en from './en/exportPanel.json'

export const exportPanelText = area('exportPanel', en)
