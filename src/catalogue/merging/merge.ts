import { area } from '../area'
import en from '../en/merge.json' with { type: 'json' }

export const mergeText = area('merge', en)
