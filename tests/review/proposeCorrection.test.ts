import { expect, test } from 'vitest'
import { proposeCorrection } from '../../src/review/proposeCorrection'
import type { FactStatus } from '../../src/story/ledger/facts/fact'
import type { FactView, StoryView } from '../../src/story/requests/requests'

const fact = (id: string, words: string, status: FactStatus = 'verified'): FactView => ({
  id,
  type: 'figure',
  status,
  text: words,
  words,
  context: 'asSigned',
  reasons: [],
  answered: false,
  sentence: '',
  evidence: [],
})
const read = (texts: readonly string[], facts: readonly FactView[] = []): Pick<StoryView, 'blocks' | 'facts'> => ({
  blocks: texts.map((text) => ({ role: 'paragraph', text })),
  facts,
})

test('proposes the only fact whose words changed', () => {
  expect(
    proposeCorrection(
      read(['It ran 90 minutes.'], [fact('a', '90 minutes')]),
      read(['It ran 100 minutes.'], [fact('a', '100 minutes')]),
    ),
  ).toEqual({ was: '90 minutes', is: '100 minutes' })
})

test('the same change in headline and copy counts once', () => {
  expect(
    proposeCorrection(
      read(['90 minutes', 'It ran 90 minutes.'], [fact('a', '90 minutes'), fact('b', '90 minutes')]),
      read(['100 minutes', 'It ran 100 minutes.'], [fact('a', '100 minutes'), fact('b', '100 minutes')]),
    ),
  ).toEqual({ was: '90 minutes', is: '100 minutes' })
})

test('without a fact, proposes the only changed sentence', () => {
  expect(
    proposeCorrection(
      read(['One. It ran 90 minutes. Three.', 'Four.']),
      read(['One. It ran 100 minutes. Three.', 'Four.']),
    ),
  ).toEqual({ was: 'It ran 90 minutes.', is: 'It ran 100 minutes.' })
})

test('proposes nothing for two changes, an added or removed sentence, a cut fact, or no change', () => {
  const two = proposeCorrection(
    read(['One was 90. Two was 5.'], [fact('a', '90'), fact('b', '5')]),
    read(['One was 100. Two was 6.'], [fact('a', '100'), fact('b', '6')]),
  )
  const sentences = proposeCorrection(
    read(['It ran 90 minutes.', 'It was cold there.']),
    read(['It ran 100 minutes.', 'It was warm there.']),
  )
  const added = proposeCorrection(read(['It ran 90 minutes.']), read(['It ran 90 minutes. They left.']))
  const cut = proposeCorrection(
    read(['It ran 90 minutes.'], [fact('a', '90 minutes')]),
    read(['They left.'], [fact('a', '', 'cut')]),
  )
  expect([two, sentences, added, cut, proposeCorrection(read(['Same.']), read(['Same.']))]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
