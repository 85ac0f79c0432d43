/** What stands beside the words of a fact: who wrote it, who looked at it, and what was said of other words. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Block } from '../../../src/story/copy/copy'
import { readCopy } from '../../../src/document/reading/readStory'
import { blockElement } from '../../../src/document/reading/storyElements'
import { elementWith, fill, li, page, table, typed } from '../../attack/blocks'
import { newsDesk, windowOn, type NewsDesk } from '../newsDesk'

interface Tagged extends NewsDesk {
  readonly story: string
  readonly fact: string
}

async function tagged(copy: readonly Block[], text: string, type: 'figure' | 'quote' | 'name'): Promise<Tagged> {
  const news = await newsDesk()
  await news.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  const { id: story } = await news.act('Reporter', 'story.create', {})
  await write({ ...news, story, fact: '' }, 'Reporter', (doc) => fill(doc, copy))
  const { id: fact } = await news.act('Reporter', 'fact.tag', { story, text, type })
  await news.act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  return { ...news, story, fact }
}
async function write(on: Tagged, by: string, change: (doc: Y.Doc) => void): Promise<void> {
  const open = await on.room.storyNow(on.story)
  await open.applyWindowUpdate((await windowOn(on, on.story, by)).type(change), by)
  await open.observe()
}
async function verify({ act, story, fact }: Tagged, by: string): Promise<void> {
  const [source] = await act('Editor', 'source.list', {})
  const evidence = { source: source?.id ?? '', locator: 'p. 1', stance: 'supports' as const }
  await act(by, 'fact.sign', { story, fact, status: 'verified', evidence })
}
const accept = ({ act, story, fact }: Tagged, by: string) => act(by, 'fact.acceptContext', { story, facts: [{ fact }] })
async function reads({ act, story, fact }: Tagged): Promise<string> {
  const found = (await act('Editor', 'story.show', { story })).facts.find(({ id }) => id === fact)
  return [found?.status, ...(found?.reasons ?? [])].join(' ')
}

test.each([
  ['a header', page(...table(['Leader', 'Approve'], ['Kim', '45'])), '45', 'figure', 'Approve', 'Disapprove'],
  ['a lead-in', page('The court cleared:', li('Kim of 12 counts')), '12', 'figure', 'cleared', 'convicted'],
  [
    'the sentence behind a quotation',
    page('Kim spoke. “I did it,” Kim said. He smiled.'),
    '“I did it,”',
    'quote',
    'He smiled.',
    'He took it back.',
  ],
] as const)('who writes %s needs one look by anybody else', async (_what, copy, words, type, before, after) => {
  const on = await tagged(copy, words, type)
  await verify(on, 'Checker')
  await write(on, 'Editor', typed(before, after))
  expect(await reads(on)).toMatch(/^reCheck/)
  await accept(on, 'Editor')
  expect(await reads(on)).toBe('reCheck ownContext')
  await accept(on, 'Reporter')
  expect(await reads(on)).toBe('verified')
})

const PICTURE = 'a picture'
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const caption: Block = {
  role: 'cutline',
  picture: {
    file: sha256(PICTURE),
    mediaType: 'image/png',
    width: 40,
    height: 30,
    alt: 'Two people',
    credit: 'Ida',
    rights: 'one use',
    captured: '2026-10-30',
  },
  text: 'Kim and Lee walked to 12 boats at night.',
  spans: [],
}
const moveCaption = (doc: Y.Doc): void => {
  const copy = doc.getXmlFragment('copy')
  const nodes = copy.toArray() as Y.XmlElement[]
  const from = nodes.findIndex(({ nodeName }) => nodeName === 'picture')
  const block = readCopy(doc).find(({ picture }) => picture) ?? caption
  doc.transact(() => {
    copy.delete(from, 1)
    copy.insert(copy.length, [blockElement(block)])
  })
}

test.each<[string, string, (on: Tagged) => Promise<unknown>]>([
  [
    'moves a picture',
    'verified',
    async (on) => {
      await write(on, 'Editor', moveCaption)
    },
  ],
  [
    'writes what stands there already',
    'verified',
    ({ act, story }) => act('Editor', 'picture.describe', { story, alt: 'Two people' }),
  ],
  [
    'writes another alt text',
    'reCheck ownContext',
    ({ act, story }) => act('Editor', 'picture.describe', { story, alt: 'Three people' }),
  ],
  [
    'moves a picture that they and somebody else moved before',
    'verified',
    async (on) => {
      for (const by of ['Editor', 'Checker', 'Editor']) await write(on, by, moveCaption)
    },
  ],
  [
    'wrote another alt text of a picture that somebody else moves',
    'reCheck ownContext',
    async (on) => {
      await on.act('Editor', 'picture.describe', { story: on.story, alt: 'Three people' })
      await write(on, 'Checker', moveCaption)
    },
  ],
  [
    'moves a picture after another alt text',
    'reCheck ownContext',
    async (on) => {
      await on.act('Editor', 'picture.describe', { story: on.story, alt: 'Three people' })
      await write(on, 'Editor', moveCaption)
    },
  ],
  [
    'wrote an alt text that somebody else changes and writes again',
    'reCheck ownContext',
    async ({ act, story }) => {
      await act('Editor', 'picture.describe', { story, alt: 'Three people' })
      await act('Checker', 'picture.describe', { story, alt: 'Two people' })
      await act('Checker', 'picture.describe', { story, alt: 'Three people' })
    },
  ],
  [
    'wrote another alt text that somebody else takes back',
    'verified',
    async ({ act, story }) => {
      await act('Editor', 'picture.describe', { story, alt: 'Three people' })
      await act('Checker', 'picture.describe', { story, alt: 'Two people' })
    },
  ],
])('an editor who %s: %s', async (_what, found, change) => {
  const on = await tagged(page('The council met.', caption, 'The doors were open.'), '12', 'figure')
  const { upload } = await on.act('Reporter', 'file.begin', { name: 'a.png' })
  await on.act('Reporter', 'file.write', { upload, bytes: new TextEncoder().encode(PICTURE) })
  await on.act('Reporter', 'file.keep', { upload })
  await change(on)
  await verify(on, 'Editor')
  expect(await reads(on)).toBe(found)
})

test.each([
  [
    'beside a quotation',
    page('Kim spoke. “I did it,” Kim said. He smiled. The hall was open.'),
    '“I did it,”',
    'quote',
    ['He smiled.', 'He laughed.', 'He took it back.'],
  ],
  ['in a header', page(...table(['Leader', 'Approve'], ['Kim', '45'])), '45', 'figure', ['Approve', 'Like', 'Loathe']],
] as const)(
  'the second of two people who changed words %s asks somebody else, too',
  async (_what, copy, text, type, now) => {
    const on = await tagged(copy, text, type)
    await verify(on, 'Checker')
    await write(on, 'Reporter', typed(now[0], now[1]))
    await write(on, 'Editor', typed(now[1], now[2]))
    await accept(on, 'Editor')
    expect(await reads(on)).toBe('reCheck ownContext')
  },
)

test.each([
  ['Checker', 'reCheck ownContext'],
  ['Editor', 'reCheck ownContext'],
  ['Legal', 'verified'],
])('%s accepts a sentence that Checker and then Editor changed, and nobody else saw', async (by, found) => {
  const on = await tagged(page('Exports rose 5% in June.'), '5%', 'figure')
  await write(on, 'Checker', typed('rose', 'fell'))
  await verify(on, 'Checker')
  expect(await reads(on)).toBe('reCheck ownContext')
  await write(on, 'Editor', typed('June', 'May'))
  await accept(on, by)
  expect(await reads(on)).toBe(found)
})

test('who empties a cell in the middle of a row has changed no header of the next one', async () => {
  const on = await tagged(page(...table(['Leader', 'Approve', 'Oppose'], ['Kim', '45', '30'])), '30', 'figure')
  await write(on, 'Checker', typed('45', ''))
  await verify(on, 'Checker')
  expect(await reads(on)).toBe('verified')
})

test('a change elsewhere is not noted as that of the context when a look is taken back', async () => {
  const on = await tagged(page('Exports rose 5% in June.', 'The hall was open.'), '5%', 'figure')
  const { act, story, fact } = on
  await verify(on, 'Checker')
  await write(on, 'Reporter', typed('rose', 'fell'))
  await accept(on, 'Editor')
  await write(on, 'Editor', typed('hall', 'room'))
  await act('Editor', 'fact.withdraw', { story, fact, reason: 'a slip' })
  await write(on, 'Checker', typed('open', 'green'))
  await accept(on, 'Checker')
  expect(await reads(on)).toBe('verified')
})

test('an answer about other words takes no verdict from the words that were found wrong', async () => {
  const on = await tagged(page('The man is Kim Min there.'), 'Kim Min', 'name')
  const { act, story, fact } = on
  await act('Editor', 'fact.sign', { story, fact, status: 'wrong', reason: 'It is Lee.' })
  await write(on, 'Reporter', typed('Kim Min', 'Kim Mun'))
  await act('Checker', 'fact.sign', { story, fact, status: 'queried', reason: 'Sure?' })
  await act('Reporter', 'fact.answer', { story, fact, text: 'Yes.' })
  expect(await reads(on)).toBe('toCheck')
  await write(on, 'Reporter', typed('Kim Mun', 'Kim Min'))
  expect(await reads(on)).toBe('wrong')
})

test('a mark that moves to the same words further on in the sentence takes no tick along', async () => {
  const on = await tagged(page('It killed 12 men and 12 women.'), '12', 'figure')
  await verify(on, 'Editor')
  const move = (from: number, to: number) => (doc: Y.Doc) => {
    const text = elementWith(doc, 'killed').toArray()[0] as Y.XmlText
    const own = (text.toDelta() as { attributes?: object }[]).find(({ attributes }) => attributes)?.attributes ?? {}
    text.format(from, 2, Object.fromEntries(Object.keys(own).map((name) => [name, null])))
    text.format(to, 2, own)
  }
  await write(on, 'Reporter', move(10, 21))
  expect(await reads(on)).toBe('reCheck context')
  await write(on, 'Reporter', move(21, 10))
  expect(await reads(on)).toBe('verified')
})

test('“nothing to check” in a cell ends with the header of its column', async () => {
  const on = await tagged(page(...table(['Name', 'Shoe size'], ['Kim', '45'])), 'Kim', 'name')
  const { act, story } = on
  const untagged = async () =>
    (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks.filter(({ rule }) => rule === 'untaggedFigure')
  const [found] = await untagged()
  await act('Editor', 'finding.dismiss', { story, rule: 'untaggedFigure', key: found?.key ?? '' })
  expect(await untagged()).toEqual([])
  await write(on, 'Reporter', typed('Shoe size', 'Dead'))
  expect(await untagged()).toHaveLength(1)
})

/** Takes the words of a block out, and leaves it standing. `wholeText`: with its text, as the sheet does it. */
const empty =
  (words: string, wholeText: boolean) =>
  (doc: Y.Doc): void => {
    const element = elementWith(doc, words)
    const text = element.toArray()[0] as Y.XmlText
    if (wholeText) element.delete(0, element.length)
    else text.delete(0, text.length)
  }
