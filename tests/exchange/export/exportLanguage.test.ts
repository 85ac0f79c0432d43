import { afterEach, beforeAll, expect, test } from 'vitest'
import { addTranslation, setLanguage } from '../../../src/catalogue/area'
import { WRITERS } from '../../../src/exchange/export/writers'
import { busanStory, decode, inputFor } from '../busanStory'

// No other test asks for Frisian: the catalogue keeps the messages that it has read.
beforeAll(() => addTranslation('fy', 'exports', { 'note.draft': 'KONSEPT. Net foar publikaasje.' }))
afterEach(() => setLanguage('en'))

const notesIn = (language: string): string =>
  decode(WRITERS.text.write(inputFor(busanStory({ language }), { draft: true })).bytes).split('\n')[0] ?? ''

test('an export speaks the language of its story, in English where the catalogue has no translation', () => {
  expect(['en', 'fy', 'fy-NL', 'ja', '', 'no tag at all'].map(notesIn)).toEqual([
    'DRAFT. Not for publication.',
    'KONSEPT. Net foar publikaasje.',
    'KONSEPT. Net foar publikaasje.',
    'DRAFT. Not for publication.',
    'DRAFT. Not for publication.',
    'DRAFT. Not for publication.',
  ])
})

test('an export does not change with the language of the person who exports', async () => {
  const before = ['en', 'ja', ''].map(notesIn)
  setLanguage('fy')
  expect(['en', 'ja', ''].map(notesIn)).toEqual(before)
})
