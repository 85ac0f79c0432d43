/** What a tick rests on: sources, their terms, files and places in them. */
import { pdfFrom } from '../builders/files/pdfFrom'
import { group, type Attempt } from './attempt'
import { page } from './blocks'
import { done, Unprepared, type Desk } from './driver'

const { named, ours } = group('evidence')

const RESTS = 'Rule 7: a source that is renamed, merged, or given another kind, root or terms → re-check of each fact.'

/** Verifies a figure by a source, changes the source, and looks. */
const onSource =
  (
    change: (desk: Desk, source: string, story: string) => Promise<unknown>,
    more: Readonly<Record<string, unknown>> = {},
    kind = 'document',
  ): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const source = await desk.source('Ministry of Finance', kind, more)
    await desk.verify(story, fact, 'Editor', { evidence: { source, locator: 'p. 3', stance: 'supports' } })
    await change(desk, source, story)
    return desk.lapses(story, fact)
  }

const edit =
  (changes: Readonly<Record<string, unknown>>) =>
  (desk: Desk, source: string): Promise<unknown> =>
    desk.must('Chief', 'source.edit', { source, ...changes })

named('The source is renamed', { spec: RESTS }, onSource(edit({ name: 'Ministry of Fiction' })))
named(
  'The source is merged into another',
  { spec: RESTS },
  onSource(async (desk, source) => {
    const into = await desk.source('A blog', 'outlet')
    await desk.must('Chief', 'source.merge', { source, into })
  }),
)
named('The source is made “official”', { spec: RESTS }, onSource(edit({ officialRecord: true })))

ours('The source is given another kind', { spec: RESTS }, onSource(edit({ kind: 'dataset' })))
ours(
  'The source is said to rest on another one',
  { spec: RESTS },
  onSource(async (desk, source) => {
    const origin = await desk.source('A press release')
    await desk.must('Chief', 'source.edit', { source, derivedFrom: [origin] })
  }),
)
ours('The root behind the source’s root changes', { spec: RESTS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const [deep, other] = [await desk.source('A ministry'), await desk.source('A lobby')]
  const root = await desk.source('A press release', 'document', { derivedFrom: [deep] })
  const source = await desk.source('A wire', 'document', { derivedFrom: [root] })
  await desk.verify(story, fact, 'Editor', { evidence: { source, locator: 'p. 3', stance: 'supports' } })
  await desk.must('Chief', 'source.edit', { source: root, derivedFrom: [other] })
  return desk.lapses(story, fact)
})
ours(
  'Another source is merged into the signed one',
  { spec: RESTS },
  onSource(async (desk, source) => {
    const other = await desk.source('A blog', 'outlet')
    await desk.must('Chief', 'source.merge', { source: other, into: source })
    await desk.must('Chief', 'source.edit', { source, name: 'A blog and the ministry' })
  }),
)
ours(
  'The source is renamed and named back to front by steps',
  { spec: RESTS },
  onSource(async (desk, source) => {
    await desk.must('Chief', 'source.edit', { source, name: 'Ministry of Fin.' })
    await desk.must('Chief', 'source.edit', { source, name: 'Mr. Fin' })
  }),
)
ours(
  'A reporter says that another name is only a spelling',
  { spec: 'Rule 7: a spelling that another editor logs as one.' },
  onSource(async (desk, source) => {
    const asSpelling = { source, name: 'Ministry of Fiction' }
    const keys = ['spelling', 'sameAs', 'sameSource'].filter((key) => takes(desk, key))
    for (const key of keys)
      await desk.ask('Reporter', 'source.edit', { ...asSpelling, [key]: true, reason: 'a spelling' })
    await desk.ask('Reporter', 'source.edit', asSpelling)
  }),
)
const takes = (desk: Desk, key: string): boolean => desk.takesSource(key)

