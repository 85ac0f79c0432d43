/** Whether a fact is verified: the rules of the product specification, one after the other. */
import { blocksBySentence, compareContexts } from './context'
import type { Accept, Context, FactType, Seen, SeenEvidence, SignOff, Truth } from './model'
import type { FactRecord, OracleStory } from './story'

/** `warned`: verified, and something around it changed that a person should look at. */
export type Standing = 'verified' | 'warned' | 'no'
/** All answers that the specification allows; most often one. */
export type Standings = ReadonlySet<Standing>

const NO: Standings = new Set(['no'])
const RANK: readonly Standing[] = ['no', 'warned', 'verified']

export interface Judgement {
  readonly allowed: Standings
  readonly why: string
}

export function judge(story: OracleStory, fact: string): Judgement {
  const now = story.seen(fact)
  const record = story.facts.get(fact)
  if (!now || !record) return { allowed: NO, why: 'the tag is gone' }
  // A window that had not heard of it may bring the mark back. Nobody tagged the words again.
  if (record.untagged) return { allowed: NO, why: 'somebody took the tag off' }
  if (!now.whole) return { allowed: NO, why: 'rule 1: the tag has a gap or stands in two places' }
  if (story.lostLines.size > 0) return { allowed: NO, why: 'a line of the history is missing' }
  // Whether a desk of two takes back what its only person took back is not said.
  const alone = record.signOffs.some(({ withdrawnAlone }) => withdrawnAlone) && !story.deskOfOne
  const judged = judgeRecord(story, record, now)
  return alone ? { allowed: union(judged.allowed, NO), why: `${judged.why} (taken back on a one-person desk)` } : judged
}

function judgeRecord(story: OracleStory, record: FactRecord, now: Seen): Judgement {
  const standing = record.signOffs.filter(({ withdrawn, step }) => !withdrawn && step > record.answered)
  let open: Standings = new Set()
  let maybe = ''
  const looks: Accept[] = []
  for (const signOff of standing.toReversed()) {
    const counting = counts(story, signOff, now)
    if (counting !== 'yes' && signOff.status === 'verified' && signOff.seen.words === now.words)
      looks.unshift({ step: signOff.step, by: signOff.by, context: signOff.seen.context, wrote: 'either' })
    if (counting === 'no') continue
    const judged = judgeSignOff(story, signOff, now, looks)
    if (counting === 'yes') return { ...judged, allowed: union(open, judged.allowed) }
    open = union(open, judged.allowed)
    maybe = ` (${signOff.by}'s may: ${judged.why})`
  }
  return { allowed: union(open, NO), why: `no sign-off surely counts${maybe}` }
}

/** Rule 8 and 7: whether a verdict counts, from all that is known now. */
export function counts(story: OracleStory, signOff: SignOff, now?: Seen): Truth {
  const { by, status, seen, wrote, alone } = signOff
  if (!story.people.has(by)) return 'no'
  if (status === 'verified') {
    if (alone !== 'no') return alone
    if (story.isAuthor(by) || wrote === 'yes') return story.deskOfOne ? 'either' : 'no'
    // Of two equal pieces the one that carried it may be gone.
    const left = now ? stillThere(seen.evidence, now.evidence) : []
    const supported = isSupported(story, left.length > 0 ? left : seen.evidence, by)
    if (supported === 'no' && story.deskOfOne) return 'either'
    return supported === 'no' ? 'no' : supported === 'either' ? 'either' : wrote === 'either' ? 'either' : 'yes'
  }
  if (status !== 'onAuthor' && status !== 'letStand') return 'yes'
  if (alone !== 'no') return alone
  if (story.isAuthor(by) || wrote === 'yes') return story.deskOfOne ? 'either' : 'no'
  if (status === 'letStand' && story.people.get(by)?.role !== 'editor') return 'no'
  return wrote === 'either' ? 'either' : 'yes'
}

