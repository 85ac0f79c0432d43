import { area } from '../area'
import en from '../en/exportPanel.json' with { type: 'json' }

export const exportPanelText = area('exportPanel', en)
