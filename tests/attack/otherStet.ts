/** Another Stet signs with the key of its own person what the app would have refused. */
import type { LedgerEntry, LedgerEvent } from '../../src/story/ledger/ledgerEntry'
import { group } from './attempt'
import { page } from './blocks'
import { Unprepared, type Desk } from './driver'

const who = group('whoMay').ours

type Signed = Extract<LedgerEntry, { kind: 'signed' }>

interface Ticked {
  readonly story: string
  readonly fact: string
  /** The tick of the editor. */
  readonly tick: Signed
}

async function ticked(desk: Desk): Promise<Ticked> {
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.verify(story, fact)
  const { entries } = await (await desk.room()).storyNow(story)
  const tick = entries.findLast((entry) => entry.kind === 'signed')
  if (!tick) throw new Unprepared('Nobody signed.')
  return { story, fact, tick }
}

async function write(desk: Desk, by: string, story: string, ...events: readonly LedgerEvent[]): Promise<void> {
  const open = await (await desk.room()).storyNow(story)
  await open.note(by, ...events).written
  await open.observe()
}

const signedAgain = ({ kind, fact, status, words, sentence, preceding, sentenceRule, ...rest }: Signed, more: object) =>
  ({
    ...{ kind, fact, status, words, sentence, preceding, sentenceRule },
    ...{ evidence: rest.evidence, groundRules: rest.groundRules, view: rest.view, parts: rest.parts },
    ...more,
  }) as LedgerEvent

who(
  'The author looks at the context of a tick on which somebody has cast doubt since',
  {
    spec: 'Rule 8: a verdict against unchanged words is replaced only by its giver or an editor.',
    proof: { mutant: 'a look stands over what came after its verdict' },
  },
  async (room) => {
    const desk = await room.desk()
    const { story, fact, tick } = await ticked(desk)
    await desk.mustSign('Checker', story, fact, 'wrong', { reason: 'the record' })
    await write(desk, 'Reporter', story, signedAgain(tick, { carries: tick.hash, contextWriters: [] }))
    return desk.lapses(story, fact)
  },
)

who(
  'The author takes back the query of a checker',
  { spec: 'Rule 8: authors take back only their own.', proof: { mutant: 'an author takes back whatever they like' } },
  async (room) => {
    const desk = await room.desk()
    const { story, fact } = await ticked(desk)
    await desk.mustSign('Checker', story, fact, 'queried', { reason: 'really?' })
    const { entries } = await (await desk.room()).storyNow(story)
    const signOff = entries.at(-1)?.hash ?? ''
    await write(desk, 'Reporter', story, { kind: 'withdrawn', fact, signOff, reason: 'no' })
    return desk.lapses(story, fact)
  },
)

who(
  'The author takes away the evidence that a checker brought against the words',
  {
    spec: 'Rule 7: contradicting evidence needs a reason.',
    proof: { mutant: 'another Stet takes away what an author may not' },
  },
  async (room) => {
    const desk = await room.desk()
    const { story, fact } = await ticked(desk)
    const evidence = { ...(await desk.paper()), stance: 'contradicts', locator: 'p. 9' }
    const { id } = await desk.must<{ id: string }>('Checker', 'fact.addEvidence', { story, fact, evidence })
    await write(desk, 'Reporter', story, { kind: 'evidenceRemoved', fact, evidence: id })
    return desk.lapses(story, fact)
  },
)

who(
  'A checker signs a tick without evidence',
  {
    spec: 'Rule 7: verified needs at least one supporting item.',
    proof: { mutant: 'a tick that nothing supports counts' },
  },
  async (room) => {
    const desk = await room.desk()
    const { story, fact, tick } = await ticked(desk)
    await desk.must('Editor', 'fact.withdraw', { story, fact, reason: 'the paper is old' })
    await desk.mustSign('Checker', story, fact, 'queried', { reason: 'really?' })
    await write(desk, 'Checker', story, signedAgain(tick, { evidence: [], role: 'checker', contextWriters: [] }))
    return desk.lapses(story, fact)
  },
)
