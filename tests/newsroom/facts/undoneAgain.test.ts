/** Words that several people deleted and put back, one after the other, are still those of who wrote them. */
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { readCopy } from '../../../src/document/reading/readStory'
import { writersOf } from '../../../src/document/writers/wordWriters'
import { putWords } from './putWords'
import { newsDesk, windowOn, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string; readonly windows: Map<string, Window> }
type Step = (on: Desk) => Promise<unknown>
type Window = Awaited<ReturnType<typeof windowWithUndo>>

/** A window that keeps its own undo. */
async function windowWithUndo(on: Desk, by: string) {
  const open = await on.room.storyNow(on.story)
  const window = await windowOn(on, on.story, by)
  const history = new Y.UndoManager(window.doc.getXmlFragment('copy'), { captureTimeout: 0 })
  const send = async (change: () => void): Promise<void> => {
    Y.applyUpdate(window.doc, open.state(), 'others')
    const before = Y.encodeStateVector(window.doc)
    change()
    await open.applyWindowUpdate(Y.encodeStateAsUpdate(window.doc, before), by)
  }
  return {
    type: (change: (doc: Y.Doc) => void) => send(() => window.doc.transact(() => change(window.doc))),
    undo: () => send(() => history.undo()),
    undoAndRedo: () =>
      send(() => {
        history.undo()
        history.redo()
      }),
  }
}
async function windowOf(on: Desk, by: string): Promise<Window> {
  const window = on.windows.get(by) ?? (await windowWithUndo(on, by))
  on.windows.set(by, window)
  return window
}

/** Puts other words in the place of some. */
const put =
  (by: string, old: string, text = ''): Step =>
  async (on) =>
    (await windowOf(on, by)).type((doc) => putWords(doc, old, text))
const undo =
  (by: string): Step =>
  async (on) =>
    (await windowOf(on, by)).undo()
/** Undoes and redoes before the window tells of it. */
const undoAndRedo =
  (by: string): Step =>
  async (on) =>
    (await windowOf(on, by)).undoAndRedo()
const deleteGraf =
  (by: string, words: string): Step =>
  async (on) =>
    (await windowOf(on, by)).type((doc) =>
      doc.getXmlFragment('copy').delete(
        readCopy(doc).findIndex(({ text }) => text.includes(words)),
        1,
      ),
    )
const keep: Step = ({ act, story }) => act('Editor', 'version.keep', { story, name: 'As it stood' })
const restore =
  (by: string): Step =>
  async ({ act, story }) => {
    const { n } = (await act('Editor', 'version.list', { story })).versions.find(
      ({ name }) => name === 'As it stood',
    ) ?? {
      n: 0,
    }
    await act(by, 'version.restore', { story, n })
  }
const deleteAndUndo = (by: string, words: string): readonly Step[] => [put(by, words), undo(by)]

const SENTENCE = 'The people there paid 1111 won for it.'
const ALONE: readonly Step[] = [put('Checker', 'told later.', `told later. ${SENTENCE}`)]
const AMONG_EDITORS: readonly Step[] = [
  put('Editor', 'told later.', 'told later. The people there paid  for it.'),
  put('Checker', 'paid  for', 'paid 1111 won for'),
]

async function docAfter(steps: readonly Step[]): Promise<Y.Doc> {
  const news = await newsDesk()
  await news.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  await news.act('Editor', 'roster.add', { name: 'Second', role: 'editor' })
  const bytes = new TextEncoder().encode(
    'Council meets\n\nA day in town\n\nMore of it was told later.\n\nThe end was near.',
  )
  const { id: story } = await news.act('Reporter', 'story.import', { name: 'a.txt', bytes })
  const on: Desk = { ...news, story, windows: new Map() }
  for (const step of steps) await step(on)
  return (await on.room.storyNow(story)).doc
}