ours(
  'The ground rules of the source change',
  { spec: RESTS, proof: { mutant: 'changed ground rules go unnoticed' } },
  onSource(edit({ groundRules: 'background', description: 'an official' })),
)
ours(
  'The wording of the terms changes',
  { spec: RESTS, proof: { mutant: 'changed ground rules go unnoticed' } },
  onSource(edit({ wording: 'not before Sunday' })),
)
ours(
  'The signed evidence is taken away',
  { spec: 'Rule 7: evidence removed → re-check.', proof: { mutant: 'what it rests on never counts' } },
  onSource(async (desk, _source, story) => {
    const [fact] = (await desk.show(story)).facts
    await desk.must('Reporter', 'fact.removeEvidence', { story, fact: fact?.id, evidence: fact?.evidence[0]?.id })
  }),
)
ours(
  'Contradicting evidence comes after the tick',
  { spec: 'Rule 7: contradicting evidence.', proof: { mutant: 'what it rests on never counts' } },
  onSource(async (desk, source, story) => {
    const [fact] = (await desk.show(story)).facts
    await desk.must('Reporter', 'fact.addEvidence', {
      story,
      fact: fact?.id,
      evidence: { source, locator: 'p. 8', stance: 'contradicts' },
    })
  }),
)
ours(
  'The signed evidence is replaced by one of the same name with another file',
  { spec: 'Rule 7: evidence replaced → re-check.', proof: { mutant: 'what it rests on never counts' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const source = await desk.source('The record')
    const evidence = { source, locator: '¶ 1', stance: 'supports' as const, fileName: 'record.txt' }
    const file = await desk.file('Editor', 'record.txt', 'It cost 100 won.')
    await desk.verify(story, fact, 'Editor', { evidence: { ...evidence, file } })
    const [item] = (await desk.fact(story, fact)).evidence
    await desk.must('Reporter', 'fact.removeEvidence', { story, fact, evidence: item?.id })
    const other = await desk.file('Reporter', 'record.txt', 'It cost 900 won.')
    await desk.must('Reporter', 'fact.addEvidence', { story, fact, evidence: { ...evidence, file: other } })
    return desk.lapses(story, fact)
  },
)

const OWN =
  'Rule 7: uncaptured evidence that only the author brought, or the verifier’s own observation, supports “on author”.'

ours('Verified by the verifier’s own observation', { spec: OWN }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const source = await desk.source('Own observation', 'observation')
  const reply = await desk.sign('Editor', story, fact, 'verified', {
    evidence: { source, locator: 'Editor, Busan, 2026-10-30 10:00', stance: 'supports' },
  })
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})

ours('Verified by nothing but what the author brought, without a file', { spec: OWN }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const source = await desk.source('A letter')
  await desk.must('Reporter', 'fact.addEvidence', {
    story,
    fact,
    evidence: { source, locator: 'p. 3', stance: 'supports' },
  })
  const reply = await desk.sign('Editor', story, fact, 'verified', { evidence: null })
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})

ours('Verified by what somebody brought who becomes an author later', { spec: OWN }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const source = await desk.source('A letter')
  await desk.must('Checker', 'fact.addEvidence', {
    story,
    fact,
    evidence: { source, locator: 'p. 3', stance: 'supports' },
  })
  await desk.verify(story, fact, 'Editor', { evidence: null })
  await desk.must('Chief', 'story.setField', {
    story,
    field: 'byline',
    value: [{ name: 'Reporter' }, { name: 'Checker' }],
  })
  return desk.lapses(story, fact)
})

ours(
  'The author’s own evidence is brought again by the verifier word for word',
  { spec: OWN, proof: { mutant: 'what an author brought carries' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const source = await desk.source('Own observation', 'observation')
    const evidence = { source, locator: 'Reporter, Busan, 2026-10-30 10:00', stance: 'supports' as const }
    await desk.must('Reporter', 'fact.addEvidence', { story, fact, evidence })
    const reply = await desk.sign('Editor', story, fact, 'verified', { evidence: null })
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  },
)

/** The editor verifies by nothing but what the reporter says to have seen; a checker attached it. */
const onSightOf =
  (between: (desk: Desk, source: string) => Promise<unknown>): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const source = await desk.source('Own observation', 'observation')
    const evidence = { source, locator: 'Reporter, Busan, 2026-10-30 10:00', stance: 'supports' as const }
    await desk.must('Checker', 'fact.addEvidence', { story, fact, evidence })
    await between(desk, source)
    const reply = await desk.sign('Editor', story, fact, 'verified', { evidence: null })
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  }

