/** Right words in every place of a story: when somebody accepts them, they stand verified by their proposer. */
import { expect, test } from 'vitest'
import { createStoryState } from '../../../../src/document/createStoryDoc'
import type { Block } from '../../../../src/story/copy/copy'
import type { FactType } from '../../../../src/story/ledger/facts/fact'
import { newsDesk, standing } from '../../newsDesk'

const p = (text: string): Block => ({ role: 'paragraph', text, spans: [] })
const li = (text: string): Block => ({ role: 'listItem', level: 1, list: 'bullet', text, spans: [] })
const cell = (text: string, row: number, column: number): Block => ({
  ...{ role: 'cell', text, spans: [] },
  cell: { row, column, ...(row === 0 ? { header: true as const } : {}) },
})
const CAPTION: Block = {
  ...{ role: 'cutline', text: 'Kim and 12 others at noon.', spans: [] },
  picture: {
    ...{ file: '', mediaType: 'image/png', width: 1, height: 1, alt: 'A man', credit: 'Ida', rights: '' },
    captured: '2026-10-30',
  },
}

/** `others`: words near the fact that its proposer changes in the same go, and what becomes of them. */
interface Case {
  readonly type: FactType
  readonly grafs: readonly Block[]
  readonly wrong: string
  readonly nth?: number
  readonly right: string
  readonly others?: readonly (readonly [string, string])[]
}

async function accepted({ type, grafs, wrong, nth, right, others = [] }: Case): Promise<readonly string[]> {
  const desk = await newsDesk()
  const { act, room } = desk
  const copy: Block[] = [
    { role: 'headline', text: 'Council meets', spans: [] },
    { role: 'deck', text: 'A day at the hall', spans: [] },
    ...grafs,
  ]
  const fields = { author: 'Reporter', dateline: { place: 'BUSAN', date: 'Oct. 30' } }
  const { id: story } = await room.createStory('Reporter', { kind: 'created', origin: 'new' }, (_id, client) =>
    createStoryState({ copy, fields }, client, 'Reporter'),
  )
  const { id: source } = await act('Editor', 'source.add', { name: 'Kim Deep', kind: 'person', protected: true })
  const where = nth === undefined ? {} : { nth }
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: wrong, type, ...where })
  const { suggestion = '' } = await act('Editor', 'fact.sign', {
    ...{ story, fact, status: 'wrong', proposed: right },
    evidence: { source, locator: '2026-10-29, phone', stance: 'contradicts' },
  })
  const more: string[] = []
  for (const [replace, other] of others)
    more.push((await act('Editor', 'suggestion.propose', { story, replace, with: other })).id)
  const { verified } = await act('Reporter', 'suggestion.accept', {
    story,
    suggestions: [suggestion, ...more].map((id) => ({ id })),
  })
  expect(verified).toEqual([fact])
  return standing(desk, story)
}

const SPEECH = [p('Lee came.'), p('“We will pay 100 won,” Kim Deep said. He left at noon. “Never,” Park cried.')]

test.each<[string, Case]>([
  ['a quotation', { type: 'quote', grafs: SPEECH, wrong: 'We will pay 100 won', right: 'We may pay 100 won' }],
  ['a figure in a quotation', { type: 'figure', grafs: SPEECH, wrong: '100 won', right: '200 won' }],
  ['an allegation', { type: 'allegation', grafs: SPEECH, wrong: 'We will pay 100 won', right: 'We never pay' }],
  [
    'an allegation over two sentences with a protected name',
    {
      type: 'allegation',
      grafs: [p('Lee came.'), p('Kim Deep took 100 won. He hid it at home.')],
      wrong: '100 won. He hid it',
      right: '200 won. He hid it',
    },
  ],
  ['a paraphrase', { type: 'paraphrase', grafs: SPEECH, wrong: 'He left at noon', right: 'He left at one' }],
  [
    'the second of two equal figures in a sentence',
    { type: 'figure', grafs: [p('It rose from 100 to 100 in May.')], wrong: '100', nth: 2, right: '200' },
  ],
  [
    'a figure that was equal to another one, and is equal to it again',
    { type: 'figure', grafs: [p('It rose from 100 to 200 in May.')], wrong: '200', right: '100' },
  ],
  [
    'a cell',
    {
      type: 'figure',
      grafs: [cell('Name', 0, 0), cell('Price', 0, 1), cell('Kim Deep', 1, 0), cell('100 won', 1, 1)],
      ...{ wrong: '100 won', right: '200 won' },
    },
  ],
  [
    'an item of a list',
    { type: 'figure', grafs: [p('They bought:'), li('12 cows'), li('9 hens')], wrong: '9 hens', right: '10 hens' },
  ],
  ['a caption', { type: 'figure', grafs: [CAPTION], wrong: '12 others', right: '13 others' }],
  ['a day', { type: 'date', grafs: [p('They met on Tuesday, they said.')], wrong: 'Tuesday', right: 'Monday' }],
  ['Korean words', { type: 'figure', grafs: [p('회담은 100분 동안 이어졌다.')], wrong: '100분', right: '95분' }],
  ['Hebrew words', { type: 'figure', grafs: [p('הוא שילם 100 שקל היום.')], wrong: '100 שקל', right: '200 שקל' }],
  [
    'words beside a denial',
    { type: 'figure', grafs: [p('It cost 100 won. That is not true.')], wrong: '100 won', right: '200 won' },
  ],
  [
    'a name with an end of a sentence in it',
    { type: 'name', grafs: [p('They met Kim. Then it rained.')], wrong: 'Kim', right: 'Kim Jr.' },
  ],
])('the right words of %s stand verified', async (_what, one) => {
  expect(await accepted(one)).toEqual([`${one.right}: verified`])
})

test('they stand verified with other changes that the proposer makes in their sentence, and beside it', async () => {
  const others = [
    ['said', 'told them'],
    ['came', 'went'],
  ] as const
  const grafs = [p('Lee came. It cost 100 won, Park said.')]
  expect(await accepted({ type: 'figure', grafs, wrong: '100 won', right: '200 won', others })).toEqual([
    '200 won: verified',
  ])
})
