/** A headline without small words is read in all languages: an English word is no superlative of another one. */
import { expect, it } from 'vitest'
import { statementsOf } from '../../../src/checks/detect/statementsOf'

const superlatives = (text: string): readonly string[] =>
  statementsOf({ role: 'headline', text, spans: [] })
    .filter(({ kind }) => kind === 'superlative')
    .map(({ words }) => words)

it.each([
  ['Mayor opens bridge'],
  ['Mayor faces probe'],
  ['Mayor Khan resigns'],
  ['Mayor race tightens'],
  ['Mayor arrested'],
  ['Mayor dead'],
  ['Mayor Khan found guilty'],
  ['Mayor to step down'],
  ['Premier opens bridge'],
  ['Premier resigns'],
  ['Premier League starts Saturday'],
])('“%s” compares nothing', (text) => expect(superlatives(text)).toEqual([]))

it.each([
  ['Mayor caída del empleo en diez años', 'Mayor'],
  ['Mayor riesgo político', 'Mayor'],
  ['Mayor crisis económica', 'Mayor'],
  ['Mayor número de muertos desde 2010', 'Mayor'],
  ['Premier titre olympique', 'Premier'],
  ['Premier cas mortel', 'Premier'],
])('“%s” does', (text, words) => expect(superlatives(text)[0]).toContain(words))