ours(
  'A checker attaches for the author what the author saw',
  { spec: OWN, proof: { mutant: 'what the author saw carries verified when another person attached it' } },
  onSightOf(() => Promise.resolve()),
)
ours(
  'What the author saw is merged into a document',
  { spec: OWN, proof: { mutant: 'an observation that is merged into a document carries verified' } },
  onSightOf(async (desk, source) => {
    const into = await desk.source('A letter')
    await desk.must('Chief', 'source.merge', { source, into })
  }),
)

const PLACE = 'Rule 7: with a captured file the page exists, the time lies within, the excerpt is found in it.'

/** Verifies by a captured file. */
const inFile =
  (
    name: string,
    content: string | Uint8Array,
    more: { locator: string; excerpt?: string },
    kind = 'document',
  ): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const source = await desk.source('The record', kind)
    const file = await desk.file('Editor', name, content)
    const reply = await desk.sign('Editor', story, fact, 'verified', {
      evidence: { source, stance: 'supports', file, fileName: name, ...more },
    })
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  }

const TWO_PAGES = pdfFrom(['The record', 'It cost 100 won'])
const TRANSCRIPT =
  'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Kim Min>It cost 100 won.\n\n00:00:09.000 --> 00:00:11.000\n<v Lee Jun>I see.\n'

ours('A page that the paper does not have', { spec: PLACE }, inFile('record.pdf', TWO_PAGES, { locator: 'p. 40' }))
ours('Page nought', { spec: PLACE }, inFile('record.pdf', TWO_PAGES, { locator: 'p. 0' }))
ours(
  'The whole of a paper of two pages',
  { spec: 'Rule 7: “whole” is for pictures and one-page papers.' },
  inFile('record.pdf', TWO_PAGES, { locator: 'whole' }),
)
ours(
  'An excerpt that the file does not hold',
  { spec: PLACE },
  inFile('record.txt', 'It cost 900 won.', { locator: '¶ 1', excerpt: 'It cost 100 won' }),
)
ours(
  'An excerpt that nobody finds in a text named as a Word document',
  { spec: PLACE, proof: { mutant: 'a file that cannot be read holds every place' } },
  inFile('record.docx', 'It cost 900 won.', { locator: 'letter', excerpt: 'It cost 100 won' }),
)
ours(
  'An excerpt that another page holds',
  { spec: PLACE },
  inFile('record.pdf', TWO_PAGES, { locator: 'p. 1', excerpt: 'It cost 100 won' }),
)
ours(
  'A time after the end of the recording',
  { spec: PLACE },
  inFile('talk.vtt', TRANSCRIPT, { locator: '02:30:00' }, 'media'),
)
ours(
  'A paragraph that the text does not have',
  { spec: PLACE },
  inFile('record.txt', 'It cost 100 won.', { locator: '¶ 99' }),
)

ours(
  'Two wires on one pool report are two sources of an allegation',
  { spec: 'Sources: two independent roots.', proof: { mutant: 'two wires of one pool report are two sources' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('Kim Min stole the money.'))
    const fact = await desk.tag('Reporter', story, 'Kim Min stole the money', 'allegation')
    const pool = await desk.source('Pool report 3', 'pool')
    for (const name of ['Wire one', 'Wire two']) {
      const source = await desk.source(name, 'document', { derivedFrom: [pool] })
      await desk.must('Editor', 'fact.addEvidence', {
        story,
        fact,
        evidence: { source, locator: 'p. 3', stance: 'supports' },
      })
    }
    const held = (await desk.gate(story)).blocks.filter(({ rule }) => rule === 'allegationBacking')
    return { through: held.length === 0, seen: held[0]?.message ?? 'two roots' }
  },
)

ours(
  'Two sources that rest on each other are two sources of an allegation',
  { spec: 'Sources: two independent roots.', proof: { mutant: 'two wires of one pool report are two sources' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('Kim Min stole the money.'))
    const fact = await desk.tag('Reporter', story, 'Kim Min stole the money', 'allegation')
    const one = await desk.source('Wire one')
    const two = await desk.source('Wire two', 'document', { derivedFrom: [one] })
    const circle = await desk.ask('Chief', 'source.edit', { source: one, derivedFrom: [two] })
    if (!circle.ok) return done(circle)
    for (const source of [one, two])
      await desk.must('Editor', 'fact.addEvidence', {
        story,
        fact,
        evidence: { source, locator: 'p. 3', stance: 'supports' },
      })
    const held = (await desk.gate(story)).blocks.filter(({ rule }) => rule === 'allegationBacking')
    return { through: held.length === 0, seen: held[0]?.message ?? 'two roots' }
  },
)

