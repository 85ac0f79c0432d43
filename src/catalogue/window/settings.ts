import { area } from '../area'
import en from '../en/settings.json' with { type: 'json' }

export const settingsText = area('settings', en)
