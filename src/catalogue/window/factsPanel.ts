import { area } from '../area'
import en from '../en/factsPanel.json' with { type: 'json' }

export const factsPanelText = area('factsPanel', en)