ours('Two sources of an allegation turn out to be one after it was verified', { spec: RESTS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('Kim Min stole the money.'))
  const fact = await desk.tag('Reporter', story, 'Kim Min stole the money', 'allegation')
  const [one, two] = [await desk.source('Wire one'), await desk.source('Wire two')]
  for (const source of [one, two])
    await desk.must('Editor', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source, locator: 'p. 3', stance: 'supports' },
    })
  await desk.verify(story, fact, 'Editor', { evidence: null }).catch((error: unknown) => {
    throw error instanceof Unprepared ? error : new Unprepared(String(error))
  })
  await desk.must('Chief', 'source.edit', { source: two, derivedFrom: [one] })
  return desk.lapses(story, fact)
})

ours(
  'The only backing is off the record',
  { spec: 'Never overridable: off the record as only backing.', proof: { mutant: 'off the record may be overridden' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.inReview(story)
    const source = await desk.source('Kim Deep', 'person', { groundRules: 'offTheRecord' })
    await desk.sign('Editor', story, fact, 'verified', {
      evidence: { source, locator: '2026-10-29, phone', stance: 'supports' },
    })
    const looked = await desk.lookAtDoor(story, 'clear')
    return done(await desk.ask('Editor', 'story.move', { story, to: 'cleared', override: 'it is fine', ...looked }))
  },
)

ours(
  'The author adds a transcript of the quoted words alone, and the quotation is cut near “not” no more',
  {
    spec: 'Quote check: a negation that the quotation leaves out blocks until accepted. Support that was added changes nothing.',
    proof: { mutant: 'a transcript that the author adds after the tick lifts what blocks a quote' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('“We will raise the tariffs,” Kim Min said.'))
    const fact = await desk.tag('Reporter', story, '“We will raise the tariffs,”', 'quote')
    const transcript = async (by: string, name: string, said: string) => ({
      source: await desk.source(name),
      locator: '¶ 1',
      stance: 'supports' as const,
      file: await desk.file(by, `${name}.txt`, `Kim Min: ${said}\n`),
      fileName: `${name}.txt`,
    })
    const whole = await transcript('Editor', 'Recording', 'I do not think we will raise the tariffs.')
    await desk.verify(story, fact, 'Editor', { evidence: whole })
    const cut = async () => (await desk.gate(story)).blocks.filter(({ rule }) => rule === 'quoteCut')
    if ((await cut()).length === 0) throw new Unprepared('The quotation is not cut near “not”.')
    const alone = await transcript('Reporter', 'Notes', 'We will raise the tariffs.')
    await desk.ask('Reporter', 'fact.addEvidence', { story, fact, evidence: alone })
    const [held] = await cut()
    return { through: held === undefined, seen: held?.message ?? 'nothing blocks' }
  },
)

ours(
  'The author first attaches the transcript under another ending, and no quotation is compared with it',
  {
    spec: 'Quote check: a quote with a transcript is compared word by word.',
    proof: { mutant: 'the first name of a file decides how all others read it' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('“We will raise the tariffs,” Kim Min said.'))
    const fact = await desk.tag('Reporter', story, '“We will raise the tariffs,”', 'quote')
    const file = await desk.file('Reporter', 'a.txt', 'Kim Min: I do not think we will raise the tariffs.\n')
    const source = await desk.source('Recording')
    const named = (fileName: string) => ({ source, locator: 'opening', stance: 'supports' as const, file, fileName })
    await desk.must('Reporter', 'fact.addEvidence', { story, fact, evidence: named('a.docx') })
    await desk.gate(story)
    await desk.verify(story, fact, 'Editor', { evidence: named('a.txt') })
    const held = (await desk.gate(story)).blocks.find(({ rule }) => rule === 'quoteCut')
    return { through: held === undefined, seen: held?.message ?? 'nothing blocks' }
  },
)
