/** A piece of evidence is changed in place: logged, undone by changing it back, and never made another person's. */
import { expect, test } from 'vitest'
import { factEntryWords } from '../../../../src/story/history/factEntryWords'
import { newsDesk } from '../../newsDesk'

async function changing(by: string, { file = true } = {}) {
  const desk = await newsDesk()
  const { act } = desk
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Crews end strike\n\nA deck\n\nThe strike lasted 17 hours.'),
  })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '17 hours', type: 'figure' })
  const { id: source } = await act('Editor', 'source.add', { name: 'Agreement', kind: 'document' })
  const { upload } = await act(by, 'file.begin', { name: 'deal.txt' })
  await act(by, 'file.write', { upload, bytes: new TextEncoder().encode('Pay rises.\n\nIt lasted 17 hours.') })
  const { sha256 } = await act(by, 'file.keep', { upload })
  const { id: first } = await act(by, 'fact.addEvidence', {
    story,
    fact,
    evidence: {
      source,
      locator: '¶ 1',
      excerpt: 'Pay rises.',
      stance: 'supports',
      ...(file ? { file: sha256, fileName: 'deal.txt' } : {}),
    },
  })
  await act('Legal', 'fact.addEvidence', {
    story,
    fact,
    evidence: { source, locator: 'cover note', stance: 'contradicts' },
  })
  const shown = async () => (await act('Editor', 'story.show', { story })).facts.find(({ id }) => id === fact)
  return { ...desk, story, fact, first, shown }
}

type Desk = Awaited<ReturnType<typeof changing>>

async function keep({ act }: Pick<Desk, 'act'>, by: string, name: string, text: string): Promise<string> {
  const { upload } = await act(by, 'file.begin', { name })
  await act(by, 'file.write', { upload, bytes: new TextEncoder().encode(text) })
  return (await act(by, 'file.keep', { upload })).sha256
}

const DEAL = 'Pay rises.\n\nIt lasted 17 hours.'

const CHANGE = { locator: '¶ 2', excerpt: 'It lasted 17 hours.' }

test('what changes keeps its place, its file and its other parts, and the history says who changed it', async () => {
  const { act, story, fact, first, shown } = await changing('Editor')
  const { id } = await act('Editor', 'fact.editEvidence', { story, fact, evidence: first, ...CHANGE })
  expect(
    (await shown())?.evidence.map(({ locator, excerpt, stance, fileName }) => [locator, excerpt, stance, fileName]),
  ).toEqual([
    ['¶ 2', 'It lasted 17 hours.', 'supports', 'deal.txt'],
    ['cover note', undefined, 'contradicts', undefined],
  ])
  const entries = await act('Editor', 'story.history', { story })
  expect(entries.at(-1)).toMatchObject({
    kind: 'evidenceAdded',
    by: 'Editor',
    fact,
    evidence: { id, size: 31 },
    replaces: first,
  })
  expect(id).not.toBe(first)
})

test('a verdict that relied on it lapses, and comes back when it is changed back', async () => {
  const { act, story, fact, first, shown } = await changing('Reporter')
  await act('Editor', 'fact.sign', { story, fact, status: 'verified', reason: 'The note is older.' })
  const { id } = await act('Reporter', 'fact.editEvidence', { story, fact, evidence: first, ...CHANGE })
  expect((await shown())?.status).toBe('reCheck')
  await act('Reporter', 'fact.editEvidence', { story, fact, evidence: id, locator: '¶ 1', excerpt: 'Pay rises.' })
  expect((await shown())?.status).toBe('verified')
})

test('turning it against the words leaves nothing that supports them', async () => {
  const { act, story, fact, first, shown } = await changing('Editor')
  await act('Editor', 'fact.sign', { story, fact, status: 'verified', reason: 'The note is older.' })
  await act('Legal', 'fact.editEvidence', { story, fact, evidence: first, stance: 'contradicts' })
  expect((await shown())?.status).toBe('reCheck')
  await expect(act('Editor', 'fact.sign', { story, fact, status: 'verified', reason: 'Again.' })).rejects.toThrow(
    '“Verified” needs supporting evidence with a locator',
  )
})

test('a note is given, changed and taken away, and each change lapses the verdict that rests on it until it is undone', async () => {
  const { act, story, fact, first, shown } = await changing('Editor')
  const note = async (evidence: string, text: string) =>
    (await act('Reporter', 'fact.editEvidence', { story, fact, evidence, note: text })).id
  await act('Editor', 'fact.sign', { story, fact, status: 'verified', reason: 'The note is older.' })
  const noted = await note(first, ' Page torn, read by phone. ')
  expect([(await shown())?.evidence[0]?.note, (await shown())?.status]).toEqual([
    'Page torn, read by phone.',
    'reCheck',
  ])
  expect((await act('Editor', 'story.history', { story })).at(-1)).toMatchObject({
    by: 'Reporter',
    evidence: { note: 'Page torn, read by phone.', excerpt: 'Pay rises.' },
    replaces: first,
  })
  const moved = await act('Editor', 'fact.editEvidence', { story, fact, evidence: noted, ...CHANGE })
  expect((await shown())?.evidence[0]).toMatchObject({ ...CHANGE, note: 'Page torn, read by phone.' })
  const back = await act('Editor', 'fact.editEvidence', {
    ...{ story, fact, evidence: moved.id, locator: '¶ 1', excerpt: 'Pay rises.' },
    note: ' ',
  })
  const [item] = (await shown())?.evidence ?? []
  expect([item?.id, item && 'note' in item, (await shown())?.status]).toEqual([back.id, false, 'verified'])
})