async function writersAfter(steps: readonly Step[], words = '1111 won'): Promise<readonly string[]> {
  const doc = await docAfter(steps)
  const block = readCopy(doc).findIndex(({ text }) => text.includes(words))
  const from = readCopy(doc)[block]?.text.indexOf(words) ?? -1
  return [...writersOf(doc, [{ block, from, to: from + words.length }])].sort()
}

test.each<[string, readonly Step[], readonly string[]]>([
  ['two people', [...ALONE, ...deleteAndUndo('Editor', '1111 won'), ...deleteAndUndo('Second', '1111 won')], []],
  ['three people', [...ALONE, ...['Editor', 'Second', 'Legal'].flatMap((by) => deleteAndUndo(by, '1111 won'))], []],
  [
    'two people, with a digit that Checker took out before',
    [
      ...ALONE,
      put('Checker', '1111', '11101'),
      put('Checker', '11101', '1111'),
      ...deleteAndUndo('Editor', '1111 won'),
      ...deleteAndUndo('Second', '1111 won'),
    ],
    [],
  ],
  [
    'two people, and a third moved the sentence',
    [
      ...ALONE,
      ...deleteAndUndo('Editor', '1111 won'),
      ...deleteAndUndo('Second', '1111 won'),
      put('Legal', ` ${SENTENCE}`),
      put('Legal', 'was near.', `was near. ${SENTENCE}`),
    ],
    [],
  ],
  ['who wrote what is around them', [...AMONG_EDITORS, ...deleteAndUndo('Editor', '1111 won')], []],
  [
    'who wrote what is around them, by hand',
    [...AMONG_EDITORS, put('Editor', '1111 won'), put('Editor', 'paid  for', 'paid 1111 won for')],
    [],
  ],
  [
    'who wrote what is around them, and another person',
    [...AMONG_EDITORS, ...deleteAndUndo('Second', '1111 won'), ...deleteAndUndo('Editor', '1111 won')],
    [],
  ],
  [
    'Second, after Editor had typed them again where Legal had deleted them',
    [
      ...ALONE,
      put('Legal', '1111 won'),
      put('Editor', 'paid  for', 'paid 1111 won for'),
      ...deleteAndUndo('Second', '1111 won'),
    ],
    ['Editor', 'Legal'],
  ],
  [
    'Editor, and then in a restored graf',
    [
      ...ALONE,
      ...deleteAndUndo('Editor', '1111 won'),
      keep,
      put('Legal', '1111', '17111'),
      deleteGraf('Editor', '17111'),
      restore('Editor'),
    ],
    ['Editor'],
  ],
])('who wrote words is their writer after they were deleted and put back by %s', async (_, steps, others) => {
  expect(await writersAfter(steps)).toEqual(['Checker', ...others])
})

test('who deletes more of the same digits than they put back has written', async () => {
  const fewer = ['71111', '7111', '711', '71', '7'].map((text, at, all) =>
    put('Legal', `${all[at - 1] ?? '711111'} won`, `${text} won`),
  )
  const steps = [
    put('Checker', 'told later.', 'told later. They paid 711111 won for it.'),
    ...fewer,
    put('Legal', '7 won', '71111 won'),
    put('Legal', '71111', '1111'),
  ]
  expect(await writersAfter(steps)).toEqual(['Checker', 'Legal'])
})

const typeAgain = (by: string, before: string, words: string): readonly Step[] => [
  put(by, `${before}${words}`, before),
  put(by, before, `${before}${words}`),
]

