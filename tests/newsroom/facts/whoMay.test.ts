/** Who may do what (action × person), and the effect of each signature after an edit. */
import { expect, test } from 'vitest'
import { setField } from '../../../src/document/editStory'
import { parseAction, parseOwnerMessage } from '../../../src/ipc/parsers'
import { KEEPS_COPY } from '../../../src/newsroom/replica/storyEditing'
import { serveOwner } from '../../../src/newsroom/serveOwner'
import { NewsroomError } from '../../../src/story/requests/requests'
import { MemoryStore } from '../../builders/library/memoryStore'
import { copiedDesk, newsDesk, type NewsDesk } from '../newsDesk'

const BODY =
  'Minister took bribes\n\nThe court heard it\n\nThe minister took 100 envelopes. She denied it.\n\nThe talks ' +
  'went on.\n\nThey cost 7 million won.'
const PEOPLE = ['author', 'byline', 'changer', 'other', 'checker', 'lawyer', 'authorLawyer', 'stranger'] as const
type Who = (typeof PEOPLE)[number]

/** A story by author and authorLawyer, with a byline; changer typed the allegation's words last. */
async function desk(
  deskOfOne = false,
  store?: MemoryStore,
): Promise<NewsDesk & { story: string; fact: string; figure: string }> {
  const news = await newsDesk(store)
  const { act } = news
  for (const [name, role] of [
    ['author', 'editor'],
    ['byline', 'editor'],
    ['changer', 'editor'],
    ['other', 'editor'],
    ['checker', 'checker'],
    ['lawyer', 'legal'],
    ['authorLawyer', 'legal'],
  ] as const)
    await act('Editor', 'roster.add', { name, role })
  const { id: story } = await act('author', 'story.import', { name: 'a.txt', bytes: new TextEncoder().encode(BODY) })
  await act('author', 'story.setField', { story, field: 'slug', value: 'minister' })
  await act('author', 'story.setField', {
    story,
    field: 'byline',
    value: [{ name: 'byline' }, { name: 'authorLawyer' }],
  })
  const { id: fact } = await act('author', 'fact.tag', { story, text: 'took 100 envelopes', type: 'allegation' })
  const { id: figure } = await act('author', 'fact.tag', { story, text: '100', type: 'figure' })
  await act('changer', 'copy.replace', { story, replace: 'took 100 envelopes', with: 'took 120 envelopes' })
  await act('author', 'source.add', { name: 'Court file', kind: 'document', officialRecord: true })
  if (deskOfOne) await act('author', 'library.settings', { deskOfOne: true })
  return { ...news, story, fact, figure }
}