/** Rule 7: at least one supporting piece that no author brought or saw, and that the verifier did not see. */
export function isSupported(story: OracleStory, evidence: readonly SeenEvidence[], by: string): Truth {
  const supporting = evidence.filter(({ item }) => item.stance === 'supports')
  if (supporting.length === 0) return 'no'
  const carries = supporting.map(({ item }): Truth => {
    if (item.file !== '') return 'yes'
    // Also of a person who became an author afterwards: what counts is asked each time.
    if (story.isAuthor(item.by)) return 'no'
    const source = story.sources.get(item.source)
    // Which kind a source that was merged into another has is not said.
    if (source?.mergedInto !== undefined) return 'either'
    if (source?.kind !== 'observation') return 'yes'
    return item.observer === by || item.by === by || story.isAuthor(item.observer) ? 'no' : 'yes'
  })
  return carries.includes('yes') ? 'yes' : carries.includes('either') ? 'either' : 'no'
}

function judgeSignOff(story: OracleStory, signOff: SignOff, now: Seen, others: readonly Accept[]): Judgement {
  const { seen, status } = signOff
  if (status !== 'verified') return { allowed: NO, why: `the latest verdict is ${status}` }
  const no = (why: string): Judgement => ({ allowed: NO, why })
  if (signOff.step < story.lineAccepted) return no('nobody signed since a line of the history was lost')
  if (seen.words !== now.words) return no(`rule 2: “${seen.words}” is now “${now.words}”`)
  const { type, statement, attributedTo } = now.tag
  if (type !== seen.tag.type) return no('the type changed')
  if (statement !== seen.tag.statement || attributedTo !== seen.tag.attributedTo)
    return no('the claim or speaker changed')
  const backing = evidenceChange(story, seen.evidence, now.evidence)
  if (backing !== undefined) return no(`rule 7: ${backing}`)
  // A verdict that does not count accepts no change. Whether it is a look at what the verifier wrote is not said.
  const wasSeen = signOff.wroteContext !== 'no' && others.some(({ by }) => by !== signOff.by)
  const own = around(signOff, type, now)
  const looks = wasSeen ? union(own, around({ ...signOff, wroteContext: 'no' }, type, now)) : own
  // The one-person desk lifts the rules for two people: whether what was signed before counts as looked at is not said.
  const lifted = (story.deskOfOne || signOff.alone !== 'no') && signOff.wroteContext !== 'no'
  const allowed = lifted ? union(looks, around({ ...signOff, wroteContext: 'no' }, type, now)) : looks
  // Who accepts what a one-person desk verified may lack what the two-person rules ask for.
  const isCarried = signOff.alone !== 'no' && signOff.accepts.length > 0
  const acceptedAlone = isCarried && isSupported(story, seen.evidence, signOff.by) !== 'yes'
  const isOneLine = seen.shown.length === now.shown.length
  const flips = isOneLine ? seen.shown.filter((line, index) => line !== now.shown[index]).length : 0
  if (flips > 0 && flips === seen.shown.length) return no('rule 2: the words are shown in another order')
  const lacksAdded = now.evidence.some(({ item }) => item.file !== '' && story.gone.has(item.file))
  const self = isSelfChecked(story, signOff, now)
  const read = self === 'no' ? allowed : self === 'yes' ? warned(allowed) : union(allowed, warned(allowed))
  const answers = flips > 0 || lacksAdded || acceptedAlone ? union(read, NO) : read
  const open: readonly (readonly [string, boolean])[] = [
    ['words shown in another order', flips > 0],
    ['a file of added support is gone', lacksAdded],
    ['accepted of a one-person desk', acceptedAlone],
    ['self-checked', self === 'either'],
    ['one-person desk', lifted],
    [`who wrote around: ${signOff.openContext ?? ''}`, signOff.wroteContext === 'either'],
    ['a look by one of several who changed it', signOff.accepts.some(({ wrote }) => wrote === 'either')],
    ['whether a verdict that does not count is a look', wasSeen],
    ...compareContexts(type, seen.context, now.context).open.map((one) => [one, true] as const),
  ]
  const reasons = answers.size > 1 ? open.flatMap(([one, holds]) => (holds ? [one] : [])) : []
  const why = 'words, evidence and people are as signed; what stands around decides'
  return { allowed: answers, why: reasons.length > 0 ? `${why} (${reasons.join(' | ')})` : why }
}