const removeBlock = (words: string) => (doc: Y.Doc) => {
  const copy = doc.getXmlFragment('copy')
  const at = copy.toArray().indexOf(elementWith(doc, words))
  copy.delete(at, 1)
}
const removeRow = (doc: Y.Doc): void =>
  (doc.getXmlFragment('copy').toArray() as Y.XmlElement[]).find(({ nodeName }) => nodeName === 'table')?.delete(0, 1)

const poll = page(...table(['Leader', 'Approve', 'Disapprove'], ['Kim', '30', '45']))
const verdicts = page('The court met.', 'It cleared nobody of:', li('Kim of 12 counts'))
test.each<[string, readonly Block[], string, (doc: Y.Doc) => void]>([
  ['empties a header', poll, '45', empty('Disapprove', false)],
  ['empties a header and its text', poll, '45', empty('Disapprove', true)],
  ['empties the head of a row', poll, '45', empty('Kim', true)],
  ['takes out the row of headers', poll, '45', removeRow],
  ['empties a lead-in', verdicts, '12', empty('It cleared nobody of:', false)],
  ['empties a lead-in and its text', verdicts, '12', empty('It cleared nobody of:', true)],
  ['takes out a lead-in', verdicts, '12', removeBlock('It cleared nobody of:')],
])('who %s and then verifies needs one look by anybody else', async (_what, copy, words, change) => {
  const on = await tagged(copy, words, 'figure')
  await write(on, 'Editor', change)
  await verify(on, 'Editor')
  expect(await reads(on)).toBe('reCheck ownContext')
  await accept(on, 'Reporter')
  expect(await reads(on)).toBe('verified')
})

