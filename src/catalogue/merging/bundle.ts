import { area } from '../area'
import en from '../en/bundle.json' with { type: 'json' }

export const bundleText = area('bundle', en)
