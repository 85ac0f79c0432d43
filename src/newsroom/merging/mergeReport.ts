/** What a merge would bring, or brought, as data. */
import type * as Y from 'yjs'
import { loadDoc } from '../../document/createStoryDoc'
import { changedBeside } from '../../document/merge/changedBeside'
import { changedBlocks } from '../../document/merge/changedBlocks'
import { changeOfAnswer, readComments } from '../../document/reading/readComments'
import { readTray } from '../../document/rescueWords'
import type { StoryBundle } from '../../exchange/bundle/storyBundle'
import { assessStory, type AssessingDesk } from '../../story/assessment/assessStory'
import type { Assessment } from '../../story/assessment/assessment'
import { refusalsOf, type CountingDesk } from '../../story/assessment/counting'
import type { Story } from '../../story/assessment/story'
import type {
  MergedAct,
  MergedFact,
  MergedVerdict,
  MergeReport,
  MergeSender,
  SealedReport,
} from '../../story/requests/exchange/mergeRequests'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { defined } from '../../story/text/defined'
import { penHolder } from '../../story/ledger/writers/pen'
import { withFound } from '../../story/merge/withFound'
import type { KeyHistory } from '../../story/trust/keys/knownKeys'
import { filesOf } from '../reading/capturedFiles'
import { foundSince } from '../replica/askDocument'
import type { Newsroom } from '../state/newsroom'
import type { BroughtSources } from './broughtSources'
import type { MergePlan } from './planMerge'
import type { OpenedBundle } from './openSealed'
import { whyApart } from './apart/whyApart'

/** A report of nothing. */
export function emptyReport(bundle: StoryBundle, sender: MergeSender): MergeReport {
  const { hash, manifest, story } = bundle
  return {
    story: story.id,
    headline: story.headline ?? '',
    bundle: hash,
    made: manifest.made,
    sender,
    outcome: 'nothing',
    undoable: false,
    entries: 0,
    words: [],
    verdicts: [],
    facts: [],
    dropped: [],
    keptFields: [],
    missingFiles: [],
    files: 0,
    versions: 0,
    sources: [],
  }
}

export interface Reported {
  readonly bundle: StoryBundle
  readonly sender: MergeSender
  readonly plan: MergePlan
  /**
   * The document and the facts before, and the files that the story needed here (hereBefore). Absent: the story was not
   * here.
   */
  readonly before?:
    | { readonly state: Uint8Array; readonly facts: readonly Assessment[]; readonly files: ReadonlySet<string> }
    | undefined
  readonly versions: number
  readonly sources: BroughtSources
  /** Absent: nothing is sealed in it. */
  readonly sealed: (NonNullable<OpenedBundle['sealed']> & Pick<SealedReport, 'left'>) | undefined
  /** Snapshots that were sealed are new here. */
  readonly reveals: boolean
}

/** What a merge brings or brought to one story, for people: entries, words, verdicts, sources, and what stays out. */
export async function reportOf(room: Newsroom, reported: Reported): Promise<MergeReport> {
  const { bundle, sender, before, versions, sources, sealed, reveals } = reported
  const old = loadDoc(before ? [before.state] : [])
  const trayBefore = new Map(readTray(old).map(({ ref, text }) => [ref, text]))
  const desk = { ...room.desk(), sources: sources.book }
  const plan = onceFound(reported.plan, before?.facts ?? [], desk, room.ring.history)
  const { document, take, story } = plan
  const after = assessStory(story, desk)
  const [missing, files] = [[] as string[], [] as string[]]
  for (const sha256 of filesOf(story).keys()) {
    if ((await room.store.checkFile(sha256, { read: false })).is !== 'gone') continue
    if (bundle.files.has(sha256)) files.push(sha256)
    // One that was here is lost, and no bundle without it says that it lies elsewhere.
    else if (!before?.files.has(sha256)) missing.push(sha256)
  }
  // A protection is news, also where nothing else of the story changed: until it is here, the name may leave.
  const protects = sources.guarded.length > 0
  const isNoted = bringsAnything(plan) || reveals
  const brings = isNoted || files.length > 0 || sources.learned || protects
  const headline = story.copy.find(({ role }) => role === 'headline')?.text.trim() ?? ''
  return {
    ...emptyReport(bundle, sender),
    headline,
    outcome: !before ? 'new' : brings ? 'merged' : 'nothing',
    undoable: before !== undefined && isNoted,
    entries: take.length,
    words: changedBlocks(old, document.doc, before && loadDoc([bundle.document])),
    ...(before ? besideOf(old, plan) : {}),
    ...actsOf(plan, after, before !== undefined),
    verdicts: verdictsOf(plan, after, desk, room.ring.history),
    facts: before || brings ? changedFacts(before?.facts ?? [], after) : [],
    dropped: readTray(document.doc).flatMap(({ ref, text, by }) =>
      trayBefore.get(ref) === text || !document.update ? [] : [{ text, by }],
    ),
    ...commentsOf(old, document.doc),
    keptFields: document.keptFields,
    ...notMadeOf(plan),
    ...answeredOf(plan, sender, room.ring.history),
    ...suggestedOf(plan),
    ...(plan.again.length > 0 ? { again: true as const } : {}),
    missingFiles: missing,
    files: files.length,
    versions,
    sources: sources.names,
    ...(protects ? { guarded: sources.guarded } : {}),
    ...(sealed ? { sealed: { ...sealed, revealed: sources.revealed, otherwise: sources.otherwise } } : {}),
  }
}

