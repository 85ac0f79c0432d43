import { area } from '../area'
import en from '../en/search.json' with { type: 'json' }

export const searchText = area('search', en)
