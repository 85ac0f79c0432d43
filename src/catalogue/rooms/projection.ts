import { addTranslation, area } from '../area'
import en from '../en/projection.json' with { type: 'json' }
import ko from '../ko/projection.json' with { type: 'json' }

export const projectionText = area('projection', en)
// What leaves the desk speaks the language of its story, whatever language the desk speaks.
addTranslation('ko', 'projection', ko)
