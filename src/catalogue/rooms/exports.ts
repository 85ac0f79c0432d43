import { addTranslation, area } from '../area'
import en from '../en/exports.json' with { type: 'json' }
import ko from '../ko/exports.json' with { type: 'json' }

export const exportsText = area('exports', en)
// What leaves the desk speaks the language of its story, whatever language the desk speaks.
addTranslation('ko', 'exports', ko)