/** The one-person desk: what it signs reads "self-checked", which warns, for good. */
function isSelfChecked(
  story: OracleStory,
  { by, seen, wrote, wroteContext, alone, accepts }: SignOff,
  now: Seen,
): Truth {
  if (alone === 'yes' || !story.deskOfOne) return alone
  // Of two equal pieces the one that carried it may be gone.
  const left = stillThere(seen.evidence, now.evidence)
  if (left.length > 0 && isSupported(story, left, by) === 'no') return 'either'
  if (isSupported(story, seen.evidence, by) === 'no') return 'yes'
  if (story.isAuthor(by) || wrote === 'yes') return 'yes'
  if (wroteContext === 'yes' && accepts.length === 0) return 'yes'
  return alone === 'no' && wrote === 'no' && wroteContext === 'no' ? 'no' : 'either'
}

const warned = (allowed: Standings): Standings =>
  new Set([...allowed].map((one) => (one === 'verified' ? 'warned' : one)))

/** Rule 7. Support that was added changes nothing. */
export function evidenceChange(
  story: OracleStory,
  then: readonly SeenEvidence[],
  now: readonly SeenEvidence[],
): string | undefined {
  const left = new Set(now.map(contentOf))
  const before = new Set(then.map(contentOf))
  for (const piece of then) {
    if (!left.has(contentOf(piece))) return `the evidence ${piece.item.id} is gone or changed, or its source is`
    if (piece.item.file !== '' && story.gone.has(piece.item.file)) return 'a captured file is gone'
  }
  const contradicted = now.some((piece) => piece.item.stance === 'contradicts' && !before.has(contentOf(piece)))
  return contradicted ? 'a contradiction was added' : undefined
}

/** The current pieces that read as those that were signed. */
function stillThere(then: readonly SeenEvidence[], now: readonly SeenEvidence[]): readonly SeenEvidence[] {
  const reads = ({ item }: SeenEvidence): string =>
    JSON.stringify([item.source, item.locator, item.excerpt, item.stance, item.file, item.observer])
  const signed = new Set(then.map(reads))
  return now.filter((piece) => signed.has(reads(piece)))
}

const contentOf = ({ item, commitment }: SeenEvidence): string =>
  JSON.stringify([item.source, item.locator, item.excerpt, item.stance, item.file, commitment])

/** Rule 4, and the look at what the verifier wrote. */
function around({ by, seen, wroteContext, accepts }: SignOff, type: FactType, now: Seen): Standings {
  const against = (then: Context): Standings => {
    const { blocks, warns } = compareContexts(type, then, now.context)
    const found = new Set<Standing>()
    if (blocks !== 'no') found.add('no')
    if (blocks !== 'yes') {
      if (warns !== 'no') found.add('warned')
      if (warns !== 'yes') found.add('verified')
    }
    return found
  }
  let best = against(seen.context)
  if (wroteContext !== 'no') {
    const unseen: Standings = blocksBySentence(type) ? NO : new Set(['no', 'warned'])
    best = wroteContext === 'yes' ? unseen : union(best, unseen)
  }
  for (const [index, accept] of accepts.entries()) {
    const own = accept.by === by && wroteContext !== 'no'
    const valid: Truth = accept.wrote === 'yes' ? 'no' : accept.wrote === 'either' || own ? 'either' : 'yes'
    if (valid === 'no') continue
    // The last look decides. Whether a text that was seen before still counts is not said.
    const better = bestOf(best, against(accept.context))
    const isLast = valid === 'yes' && index === accepts.length - 1
    best = isLast ? union(against(accept.context), better) : union(best, better)
  }
  return best
}

const union = (a: Standings, b: Standings): Standings => new Set([...a, ...b])

/** The better of two answers, for each pair that is allowed. */
function bestOf(a: Standings, b: Standings): Standings {
  const found = new Set<Standing>()
  for (const one of a) for (const other of b) found.add(RANK.indexOf(one) > RANK.indexOf(other) ? one : other)
  return found
}
