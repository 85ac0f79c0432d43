import { area } from '../area'
import en from '../en/checksPanel.json' with { type: 'json' }

export const checksPanelText = area('checksPanel', en)