const evidence = { source: 'Court file', locator: 'p. 3', stance: 'supports' } as const
type Desk = Awaited<ReturnType<typeof desk>>
const DEEDS: Readonly<Record<string, (on: Desk, by: string) => Promise<unknown>>> = {
  'verify an allegation': ({ act, story, fact }, by) =>
    act(by, 'fact.sign', { story, fact, status: 'verified', evidence }),
  'verify a figure': ({ act, story, figure }, by) =>
    act(by, 'fact.sign', { story, fact: figure, status: 'verified', evidence }),
  'take a figure on the author’s word': ({ act, story, figure }, by) =>
    act(by, 'fact.sign', { story, fact: figure, status: 'onAuthor' }),
  'let a figure stand': ({ act, story, figure }, by) =>
    act(by, 'fact.sign', { story, fact: figure, status: 'letStand', reason: 'The desk stands by it.' }),
  'query a figure': ({ act, story, figure }, by) =>
    act(by, 'fact.sign', { story, fact: figure, status: 'queried', reason: 'Who counted?' }),
  'untag an allegation': ({ act, story, fact }, by) => act(by, 'fact.untag', { story, fact, reason: 'No claim' }),
  'make an allegation an event': ({ act, story, fact }, by) =>
    act(by, 'fact.retype', { story, fact, type: 'event', reason: 'No claim' }),
  'complete legal’s reading': ({ act, story }, by) =>
    act(by, 'story.setField', { story, field: 'needsLegal', value: 'complete' }),
  'override legal’s reading': async ({ act, story }, by) => {
    const { blocks } = await act('other', 'story.gate', { story, door: 'clear' })
    return act(by, 'finding.override', {
      story,
      rule: 'needsLegal',
      key: blocks.find(({ rule }) => rule === 'needsLegal')?.key ?? '',
      reason: 'Read on paper.',
    })
  },
  'override a block': async ({ act, story }, by) => {
    const { blocks } = await act('other', 'story.gate', { story, door: 'clear' })
    return act(by, 'finding.override', {
      story,
      rule: 'factStatus',
      key: blocks.find(({ rule }) => rule === 'factStatus')?.key ?? '',
      reason: 'The desk stands by it.',
    })
  },
  'note a response': ({ act, story, fact }, by) =>
    act(by, 'fact.response', { story, fact, who: 'The minister', how: 'by phone', when: 'today', reply: 'Denied it' }),
  'say that there is nothing to check': async ({ act, story }, by) => {
    const { blocks } = await act('other', 'story.gate', { story, door: 'clear' })
    return act(by, 'finding.dismiss', {
      story,
      rule: 'untaggedFigure',
      key: blocks.find(({ rule }) => rule === 'untaggedFigure')?.key ?? '',
    })
  },
  'accept a changed sentence': async (on, by) => {
    const { act, story, figure } = on
    await act('checker', 'fact.sign', { story, fact: figure, status: 'verified', evidence })
    await act('author', 'copy.replace', { story, replace: 'The minister', with: 'The former minister' })
    const before = (await on.room.storyNow(story)).assessment(figure).status
    const { accepted } = await act(by, 'fact.acceptContext', { story, facts: [await seen(on, figure)] })
    expect([before, accepted]).toEqual(['reCheck', [figure]])
  },
  'accept a correction that verifies': async (on, by) => {
    const { act, story, figure } = on
    const { suggestion = '' } = await act('checker', 'fact.sign', {
      story,
      fact: figure,
      status: 'wrong',
      reason: 'The file says 130.',
      proposed: '130',
      evidence: { ...evidence, stance: 'contradicts' },
    })
    await act(by, 'suggestion.accept', { story, suggestions: [{ id: suggestion }] })
    const { status } = (await on.room.storyNow(story)).assessment(figure)
    if (status !== 'verified') throw new NewsroomError('refused', `It stands ${status}.`)
  },
  'clear an alert': async ({ act }, by) => {
    const { id } = await act('author', 'story.alert', { headline: 'Minister resigns', slug: 'minister' })
    await act('author', 'story.setField', {
      story: id,
      field: 'byline',
      value: [{ name: 'byline' }, { name: 'authorLawyer' }],
    })
    return act(by, 'story.move', { story: id, to: 'cleared' })
  },
}

/** A fact as a person sees it in a window. */
async function seen({ room, story }: Desk, fact: string): Promise<{ fact: string; words: string; sentence: string }> {
  const { words, sentence } = (await room.storyNow(story)).assessment(fact)
  return { fact, words, sentence }
}

const ANYONE_BUT_THE_PROPOSER = 'author byline changer other lawyer authorLawyer'
const ANYONE = 'author byline changer other checker lawyer authorLawyer'
const MAY: Readonly<Record<keyof typeof DEEDS, string>> = {
  'verify an allegation': 'other checker lawyer',
  'verify a figure': 'other checker lawyer',
  'take a figure on the author’s word': 'other checker lawyer',
  'let a figure stand': 'other',
  'query a figure': ANYONE,
  'untag an allegation': 'other checker lawyer',
  'make an allegation an event': 'other checker lawyer',
  'complete legal’s reading': 'lawyer',
  'override legal’s reading': 'lawyer',
  'override a block': 'other',
  'note a response': ANYONE,
  'say that there is nothing to check': 'changer other checker lawyer',
  'accept a changed sentence': 'changer other checker lawyer',
  'accept a correction that verifies': ANYONE_BUT_THE_PROPOSER,
  'clear an alert': 'changer other',
}
const EDITORS = 'author byline changer other'
const MAY_ALONE: Readonly<Record<keyof typeof DEEDS, string>> = {
  ...Object.fromEntries(Object.keys(DEEDS).map((deed) => [deed, ANYONE])),
  'let a figure stand': EDITORS,
  'clear an alert': EDITORS,
  'accept a correction that verifies': ANYONE_BUT_THE_PROPOSER,
  'complete legal’s reading': 'lawyer authorLawyer',
  'override legal’s reading': 'lawyer authorLawyer',
  'override a block': EDITORS,
}

