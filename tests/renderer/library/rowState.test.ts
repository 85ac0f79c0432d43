import { expect, test } from 'vitest'
import { rowState } from '../../../src/renderer/library/list/row/rowState'
import type { StorySummary } from '../../../src/story/requests/requests'

const NOW = '2026-10-30T09:00:00.000Z'
const STORY: StorySummary = {
  ...{ id: 's1', slug: 'busan', headline: 'Talks', stage: 'draft', version: 1, facts: {}, words: 3, wordTarget: 0 },
  ...{ embargo: '', updated: '2026-10-30T08:00:00Z' },
}

test.each<[string, Partial<StorySummary>, readonly string[]]>([
  ['a draft says its length', {}, ['3 words']],
  ['a draft with a target says both', { words: 1240, wordTarget: 1500 }, ['1,240 of 1,500 words']],
  ['a Korean draft is as long as its characters', { words: 310, characters: 1240 }, ['1,240 characters']],
  [
    'a Korean draft with a target says both',
    { words: 310, characters: 1240, wordTarget: 1500 },
    ['1,240 of 1,500 characters'],
  ],
  ['a draft with TKs says how many', { tks: 2, words: 17, wordTarget: 1500 }, ['2 TK']],
  ['a filed story waits for review', { stage: 'filed' }, ['Waiting for review']],
  [
    'a story in review says how many facts are open; settled ones are not counted',
    { stage: 'inReview', facts: { toCheck: 2, reCheck: 1, verified: 9, letStand: 1, onAuthor: 1, cut: 3 } },
    ['4 open facts'],
  ],
  [
    'a fact may be open although its status is settled: the count of the story goes before the statuses',
    { stage: 'inReview', open: 2, facts: { toCheck: 1, verified: 9 } },
    ['2 open facts'],
  ],
  [
    'no open facts is no promise that it can be cleared',
    { stage: 'inReview', facts: { verified: 1 } },
    ['No open facts'],
  ],
  ['a story in review says its issues, whatever its facts', { stage: 'inReview', open: 17, issues: 13 }, ['13 issues']],
  [
    'a story in review without an issue is ready to clear',
    { stage: 'inReview', open: 1, issues: 0 },
    ['Ready to clear'],
  ],
  [
    'a story in which nothing is tagged says its length, and not that no fact is open',
    { stage: 'inReview', words: 1240, wordTarget: 1500 },
    ['1,240 of 1,500 words'],
  ],
  ['a cleared story is ready to publish', { stage: 'cleared' }, ['Ready to publish']],
  [
    'a cleared story under embargo says that first',
    { stage: 'cleared', embargo: '2026-10-31T09:00:00Z' },
    ['Embargo 31 Oct'],
  ],
  [
    'a published story under embargo says when it ends, in words',
    { stage: 'published', version: 2, embargo: '2026-10-30T12:30:00Z' },
    ['Embargo 21:30'],
  ],
  ['an embargo of today says its time', { stage: 'cleared', embargo: '2026-10-30T12:30:00Z' }, ['Embargo 21:30']],
  ['an embargo that is over says nothing', { stage: 'cleared', embargo: '2026-10-30T09:00:00Z' }, ['Ready to publish']],
  ['a published story says which version is live', { stage: 'published', version: 2 }, ['Live, v2']],
  [
    'while a next version is open both are said',
    { stage: 'inReview', version: 2, facts: { toCheck: 1 } },
    ['1 open fact', 'Live, v1'],
  ],
  [
    'a next version says its issues and what is live',
    { stage: 'inReview', version: 2, issues: 2 },
    ['2 issues', 'Live, v1'],
  ],
  [
    'a next version without an issue is ready to clear while the one before is live',
    { stage: 'inReview', version: 2, issues: 0 },
    ['Ready to clear', 'Live, v1'],
  ],
  [
    'a next version of which nothing is open says where both are',
    { stage: 'inReview', version: 2, facts: { verified: 1 } },
    ['v1 live, v2 in review'],
  ],
  ['a next version that was sent back is in draft', { stage: 'draft', version: 3 }, ['v2 live, v3 in draft']],
  ['a filed next version waits beside the live one', { stage: 'filed', version: 2 }, ['v1 live, v2 filed']],
  [
    'a cleared next version under embargo says both',
    { stage: 'cleared', version: 2, embargo: '2026-10-31T09:00:00Z' },
    ['Embargo 31 Oct', 'v1 live, v2 cleared'],
  ],
  [
    'a version that was published under an embargo is not live, though Fields say none or an earlier one now',
    { stage: 'published', embargo: '', heldUntil: '2026-10-31T09:00:00Z' },
    ['Embargo 31 Oct'],
  ],
  [
    'of two embargoes the later one is said',
    { stage: 'published', embargo: '2026-11-02T09:00:00Z', heldUntil: '2026-10-31T09:00:00Z' },
    ['Embargo 2 Nov'],
  ],
  ['a version whose embargo is over is live', { stage: 'published', heldUntil: '2026-10-30T09:00:00Z' }, ['Live, v1']],
  [
    'beside a next version the one before is under its embargo, not live',
    { stage: 'inReview', version: 2, issues: 2, heldUntil: '2026-10-31T09:00:00Z' },
    ['Embargo 31 Oct', '2 issues'],
  ],
  ['a killed story is not live', { stage: 'killed', version: 2, embargo: '2026-10-31T09:00:00Z' }, ['Killed']],
  ['a spiked story is spiked', { stage: 'spiked' }, ['Spiked']],
])('%s', (_name, change, words) => {
  expect(rowState({ ...STORY, ...change }, NOW, { zone: 'Asia/Seoul' }).map((state) => state.words)).toEqual(words)
})

test('the words of an embargo are in sight once the story is cleared or published', () => {
  const embargo = '2026-10-30T12:30:00Z'
  const brief = (stage: StorySummary['stage']) => rowState({ ...STORY, stage, embargo }, NOW)[0]?.isBrief
  expect([brief('inReview'), brief('cleared'), brief('published')]).toEqual([true, false, false])
})

test('open facts have neither the mark nor the colour of issues, which only the checks count', () => {
  expect(rowState({ ...STORY, stage: 'inReview', open: 9 }, NOW, { zone: 'Asia/Seoul' })).toEqual([
    {
      tone: 'warn',
      words: '9 open facts',
      title:
        'Facts without a verdict, or with one that is not settled. Not every open fact blocks clearing. ' +
        'Checks lists what does.',
    },
  ])
})

test('issues have their mark and colour, a story without any the colour of what is settled', () => {
  const inReview = { ...STORY, stage: 'inReview' } as const
  expect(rowState({ ...inReview, issues: 1 }, NOW)).toEqual([{ tone: 'stop', mark: 'issues', words: '1 issue' }])
  expect(rowState({ ...inReview, issues: 0 }, NOW)).toEqual([{ tone: 'ok', words: 'Ready to clear' }])
})

test('what is open in the next version stays in sight; on hover the row says both', () => {
  expect(rowState({ ...STORY, stage: 'inReview', version: 2, open: 3 }, NOW, { zone: 'Asia/Seoul' }).at(-1)).toEqual({
    ...{ tone: 'ok', mark: 'live', words: 'Live, v1', title: 'v1 live, v2 in review' },
  })
})
