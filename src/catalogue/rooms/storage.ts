import { area } from '../area'
import en from '../en/storage.json' with { type: 'json' }

export const storageText = area('storage', en)
