/** Another Stet signs in the name of a checker that a proposal of theirs was accepted. */
import type { LedgerEntry, LedgerEvent } from '../../src/story/ledger/ledgerEntry'
import { group } from './attempt'
import { page } from './blocks'
import { Unprepared, type Desk } from './driver'

const who = group('whoMay').ours

const SPEC = 'Rule 8: the proposer verifies what they proposed, as long as they stand by it; the acceptor changes.'

interface Begun {
  readonly story: string
  readonly fact: string
  readonly suggestion: string
}

/** A checker finds 100 wrong and proposes 200. */
async function proposed(desk: Desk, text: string): Promise<Begun> {
  const story = await desk.story('Reporter', page(text))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const evidence = { ...(await desk.paper()), stance: 'contradicts' as const }
  const reply = await desk.sign('Checker', story, fact, 'wrong', { evidence, proposed: '200', reason: 'the record' })
  if (!reply.ok) throw new Unprepared(reply.message)
  return { story, fact, suggestion: (reply.value as { suggestion: string }).suggestion }
}

async function accept(desk: Desk, { story, fact, suggestion }: Begun): Promise<void> {
  await desk.must('Reporter', 'suggestion.accept', { story, suggestions: [{ id: suggestion }] })
  const { status } = await desk.fact(story, fact)
  if (status !== 'verified') throw new Unprepared(`It reads ${status} after it was accepted.`)
}

/** What the app writes when the same proposal is accepted for this text. */
async function written(desk: Desk, text: string): Promise<readonly LedgerEntry[]> {
  const begun = await proposed(desk, text)
  await accept(desk, begun)
  const { entries } = await (await desk.room()).storyNow(begun.story)
  return entries.filter(({ accepts }) => accepts !== undefined)
}

/** The author writes the same here, whatever the checker has said since. */
async function forge(desk: Desk, { story, fact, suggestion }: Begun, entries: readonly LedgerEntry[]): Promise<void> {
  const open = await (await desk.room()).storyNow(story)
  const proposal = open.entries.find((entry) => entry.kind === 'suggested' && entry.suggestion === suggestion)
  const against = open.entries.find((entry) => entry.kind === 'evidenceAdded' && entry.evidence.stance !== 'supports')
  if (!proposal || against?.kind !== 'evidenceAdded') throw new Unprepared('Nothing is proposed.')
  const events = entries.map((entry): LedgerEvent => {
    if (entry.kind === 'evidenceRemoved') return { kind: 'evidenceRemoved', fact, evidence: against.evidence.id }
    if (entry.kind === 'evidenceAdded')
      return { kind: 'evidenceAdded', fact, evidence: { ...entry.evidence, id: `evidence-${open.entries.length}` } }
    const { words, sentence, preceding, sentenceRule, evidence, groundRules, view, parts } = entry as SignedEntry
    const signed = { words, sentence, preceding, sentenceRule, evidence, groundRules, view, parts }
    return { kind: 'signed', fact, status: 'verified', reason: 'Accepted.', ...signed } as LedgerEvent
  })
  await open.noteAccepted('Checker', { acceptor: 'Reporter', suggestion: proposal.hash }, ...events).written
}

type SignedEntry = Extract<LedgerEntry, { kind: 'signed' }>

const TEXT = 'Exports rose 100 won in June.'

who(
  'An old proposal of a checker who found the words wrong again is accepted in the checker’s name',
  { spec: SPEC, proof: { mutant: 'right words stand verified though their proposer said “wrong” once more since' } },
  async (room) => {
    const desk = await room.desk()
    const entries = await written(desk, TEXT)
    const begun = await proposed(desk, TEXT)
    await desk.mustSign('Checker', begun.story, begun.fact, 'wrong', { reason: 'it is not 200 either' })
    await desk.mustEdit('Reporter', begun.story, '100', '200')
    await forge(desk, begun, entries)
    return desk.lapses(begun.story, begun.fact)
  },
)
who(
  'The words of a proposal are put into another sentence and accepted there in the checker’s name',
  { spec: SPEC, proof: { mutant: 'right words stand verified in another sentence' } },
  async (room) => {
    const desk = await room.desk()
    const entries = await written(desk, 'Exports never rose 100 won in June.')
    const begun = await proposed(desk, TEXT)
    await desk.mustEdit('Reporter', begun.story, 'rose', 'never rose')
    await desk.mustEdit('Reporter', begun.story, '100', '200')
    await forge(desk, begun, entries)
    return desk.lapses(begun.story, begun.fact)
  },
)
who(
  'A proposal is accepted in the checker’s name again after an editor has taken that tick back',
  { spec: SPEC, proof: { mutant: 'a proposal is accepted twice' } },
  async (room) => {
    const desk = await room.desk()
    const entries = await written(desk, TEXT)
    const begun = await proposed(desk, TEXT)
    await accept(desk, begun)
    await desk.must('Editor', 'fact.withdraw', { story: begun.story, fact: begun.fact, reason: 'the paper is old' })
    await forge(
      desk,
      begun,
      entries.filter(({ kind }) => kind === 'signed'),
    )
    return desk.lapses(begun.story, begun.fact)
  },
)
