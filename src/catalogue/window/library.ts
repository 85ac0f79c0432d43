import { area } from '../area'
import en from '../en/library.json' with { type: 'json' }

export const libraryText = area('library', en)
