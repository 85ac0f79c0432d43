/** What left once leaves again, although somebody found out more since; what legal wrote leaves with another role. */
import { group, type Attempt } from './attempt'
import { page } from './blocks'
import { done, Unprepared, type Desk } from './driver'

const exits = group('exits').ours

const AGAIN = 'Exporting again: the gate and the scan use what is known today.'

interface Left {
  readonly story: string
  readonly fact: string
  readonly source: string
}

/** A published story with a tick of Checker leaves. Then something changes, and the same export is repeated. */
const repeated =
  (request: Readonly<Record<string, unknown>>, then: (desk: Desk, left: Left) => Promise<unknown>): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.', 'The council rose at noon.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const source = await desk.source('Ledger')
    await desk.verify(story, fact, 'Checker', { evidence: { source, locator: 'p. 3', stance: 'supports' } })
    await desk.published(story)
    const { entry } = await desk.must<{ entry: number }>('Editor', 'story.export', { story, ...request })
    await desk.must('Producer', 'story.exportAgain', { story, entry })
    await then(desk, { story, fact, source })
    return done(await desk.ask('Producer', 'story.exportAgain', { story, entry }))
  }

const SHEET = { format: 'factsheet', edition: 'public' }
const NOTES = { format: 'annotations', edition: 'public' }

const kill = (desk: Desk, { story }: Left): Promise<unknown> =>
  desk.must('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong' })
const wrong = (desk: Desk, { story, fact }: Left): Promise<unknown> =>
  desk.mustSign('Chief', story, fact, 'wrong', { reason: 'It was 90.', evidence: null })
const author = (desk: Desk, { story }: Left): Promise<unknown> =>
  desk.must('Chief', 'story.setField', { story, field: 'byline', value: [{ name: 'Reporter' }, { name: 'Checker' }] })
const embargo = (desk: Desk, { story }: Left): Promise<unknown> =>
  desk.must('Chief', 'story.setField', { story, field: 'embargo', value: '2026-12-24T06:00:00Z' })
const evidenceGone = async (desk: Desk, { story, fact }: Left): Promise<unknown> => {
  const [evidence] = (await desk.fact(story, fact)).evidence
  return desk.must('Editor', 'fact.removeEvidence', { story, fact, evidence: evidence?.id })
}
const contradicted = (desk: Desk, { story, fact, source }: Left): Promise<unknown> => {
  const evidence = { source, locator: 'p. 4', stance: 'contradicts' }
  return desk.must('Checker', 'fact.addEvidence', { story, fact, evidence })
}
const renamed = (desk: Desk, { source }: Left): Promise<unknown> =>
  desk.must('Chief', 'source.edit', { source, name: 'A forged ledger' })

const LISTS_VERDICTS = { mutant: 'a list of facts is exported again whose ticks hold no longer' }
const LISTS_LATER = { mutant: 'a list of facts is exported again after a kill or under an embargo' }
const BACKING = { mutant: 'words are exported again whose tick lost its evidence' }

for (const [kind, request] of [
  ['public fact sheet', SHEET],
  ['public list of annotations', NOTES],
] as const) {
  exits(`A ${kind} is repeated after a kill`, { spec: AGAIN, proof: LISTS_LATER }, repeated(request, kill))
  exits(`A ${kind} is repeated under an embargo`, { spec: AGAIN, proof: LISTS_LATER }, repeated(request, embargo))
  exits(
    `A ${kind} says that wrong words are verified`,
    { spec: AGAIN, proof: LISTS_VERDICTS },
    repeated(request, wrong),
  )
  exits(`A ${kind} has a tick of an author`, { spec: AGAIN, proof: LISTS_VERDICTS }, repeated(request, author))
  exits(`A ${kind} has a tick without its evidence`, { spec: AGAIN, proof: BACKING }, repeated(request, evidenceGone))
  exits(`A ${kind} has a tick on a renamed source`, { spec: AGAIN, proof: BACKING }, repeated(request, renamed))
}
exits(
  'Copy is exported again whose evidence somebody took away',
  { spec: AGAIN, proof: BACKING },
  repeated({ format: 'html' }, evidenceGone),
)
exits(
  'Copy is exported again that new evidence contradicts',
  { spec: AGAIN, proof: BACKING },
  repeated({ format: 'html' }, contradicted),
)

const ADVICE = 'Our counsel expects a claim.'

exits(
  'What legal wrote leaves with the history once legal is an editor',
  { spec: 'Texts of legal stay at the desk.', proof: { mutant: 'a new role opens what legal wrote' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.mustSign('Legal', story, fact, 'queried', { reason: ADVICE })
    const leaves = async (): Promise<boolean> =>
      JSON.stringify(await desk.must('Reporter', 'story.exportHistory', { story })).includes(ADVICE)
    if (await leaves()) throw new Unprepared('It leaves before the role changes.')
    await desk.must('Chief', 'roster.add', { name: 'Legal', role: 'editor' })
    const through = await leaves()
    return { through, seen: through ? 'the advice is in it' : 'withheld' }
  },
)
