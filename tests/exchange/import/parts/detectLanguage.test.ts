import { expect, it } from 'vitest'
import { detectLanguage } from '../../../../src/exchange/import/parts/detectLanguage'

it.each([
  ['Dropped headline\n\nA story about 40 boats.', 'en'],
  ['A ferry sank', 'en'],
  ['Ministros discutem a pesca\n\nOs dois governos não chegaram a um acordo, disse o ministro.', 'pt'],
  ['I ministri discutono la pesca\n\nI due governi non sono arrivati a un accordo.', 'it'],
  ['Les ministres parlent de la pêche\n\nIl n’y a pas eu d’accord, a dit le ministre.', 'fr'],
  ['Los ministros hablan de la pesca\n\nNo hubo acuerdo, dijo el ministro a los periodistas.', 'es'],
  ['Harbour talks', 'und'],
])('%j is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})