/** The plan with what Stet notes after the merge of who wrote the words of verdicts that are new here. */
function onceFound(
  plan: MergePlan,
  before: readonly Assessment[],
  desk: AssessingDesk,
  history: KeyHistory,
): MergePlan {
  const { story, document, verified } = plan
  const facts = assessStory(story, desk)
  const asked = { doc: document.doc, entries: verified.counted, copy: story.copy, facts }
  const found = foundSince(asked, before, history)
  return found.length > 0 ? { ...plan, story: { ...story, ledger: withFound(story.ledger, found) } } : plan
}

/** The files that a story needs here: those that no merge has said to lie elsewhere. */
export const hereBefore = (story: Pick<Story, 'ledger' | 'copy'>): ReadonlySet<string> =>
  new Set([...filesOf(story).keys()].filter((file) => !story.ledger.filesElsewhere.has(file)))

/** Entries that only say that something was merged elsewhere bring nothing: else two machines would never be done. */
export const bringsAnything = ({ take, document, again }: MergePlan): boolean =>
  again.length > 0 ||
  document.update !== undefined ||
  take.some((entry) => entry.kind !== 'merged' || entry.again !== undefined)

/** What readers see beside the words and that changes: a link may lead elsewhere below the same words. */
function besideOf(old: ReturnType<typeof loadDoc>, { document, story }: MergePlan): Pick<MergeReport, 'beside'> {
  const found = changedBeside(old, document.doc)
  const wordsAt = (block: number): string => story.copy[block]?.text ?? ''
  return found.length > 0 ? { beside: found.map((one) => ({ ...one, words: wordsAt(one.block) })) } : {}
}

/** How many comments and answers are new here. */
function commentsOf(old: Y.Doc, doc: Y.Doc): Pick<MergeReport, 'comments'> {
  const known = new Set(saidIn(old))
  const comments = saidIn(doc).filter((said) => !known.has(said)).length
  return comments > 0 ? { comments } : {}
}

/** A name of each comment and of each answer. */
const saidIn = (doc: Y.Doc): readonly string[] =>
  readComments(doc).flatMap(({ id, replies }) => [id, ...replies.map((reply) => `${id} ${changeOfAnswer(reply)}`)])

/** What lets a story go on, or settles what the checks or somebody asks. */
const LETS_PASS: ReadonlySet<LedgerEntry['kind']> = new Set<LedgerEntry['kind']>([
  'moved',
  'overridden',
  'dismissed',
  'lossAccepted',
  'correctionNoted',
])

/** What changes something that is here, beside words and verdicts. */
const CHANGES: ReadonlySet<LedgerEntry['kind']> = new Set<LedgerEntry['kind']>([
  ...LETS_PASS,
  'undismissed',
  'fieldSet',
  'bylineStruck',
  'pen',
  'untagged',
  'retagged',
  'retyped',
  'described',
  'withdrawn',
  'answered',
  'translated',
  'derived',
  'evidenceAdded',
  'evidenceRemoved',
  'responseSought',
  'commentMarked',
  'commentDeleted',
  'mergeUndone',
])