test.each<[string, readonly Block[], string, (doc: Y.Doc) => void]>([
  ['another header', poll, '30', empty('Disapprove', true)],
  ['a graf that is no lead-in', verdicts, '12', removeBlock('The court met.')],
  [
    'another item of the list',
    page('It cleared:', li('Lee of two counts'), li('Kim of 12 counts')),
    '12',
    removeBlock('Lee of two counts'),
  ],
  [
    'a graf of figures above',
    page(...table(['Leader', 'Approve'], ['Lee', '30'], ['Kim', '45'])),
    '45',
    empty('30', true),
  ],
])('who takes out %s and then verifies needs no look', async (_what, copy, words, change) => {
  const on = await tagged(copy, words, 'figure')
  await write(on, 'Editor', change)
  await verify(on, 'Editor')
  expect(await reads(on)).toBe('verified')
})

/** Takes words out of their block and puts them in behind others, as a window does when a selection is dragged. */
const drag =
  (words: string, behind: string) =>
  (doc: Y.Doc): void =>
    doc.transact(() => {
      typed(words, '')(doc)
      insertBehind(doc, behind, words)
    })
function insertBehind(doc: Y.Doc, behind: string, words: string): void {
  const line = readCopy(doc).find(({ text }) => text.includes(behind))?.text ?? ''
  const text = elementWith(doc, behind).toArray()[0] as Y.XmlText
  text.insert(line.indexOf(behind) + behind.length, words, {})
}
const whole = (words: string, to: number) => (doc: Y.Doc) => {
  const copy = doc.getXmlFragment('copy')
  const at = copy.toArray().indexOf(elementWith(doc, words))
  const block = elementWith(doc, words).clone()
  copy.delete(at, 1)
  copy.insert(to, [block as Y.XmlElement])
}
/** Joins a graf to the one before, as the sheet does. */
const join =
  (words: string, before: string) =>
  (doc: Y.Doc): void => {
    removeBlock(words)(doc)
    insertBehind(doc, before, words)
  }