test.each([
  [false, MAY],
  [true, MAY_ALONE],
] as const)('desk of one %s: each deed is open to the people of the table and to nobody else', async (alone, table) => {
  const store = new MemoryStore('Reporter')
  const begun = await desk(alone, store)
  const found: Record<string, string> = {}
  for (const [deed, run] of Object.entries(DEEDS)) {
    const able: Who[] = []
    for (const who of PEOPLE) {
      const outcome = await run({ ...begun, ...(await copiedDesk(begun, store)) }, who).then(
        () => 'done',
        (error: unknown) => (error instanceof NewsroomError ? error.reason : 'broken'),
      )
      expect([deed, who, outcome]).toEqual([deed, who, expect.stringMatching(/^(?:done|refused)$/)])
      if (outcome === 'done') able.push(who)
    }
    found[deed] = able.join(' ')
  }
  expect(found).toEqual(table)
})

test('a forged sign-off over the owner’s socket or a window’s call is refused: name, view and shape', async () => {
  const on = await desk()
  const answer = serveOwner(on.room, parseOwnerMessage)
  const sign = (by: string, request: object): Promise<unknown> =>
    answer({
      action: 'fact.sign',
      by,
      request: { story: on.story, fact: on.figure, status: 'verified', seen, evidence, ...request },
    })
  const facts = (await on.act('other', 'story.show', { story: on.story })).facts
  const seen = facts.find(({ id }) => id === on.figure)?.seen
  const ofAnother = facts.find(({ id }) => id !== on.figure)?.seen
  expect(
    await Promise.all([
      sign('stranger', {}),
      sign('author', {}),
      sign('other', { seen: '0'.repeat(64) }),
      sign('other', { seen: ofAnother }),
      sign('other', { seen: undefined }),
      sign('other', { by: 'lawyer' }),
      sign('other', { status: 'reCheck' }),
    ]),
  ).toEqual(
    ['refused', 'refused', 'refused', 'refused', 'usage', 'usage', 'usage'].map((reason) =>
      expect.objectContaining({ ok: false, reason }),
    ),
  )
  expect(() =>
    parseAction('fact.sign', { story: on.story, fact: on.figure, status: 'verified', at: '2026-01-01' }),
  ).toThrow(/^fact\.sign is not well-formed/)
  expect((await on.act('other', 'story.show', { story: on.story })).facts.map(({ status }) => status)).toEqual([
    'toCheck',
    'toCheck',
  ])
})

const EDITS: readonly (readonly [what: string, replace: string, by: string, fact: string, legal: string])[] = [
  ['nothing', 'The talks went on.', 'The talks went on.', 'verified', 'complete'],
  ['a graf without allegation', 'The talks went on.', 'The talks stopped.', 'verified', 'complete'],
  ['the headline', 'Minister took bribes', 'Minister accused of taking bribes', 'verified', 'required'],
  ['the deck', 'The court heard it', 'The court did not hear it', 'verified', 'required'],
  ['another sentence of the graf with the allegation', 'She denied it.', 'She admitted it.', 'reCheck', 'required'],
  ['the allegation’s sentence', 'The minister', 'The former minister', 'reCheck', 'required'],
  ['the allegation’s words', '120 envelopes', '130 envelopes', 'reCheck', 'required'],
]
test.each(EDITS)(
  'after both signed, an edit of %s leaves exactly what it may',
  async (_what, replace, by, fact, legal) => {
    const on = await desk()
    await on.act('other', 'fact.sign', { story: on.story, fact: on.fact, status: 'verified', evidence })
    await on.act('lawyer', 'story.setField', { story: on.story, field: 'needsLegal', value: 'complete' })
    if (replace !== by) await on.act('author', 'copy.replace', { story: on.story, replace, with: by })
    const shown = await on.act('other', 'story.show', { story: on.story })
    expect([shown.facts.find(({ id }) => id === on.fact)?.status, shown.fields.needsLegal]).toEqual([fact, legal])
    if (replace === by) return
    await on.act('author', 'copy.replace', { story: on.story, replace: by, with: replace })
    const back = await on.act('other', 'story.show', { story: on.story })
    expect([back.facts.find(({ id }) => id === on.fact)?.status, back.fields.needsLegal]).toEqual([
      'verified',
      'complete',
    ])
  },
)