test('a note that names a protected source is sealed, and what is signed on it holds', async () => {
  const { act, story, fact, first, shown } = await changing('Editor')
  await act('Editor', 'source.add', { name: 'Jane Roe', kind: 'person', protected: true })
  await act('Editor', 'fact.editEvidence', { story, fact, evidence: first, note: 'Jane Roe read it aloud.' })
  expect((await shown())?.evidence[0]?.note).toBe('Source A read it aloud.')
  const { source } = (await shown())?.evidence[0] ?? { source: '' }
  const another = { source, locator: 'p. 9', stance: 'supports', note: 'Jane Roe read it, too.' } as const
  await act('Editor', 'fact.sign', { story, fact, status: 'verified', reason: 'Heard it.', evidence: another })
  expect((await shown())?.evidence.map(({ note }) => note)).toEqual([
    'Source A read it aloud.',
    undefined,
    'Source A read it, too.',
  ])
  expect((await shown())?.status).toBe('verified')
})

test.each(['internal', 'public'] as const)('a note is on no fact sheet, %s', async (edition) => {
  const { act, story, fact, first } = await changing('Editor')
  await act('Editor', 'fact.editEvidence', { story, fact, evidence: first, note: 'Page torn.' })
  const { bytes } = await act('Editor', 'story.export', { story, format: 'factsheet', edition })
  expect(new TextDecoder().decode(bytes)).not.toContain('Page torn.')
})

test('what only the author brought stays the author’s when an editor corrects it', async () => {
  const { act, story, fact, first } = await changing('Reporter', { file: false })
  await act('Editor', 'fact.editEvidence', { story, fact, evidence: first, locator: 'p. 2, clause 1' })
  await expect(act('Editor', 'fact.sign', { story, fact, status: 'verified', reason: 'Seen.' })).rejects.toThrow(
    'Only an author supplied or saw this, and no file was captured.',
  )
})

test('what an editor brought carries no tick once the author has changed it', async () => {
  const { act, story, fact, first } = await changing('Editor', { file: false })
  await act('Reporter', 'fact.editEvidence', { story, fact, evidence: first, locator: 'p. 2, clause 1' })
  await expect(act('Editor', 'fact.sign', { story, fact, status: 'verified', reason: 'Seen.' })).rejects.toThrow(
    'Only an author supplied or saw this, and no file was captured.',
  )
})

test.each([
  [
    'a place that is not in the file',
    { locator: '¶ 9' },
    'There is no paragraph 9: the captured file has 2 paragraphs.',
  ],
  [
    'an excerpt that is not in the file',
    { excerpt: 'It lasted 18 hours.' },
    'These words are not in the captured file.',
  ],
  ['no place at all', { locator: ' ' }, 'Say where in the source, so that the next person can find it.'],
  ['nothing new', { locator: '¶ 1' }, 'The evidence already says this. Nothing was changed.'],
])('%s is refused, and nothing changes', async (_what, change, why) => {
  const { act, story, fact, first, shown } = await changing('Editor')
  await expect(act('Editor', 'fact.editEvidence', { story, fact, evidence: first, ...change })).rejects.toThrow(why)
  expect((await shown())?.evidence[0]).toMatchObject({ id: first, locator: '¶ 1', excerpt: 'Pay rises.' })
})

test('a piece that another person removed meanwhile is named', async () => {
  const { act, story, fact, first } = await changing('Editor')
  await act('Editor', 'fact.removeEvidence', { story, fact, evidence: first })
  await expect(act('Editor', 'fact.editEvidence', { story, fact, evidence: first, ...CHANGE })).rejects.toThrow(first)
})

test('a piece without a file is completed in its place, and the history names the file', async () => {
  const desk = await changing('Editor', { file: false })
  const { act, story, fact, first, shown } = desk
  const file = await keep(desk, 'Reporter', 'deal.txt', DEAL)
  const { id } = await act('Reporter', 'fact.editEvidence', {
    story,
    fact,
    evidence: first,
    file,
    fileName: 'deal.txt',
  })
  expect((await shown())?.evidence).toMatchObject([
    { id, locator: '¶ 1', excerpt: 'Pay rises.', stance: 'supports', file, fileName: 'deal.txt' },
    { locator: 'cover note', stance: 'contradicts' },
  ])
  const entries = await act('Editor', 'story.history', { story })
  expect(entries.at(-1)).toMatchObject({ by: 'Reporter', evidence: { id, size: 31 }, replaces: first })
  const [last] = entries.slice(-1)
  expect(last?.kind === 'evidenceAdded' && factEntryWords(last, '17 hours', () => 'Agreement')).toEqual({
    did: 'changed evidence',
    words: '17 hours',
    notes: ['Agreement ¶ 1', '“Pay rises.”', 'file: deal.txt'],
  })
})