test.each<[string, readonly Step[], string, readonly string[]]>([
  [
    'and a part of them was put back before',
    [...ALONE, ...deleteAndUndo('Editor', '1111'), ...deleteAndUndo('Second', '1111 won')],
    '1111 won',
    [],
  ],
  [
    'and what went over their edge was put back before',
    [...ALONE, ...deleteAndUndo('Editor', '1111 won'), ...deleteAndUndo('Second', 'paid 1111')],
    '1111 won',
    [],
  ],
  [
    'and a part of them was typed again before',
    [...ALONE, ...typeAgain('Editor', 'paid ', '1111'), ...deleteAndUndo('Second', '1111 won')],
    '1111 won',
    [],
  ],
  [
    'with all of their short graf',
    [put('Checker', 'The end was near.', '1111 won'), deleteGraf('Editor', '1111 won'), undo('Editor')],
    '1111 won',
    [],
  ],
  [
    'after the graf in which they had stood',
    [...ALONE, put('Editor', '1111 won'), deleteGraf('Editor', 'paid '), undo('Editor'), undo('Editor')],
    '1111 won',
    [],
  ],
  [
    'among more words, after the graf in which they had stood',
    [...ALONE, put('Editor', 'paid 1111 won'), deleteGraf('Editor', 'people'), undo('Editor'), undo('Editor')],
    '1111 won',
    [],
  ],
  [
    'at the beginning of a graf, and the graf before',
    [
      ...[put('Checker', 'More of it', '1111 won'), put('Editor', '1111 won'), deleteGraf('Editor', 'told later')],
      ...[undo('Editor'), undo('Editor')],
    ],
    '1111 won',
    [],
  ],
  [
    'with all of their graf of a few words',
    [put('Checker', 'The end was near.', 'It cost 1111 won.'), deleteGraf('Editor', '1111 won'), undo('Editor')],
    '1111 won',
    [],
  ],
  [
    'and a part of them was changed since',
    [...ALONE, ...deleteAndUndo('Editor', '1111 won'), put('Legal', ' won ', ' yen ')],
    '1111',
    [],
  ],
  [
    'and a part of them was taken away since',
    [...ALONE, ...deleteAndUndo('Editor', '1111 won'), ...deleteAndUndo('Second', '1111'), put('Second', ' won')],
    '1111',
    [],
  ],
  [
    'by a version, and a part of them was changed since',
    [...ALONE, keep, put('Legal', '1111 won'), restore('Editor'), put('Second', ' won ', ' yen ')],
    '1111',
    ['Editor'],
  ],
  [
    'by a version of who took them away, and a part of them was changed since',
    [...ALONE, keep, put('Editor', '1111 won'), restore('Editor'), put('Second', ' won ', ' yen ')],
    '1111',
    [],
  ],
])('who wrote words is their writer after they were put back, %s', async (_, steps, words, others) => {
  expect(await writersAfter(steps, words)).toEqual(['Checker', ...others])
})

test.each<[string, readonly Step[], string]>([
  [
    'the same words beside them',
    [...deleteAndUndo('Editor', '1111'), put('Editor', '1111 won', '11111111 won')],
    '11111111',
  ],
  ['the first of their letters only', [put('Editor', '1111 won', '1500 won')], '1500 won'],
  [
    'other words, and the same behind',
    [put('Editor', '1111 won', '9 won'), put('Editor', '9 won', '91111 won')],
    '91111',
  ],
])('who puts %s there has written', async (_, steps, words) => {
  expect(await writersAfter([...ALONE, ...steps], words)).toContain('Editor')
})

const paid = (by: string, old: string, now: string): Step => put(by, `paid ${old} won`, `paid ${now} won`)
const FIGURE: readonly Step[] = [put('Checker', 'told later.', 'told later. They paid 4812 won.')]
const SHORT: readonly Step[] = [put('Checker', 'told later.', 'told later. They paid 484 won.')]

