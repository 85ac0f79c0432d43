import type { IndexedStory } from '../../../src/storage/storyIndex/indexedStory'
import type { StorySummary } from '../../../src/story/requests/requests'

export const rowFor = (id: string, row: Partial<StorySummary> = {}): StorySummary => ({
  id,
  slug: '',
  headline: '',
  stage: 'draft',
  version: 1,
  facts: {},
  words: 0,
  wordTarget: 0,
  embargo: '',
  updated: '2026-10-30T12:00:00.000Z',
  ...row,
})

interface Given extends Partial<Omit<IndexedStory, 'row' | 'texts'>> {
  readonly row?: Partial<StorySummary>
  readonly texts?: Partial<IndexedStory['texts']>
}

/** A story of the index. Its headline and slug are among its texts. */
export function indexedStory(id: string, { row, texts, ...rest }: Given = {}): IndexedStory {
  const made = rowFor(id, row)
  return {
    created: '2026-10-01T00:00:00.000Z',
    stamp: `stamp of ${id}`,
    sealed: false,
    people: [],
    subjects: [],
    facts: [],
    waitsFor: [],
    ...rest,
    row: made,
    texts: {
      headline: made.headline === '' ? [] : [made.headline],
      body: [],
      about: made.slug === '' ? [] : [made.slug],
      notes: [],
      ...texts,
    },
  }
}