test('a verdict that relied on the piece lapses when its file comes, and comes back when the file is taken away', async () => {
  const desk = await changing('Editor', { file: false })
  const { act, story, fact, first, shown } = desk
  await act('Editor', 'fact.sign', { story, fact, status: 'verified', reason: 'The note is older.' })
  const file = await keep(desk, 'Legal', 'deal.txt', DEAL)
  const { id } = await act('Legal', 'fact.editEvidence', { story, fact, evidence: first, file, fileName: 'deal.txt' })
  expect([(await shown())?.status, (await shown())?.reasons]).toEqual(['reCheck', ['evidence']])
  await act('Legal', 'fact.editEvidence', { story, fact, evidence: id, file: '' })
  const [item] = (await shown())?.evidence ?? []
  expect([(await shown())?.status, item && 'file' in item, item && 'fileName' in item]).toEqual([
    'verified',
    false,
    false,
  ])
})

test('what only the author brought carries verified once its file is there, and not after it is taken away', async () => {
  const desk = await changing('Reporter', { file: false })
  const { act, story, fact, first, shown } = desk
  const sign = () => act('Editor', 'fact.sign', { story, fact, status: 'verified', reason: 'Seen.' })
  const file = await keep(desk, 'Editor', 'deal.txt', DEAL)
  const { id } = await act('Editor', 'fact.editEvidence', { story, fact, evidence: first, file, fileName: 'deal.txt' })
  await sign()
  expect((await shown())?.status).toBe('verified')
  await act('Editor', 'fact.editEvidence', { story, fact, evidence: id, file: '' })
  expect((await shown())?.status).toBe('reCheck')
  await expect(sign()).rejects.toThrow('Only an author supplied or saw this, and no file was captured.')
})

test('another file than the captured one is refused, and the same one changes nothing', async () => {
  const desk = await changing('Editor')
  const { act, story, fact, first, shown } = desk
  const was = (await shown())?.evidence[0]?.file ?? ''
  const other = await keep(desk, 'Editor', 'other.txt', 'Pay rises.')
  const edit = { story, fact, evidence: first }
  await expect(act('Editor', 'fact.editEvidence', { ...edit, file: other })).rejects.toMatchObject({
    reason: 'refused',
    message: `This is another file (${other.slice(0, 12)}…) than the one that was captured (${was.slice(0, 12)}…). Nothing was changed. Choose the file that was captured, or add this one as another piece of evidence.`,
  })
  const before = await act('Editor', 'story.history', { story })
  expect(await act('Editor', 'fact.editEvidence', { ...edit, file: was, fileName: 'renamed.txt' })).toEqual({
    id: first,
  })
  expect(await act('Editor', 'story.history', { story })).toEqual(before)
})

test.each([
  ['that holds no such place', 'Only this.', { locator: '¶ 2' }, 'There is no paragraph 2'],
  ['that lacks the excerpt', 'Only this.', {}, 'These words are not in the captured file.'],
  ['that the library does not have', undefined, {}, 'Nothing was attached or signed. Choose the file again.'],
])('a file %s completes nothing', async (_what, text, change, why) => {
  const desk = await changing('Editor', { file: false })
  const { act, story, fact, first, shown } = desk
  const file = text === undefined ? 'a'.repeat(64) : await keep(desk, 'Editor', 'deal.txt', text)
  await expect(act('Editor', 'fact.editEvidence', { story, fact, evidence: first, file, ...change })).rejects.toThrow(
    why,
  )
  expect((await shown())?.evidence[0]).not.toHaveProperty('file')
})

test('an author cannot turn what another person brought against the words by taking its file away', async () => {
  const desk = await changing('Editor')
  const { act, story, fact, shown } = desk
  const against = (await shown())?.evidence[1]?.id ?? ''
  const file = await keep(desk, 'Legal', 'note.txt', 'It lasted 18 hours.')
  const edit = { story, fact, evidence: against, locator: '¶ 1', file, fileName: 'note.txt' }
  await expect(act('Reporter', 'fact.editEvidence', edit)).rejects.toThrow('Legal added this as contradicting evidence')
  const { id } = await act('Legal', 'fact.editEvidence', edit)
  await expect(act('Reporter', 'fact.editEvidence', { story, fact, evidence: id, file: '' })).rejects.toThrow(
    'Legal added this as contradicting evidence',
  )
})
