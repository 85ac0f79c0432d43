/** A piece of evidence is changed in place: logged, undone by changing it back, and never made another person's. */
import { expect, test } from 'vitest'
import { newsDesk } from '../newsDesk'

async function changing(by: string, { file = true } = {}) {
  const desk = await newsDesk()
  const { act } = desk
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Crews end strike\n\nA deck\n\nThe strike lasted 17 hours.'),
  })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '17 hours', type: 'figure' })
  const { id: source } = await act('Editor', 'source.add', { name: 'Agreement', kind: 'document' })
  const { intake } = await act(by, 'file.begin', { name: 'deal.txt' })
  await act(by, 'file.write', { intake, bytes: new TextEncoder().encode('Pay rises.\n\nIt lasted 17 hours.') })
  const { sha256 } = await act(by, 'file.keep', { intake })
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
  ['nothing new', { locator: '¶ 1' }, 'This evidence reads like that already. Nothing was changed.'],
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