const said = page(
  'The mayor came. “I did it,” he said. It rained all day. ',
  'Kim Min spoke at noon. The doors were open then.',
  'They voted to go ahead after that.',
)
test.each<[string, string, 'figure' | 'quote', string, (doc: Y.Doc) => void]>([
  [
    'moves a sentence beside a quotation',
    '“I did it,”',
    'quote',
    'reCheck ownContext',
    drag('Kim Min spoke at noon. ', 'The mayor came. '),
  ],
  ['moves the graf of a quotation', '“I did it,”', 'quote', 'verified', whole('The mayor came.', 4)],
  [
    'joins the graf of a quotation with the next',
    '“I did it,”',
    'quote',
    'verified',
    join('Kim Min spoke at noon. The doors were open then.', 'It rained all day. '),
  ],
  [
    'joins the graf of a quotation with one further on',
    '“I did it,”',
    'quote',
    'reCheck ownContext',
    join('They voted to go ahead after that.', 'It rained all day. '),
  ],
])('who %s and then verifies “%s” (%s): %s', async (_what, words, type, found, change) => {
  const on = await tagged(said, words, type)
  await write(on, 'Editor', change)
  await verify(on, 'Editor')
  expect(await reads(on)).toBe(found)
})

test('who moves a sentence beside that of a figure wrote nothing around it', async () => {
  const on = await tagged(
    page('It cost 12 dollars. They paid.', 'Kim Min spoke at noon. All went home.'),
    '12',
    'figure',
  )
  await write(on, 'Editor', drag('Kim Min spoke at noon. ', ' dollars. '))
  await verify(on, 'Editor')
  expect(await reads(on)).toBe('verified')
})