/** Of a story that is new here, everything is: then only what lets it pass is told. */
function actsOf(
  { take, verified }: MergePlan,
  after: readonly Assessment[],
  isHere: boolean,
): Pick<MergeReport, 'acts'> {
  const counted = new Set(verified.counted.map(({ hash }) => hash))
  const told = isHere ? CHANGES : LETS_PASS
  const words = new Map(after.map((fact) => [fact.id, fact.words]))
  const acts = take.flatMap((entry): readonly MergedAct[] =>
    !told.has(entry.kind) || !counted.has(entry.hash) || (entry.kind === 'commentMarked' && entry.says === 'said')
      ? []
      : [{ entry, ...defined({ words: 'fact' in entry ? words.get(entry.fact) : undefined }) }],
  )
  return acts.length > 0 ? { acts } : {}
}

/** How many suggestions became of what each person typed without the pen. */
function suggestedOf({ document, story }: MergePlan): Pick<MergeReport, 'suggested'> {
  const counts = new Map<string, number>()
  for (const { by } of document.suggested) counts.set(by, (counts.get(by) ?? 0) + 1)
  const holder = penHolder(story.ledger) ?? ''
  return counts.size > 0 ? { suggested: [...counts].map(([by, count]) => ({ by, holder, count })) } : {}
}

/** Where nobody here trusts the sender's key, the words on the sender say it of all. */
function answeredOf(
  { document }: MergePlan,
  { standing }: MergeSender,
  { keys }: KeyHistory,
): Pick<MergeReport, 'answered' | 'answeredElsewhere'> {
  if (standing !== 'trusted') return {}
  const live = [...keys.values()].filter((key) => key.elsewhere && key.retired === undefined)
  const elsewhere = document.answered.filter((name) => live.some(({ person }) => person === name))
  const answered = document.answered.filter((name) => !elsewhere.includes(name))
  return {
    ...(answered.length > 0 ? { answered } : {}),
    ...(elsewhere.length > 0 ? { answeredElsewhere: elsewhere } : {}),
  }
}

/** Each reason once, of what is new here. */
function notMadeOf({ take, verified }: MergePlan): Pick<MergeReport, 'notMade'> {
  const fresh = new Set(take.map(({ hash }) => hash))
  const told = new Set(verified.withoutRight.flatMap(({ entry, why }) => (fresh.has(entry.hash) ? [why] : [])))
  return told.size > 0 ? { notMade: [...told] } : {}
}

function verdictsOf(
  { take, verified, story }: MergePlan,
  after: readonly Assessment[],
  desk: CountingDesk,
  history: KeyHistory,
): readonly MergedVerdict[] {
  const counted = new Set(verified.counted.map(({ hash }) => hash))
  // Each verdict that its giver may not give here, not the latest of a fact alone.
  const refusals = new Map<string | undefined, string | undefined>(
    after.flatMap(({ record, refused }) => [
      ...refusalsOf(record, story, desk),
      ...(refused ? [[refused.signOff.hash, refused.why] as const] : []),
    ]),
  )
  // Only where the fold found the verdict that was looked at: nobody passes a verdict off as a look.
  const looks = new Set(
    after.flatMap(({ record }) => record.signOffs.flatMap(({ acceptedBy, hash }) => (acceptedBy ? [hash] : []))),
  )
  return take.flatMap((entry): readonly MergedVerdict[] => {
    if (entry.kind !== 'signed') return []
    const { fact, words, status, by, at } = entry
    const told = { fact, words, status, by, at, ...(looks.has(entry.hash) ? { look: true as const } : {}) }
    return [
      counted.has(entry.hash)
        ? { ...told, ...defined({ refused: refusals.get(entry.hash) }) }
        : { ...told, why: whyApart(entry, history) },
    ]
  })
}

function changedFacts(before: readonly Assessment[], after: readonly Assessment[]): readonly MergedFact[] {
  const known = new Map(before.map((one) => [one.id, one]))
  return after.flatMap(({ id, words, status, reasons }): readonly MergedFact[] => {
    const from = known.get(id)?.status
    return from === status ? [] : [{ fact: id, words, ...(from === undefined ? {} : { from }), to: status, reasons }]
  })
}