test('the first allegation asks for legal by itself, and a second one after legal read asks again', async () => {
  const on = await desk()
  const legal = async (): Promise<string> =>
    (await on.act('other', 'story.show', { story: on.story })).fields.needsLegal
  expect(await legal()).toBe('required')
  await on.act('lawyer', 'story.setField', { story: on.story, field: 'needsLegal', value: 'complete' })
  expect(await legal()).toBe('complete')
  await on.act('author', 'fact.tag', { story: on.story, text: 'She denied it', type: 'allegation' })
  expect(await legal()).toBe('required')
})

test('legal takes a reading that an editor asked for off the story of others alone', async () => {
  const { act, story } = await desk()
  const set = (by: string, value: 'required' | 'none') =>
    act(by, 'story.setField', { story, field: 'needsLegal', value })
  await set('other', 'required')
  await expect(set('authorLawyer', 'none')).rejects.toThrow(
    'authorLawyer is the author or has a byline. Someone else with the legal role must read this.',
  )
  await set('lawyer', 'none')
})

test('legal does not complete the reading of an allegation whose words it wrote, and somebody else in legal does', async () => {
  const on = await desk()
  const { act, room, story } = on
  await act('Editor', 'roster.add', { name: 'counsel', role: 'legal' })
  await act('lawyer', 'copy.replace', { story, replace: '120 envelopes', with: '130 envelopes' })
  const complete = async (by: string) =>
    await act(by, 'story.setField', { story, field: 'needsLegal', value: 'complete' })
  await expect(complete('lawyer')).rejects.toThrow(
    'lawyer wrote these words of an allegation. Someone else with the legal role must read this.',
  )
  // As a Stet that refuses nothing notes it.
  const open = await room.storyNow(story)
  const { legalText: legalHash } = await act('other', 'story.show', { story })
  await open.edit('lawyer', (doc) => setField(doc, 'needsLegal', 'complete'), KEEPS_COPY).saved
  await open.note('lawyer', { kind: 'fieldSet', field: 'needsLegal', from: 'none', to: 'complete', legalHash }).written
  const legal = async (): Promise<string> => (await act('other', 'story.show', { story })).fields.needsLegal
  expect(await legal()).toBe('required')
  await complete('counsel')
  expect(await legal()).toBe('complete')
})

test('a legal reading does not count when its reader becomes the author', async () => {
  const on = await desk()
  await on.act('lawyer', 'story.setField', { story: on.story, field: 'needsLegal', value: 'complete' })
  await on.act('other', 'story.setField', { story: on.story, field: 'author', value: 'lawyer' })
  const { blocks } = await on.act('other', 'story.gate', { story: on.story, door: 'clear' })
  expect(blocks.filter(({ rule }) => rule === 'legalChanged').map(({ message }) => message)).toEqual([
    'lawyer, who completed the legal read, is the author, has a byline or wrote an allegation. Someone else with the legal role must read it.',
  ])
  expect((await on.act('other', 'story.show', { story: on.story })).fields.needsLegal).toBe('required')
  await on.act('author', 'library.settings', { deskOfOne: true })
  expect((await on.act('other', 'story.show', { story: on.story })).fields.needsLegal).toBe('complete')
})
