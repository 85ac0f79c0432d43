import { afterEach, beforeAll, expect, test } from 'vitest'
import { addTranslation, setLanguage } from '../../../src/catalogue/area'
import { WRITERS } from '../../../src/exchange/export/writers'
import { busanStory, decode, inputFor } from '../busanStory'

beforeAll(() => addTranslation('ko', 'exports', { 'note.draft': '초안. 보도용 아님.' }))
afterEach(() => setLanguage('en'))

const notesIn = (language: string): string =>
  decode(WRITERS.text.write(inputFor(busanStory({ language }), { draft: true })).bytes).split('\n')[0] ?? ''

test('an export speaks the language of its story, in English where the catalogue has no translation', () => {
  expect(['en', 'ko', 'ko-KR', 'ja', '', 'no tag at all'].map(notesIn)).toEqual([
    'DRAFT. Not for publication.',
    '초안. 보도용 아님.',
    '초안. 보도용 아님.',
    'DRAFT. Not for publication.',
    'DRAFT. Not for publication.',
    'DRAFT. Not for publication.',
  ])
})

test('an export does not change with the language of the person who exports', async () => {
  const before = ['en', 'ja', ''].map(notesIn)
  await setLanguage('ko')
  expect(['en', 'ja', ''].map(notesIn)).toEqual(before)
})