test.each<[string, readonly Step[], string]>([
  [
    'types others into a graf that they brought back',
    [...FIGURE, paid('Editor', '4812', ''), deleteGraf('Editor', 'paid'), undo('Editor'), paid('Editor', '', '4218')],
    '4218',
  ],
  [
    'types them in another order into a graf that they brought back',
    [
      ...[
        put('Checker', 'told later.', 'told later. They paid 48 won.'),
        paid('Editor', '48', '8'),
        paid('Editor', '8', ''),
      ],
      ...[deleteGraf('Editor', 'paid'), undo('Editor'), paid('Editor', '', '8'), paid('Editor', '8', '84')],
    ],
    '84',
  ],
  [
    'puts one of two back into a graf that they brought back',
    [
      ...[
        put('Checker', 'told later.', 'told later. They paid 48 won.'),
        paid('Editor', '48', '8'),
        paid('Editor', '8', ''),
      ],
      ...[deleteGraf('Editor', 'paid'), undo('Editor'), undo('Editor')],
    ],
    '8',
  ],
  [
    'types them behind other words of a graf that they brought back',
    [
      ...[...FIGURE, paid('Editor', '4812', ''), deleteGraf('Editor', 'paid'), undo('Editor')],
      put('Editor', 'They ', 'They4812 '),
    ],
    '4812',
  ],
  [
    'types them before other words of a graf that they brought back',
    [
      ...[...FIGURE, paid('Editor', '4812', ''), deleteGraf('Editor', 'paid'), undo('Editor')],
      put('Editor', ' won', ' 4812won'),
    ],
    '4812',
  ],
  [
    'types some of them into a graf that they brought back',
    [...FIGURE, paid('Editor', '4812', ''), deleteGraf('Editor', 'paid'), undo('Editor'), paid('Editor', '', '48')],
    '48',
  ],
  [
    'types some that they took into a graf that they brought back, and there it was changed since',
    [
      ...[...FIGURE, paid('Editor', '4812', ''), deleteGraf('Editor', 'paid'), undo('Editor')],
      ...[put('Editor', 'paid ', 'paid 9'), put('Editor', 'paid 9', 'paid 94812')],
    ],
    '94812',
  ],
  [
    'undoes only the last of two deletions',
    [...FIGURE, paid('Editor', '4812', '48'), paid('Editor', '48', ''), undo('Editor')],
    '48',
  ],
  ['undoes and redoes a deletion at once', [...FIGURE, paid('Editor', '4812', '412'), undoAndRedo('Editor')], '412'],
  [
    'puts figures back, and the same before them',
    [...FIGURE, paid('Editor', '4812', ''), paid('Editor', '', '4812'), put('Editor', 'paid ', 'paid 4812')],
    '48124812',
  ],
  [
    'takes a figure out of those that they put back, and types it behind them',
    [
      ...[put('Checker', 'told later.', 'told later. They paid 4848 won.'), paid('Checker', '4848', '484')],
      ...[paid('Editor', '484', ''), paid('Editor', '', '484')],
      ...[paid('Editor', '484', '44'), put('Editor', '44 won', '448 won')],
    ],
    '448',
  ],
  [
    'takes the first figure of those that somebody put back, and types it behind them',
    [
      ...[...SHORT, paid('Second', '484', ''), paid('Second', '', '484')],
      ...[put('Editor', '484 won', '4844 won'), put('Editor', 'paid 4844', 'paid 844')],
    ],
    '844',
  ],
  [
    'puts two figures back in another order',
    [
      ...[put('Checker', 'told later.', 'told later. They paid 48 won.'), paid('Checker', '48', '4')],
      ...[paid('Editor', '4', ''), paid('Editor', '', '4'), paid('Editor', '4', '48')],
      ...[paid('Editor', '48', '8'), paid('Editor', '8', '84')],
    ],
    '84',
  ],
])('who %s has written', async (_, steps, words) => {
  expect(await writersAfter(steps, words)).toContain('Editor')
})

test('undo and redo without end leave few notes, and the writer', async () => {
  const steps = [...FIGURE, ...Array.from({ length: 220 }, () => deleteAndUndo('Editor', '4812')).flat()]
  const doc = await docAfter(steps)
  expect(doc.getArray('hands').length).toBeLessThanOrEqual(101)
  const { text } = readCopy(doc)[2] ?? { text: '' }
  const from = text.indexOf('4812')
  expect([...writersOf(doc, [{ block: 2, from, to: from + 4 }])]).toEqual(['Checker'])
})
