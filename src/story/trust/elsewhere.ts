/**
 * What people on other machines may do to a story. Their app asks the roster there, and a person who changes their app
 * asks nothing. So each kind of entry that gives trust or moves a story asks the table of rights here, with the role
 * that its person had in this library when it came in. An entry without the right does not count. Entries of people of
 * this library ask the same table, where they give trust (ownRights.ts).
 */
import { rightsText } from '../../catalogue/story/rights'
import { isAloneWith } from '../ledger/leaving/corrections/correctionRecorders'
import { whyNotRight, type Right } from '../desk/rightsTable'
import { isRole } from '../desk/roster'
import { authorsAfter, namesOfField } from '../ledger/writers/authorNames'
import { AGAINST, GUARDED, typeTaggedAgain, type FactType } from '../ledger/facts/fact'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import { isVersionKind } from '../ledger/stages'
import { isLooser } from '../text/looserEmbargo'
import { isNamedIn } from '../text/words/personName'
import { hasFirstPin, type KeyHistory, type KnownKey } from './keys/knownKeys'
import { ownPeople, whyNotHere } from './ownRights'

/** An entry whose person had no right to make it. It does not count. `why`: one sentence for people. */
export interface WithoutRight {
  readonly entry: LedgerEntry
  readonly why: string
  /** A person of this library wrote it. */
  readonly here?: true
}

/** What the story tells when an entry comes in. */
interface Told {
  readonly authors: readonly string[]
  /** Fact → its type. */
  readonly types: ReadonlyMap<string, FactType>
  /** Facts that somebody gave a verdict against. */
  readonly against: ReadonlySet<string>
  /** The one-person desk was on here. */
  readonly alone: boolean
  /** Names of the roster. */
  readonly people: readonly string[]
  /** The records of corrections so far. */
  readonly records: readonly LedgerEntry[]
  /** Evidence that speaks against words, by its id. */
  readonly contradicting: ReadonlySet<string>
  /** Comments that somebody said must be fixed. */
  readonly mustFix: ReadonlySet<string>
}

/** What an entry asks for: a right, or a reason why nobody of another machine makes such an entry. */
type Asked =
  | { readonly right: Right; /** Nobody else stands by it. */ readonly wrote?: boolean }
  | { readonly never: string }
  | undefined

const right = (name: Right): Asked => ({ right: name })
/** Everybody may, but nobody without a PIN where there are PINs. */
const ANYBODY = right('markAgainst')
const never = (why: string): Asked => ({ never: why })

/**
 * Kind of entry → right. Verdicts, overrides and dismissals ask each time they are counted (assessment/counting.ts).
 */
function askedBy(entry: LedgerEntry, told: Told): Asked {
  const { by } = entry
  switch (entry.kind) {
    case 'moved': {
      const { from, to, versionKind = '' } = entry
      if (to === 'killed') return right('kill')
      if (to === 'published') return right('publish')
      // Restoring clears only what was cleared when it was spiked.
      if (to === 'cleared' && from !== 'spiked') return right('clear')
      return from === 'published' && to === 'inReview' && !isVersionKind(versionKind)
        ? never(rightsText('elsewhere.versionKind', { by }))
        : undefined
    }
    case 'signed':
      return entry.selfChecked && !told.alone ? never(rightsText('elsewhere.selfChecked', { by })) : undefined
    case 'answered':
      // It may take such a verdict away (assessment/counting.ts).
      return told.against.has(entry.fact) ? right('markAgainst') : undefined
    case 'untagged':
      return isGuarded(entry.fact, told) ? right('removeGuard') : undefined
    case 'retyped':
      return isGuarded(entry.fact, told) && entry.to !== told.types.get(entry.fact) ? right('removeGuard') : undefined
    case 'fieldSet':
      return askedByField(entry, told)
    case 'bylineStruck':
      return isNamedIn(entry.name, by) ? never(rightsText('elsewhere.ownName', { by })) : right('strikeByline')
    case 'pen':
      // Whether a giver had it, the fold says (ledger/writers/pen.ts).
      return right(entry.taken ? 'takePen' : 'givePen')
    case 'correctionNoted':
      if (entry.approver === undefined) return undefined
      if (entry.approver !== by) return never(rightsText('elsewhere.approver', { by }))
      return { right: 'approveCorrection', wrote: isAloneWith(by, entry, told.records) }
    case 'evidenceRemoved':
      return told.contradicting.has(entry.evidence) ? ANYBODY : undefined
    case 'evidenceAdded':
      return entry.replaces !== undefined && told.contradicting.has(entry.replaces) ? ANYBODY : undefined
    case 'translated':
      return entry.translation?.secondReader?.trim() === by ? ANYBODY : undefined
    case 'commentMarked':
      return (entry.says === 'resolved' || entry.says === 'notMustFix') && told.mustFix.has(entry.comment)
        ? ANYBODY
        : undefined
    case 'commentDeleted':
      return entry.answer === undefined && told.mustFix.has(entry.comment) ? ANYBODY : undefined
    case 'lossAccepted':
      return right('acceptLoss')
    case 'apartDecided':
      return right('decideApart')
    case 'merged':
      // What somebody undid counts again.
      return entry.again === undefined ? undefined : right('move')
    case 'filesElsewhere':
      return never(rightsText('elsewhere.files', { by }))
    default:
      return undefined
  }
}

const isGuarded = (fact: string, { types }: Told): boolean => GUARDED.has(types.get(fact) ?? 'quote')

function askedByField(entry: Extract<LedgerEntry, { kind: 'fieldSet' }>, { people }: Told): Asked {
  const { by, field, from, to, legalHash } = entry
  if (field === 'author' || field === 'byline') {
    const named = (text: string): readonly string[] => {
      const lines = namesOfField(field, text)
      return people.filter((name) => lines.some((line) => isNamedIn(line, name)))
    }
    const [was, is] = [named(from), named(to)]
    const isOthers = was.some((name) => !is.includes(name)) || is.some((name) => !was.includes(name) && name !== by)
    return isOthers ? right('nameAuthors') : undefined
  }
  if (field === 'embargo') return isLooser(from.trim(), to.trim()) ? right('liftEmbargo') : undefined
  const lowers = field === 'needsLegal' && to !== 'required' && from !== to && from !== 'none'
  return lowers || to === 'complete' || legalHash !== undefined ? right('completeLegal') : undefined
}

/** The entries whose person had no right to make them. `entries`: those that count by their keys, in file order. */
export function entriesWithoutRight(
  entries: readonly LedgerEntry[],
  history: KeyHistory,
  /** Hashes of entries for which an unencrypted key was enough. */
  beforePins: ReadonlySet<string> | undefined,
): readonly WithoutRight[] {
  const keyOf = ({ signer = '' }: LedgerEntry): KnownKey | undefined => history.keys.get(signer)
  const own = ownPeople(entries, history, beforePins)
  if (!entries.some((entry) => keyOf(entry)?.elsewhere || own.asks(entry))) return []
  const arrivals = arrivalsOf(entries, (entry) => keyOf(entry)?.elsewhere === true)
  const people = [...history.people.keys()]
  const found: WithoutRight[] = []
  const types = new Map<string, FactType>()
  const against = new Set<string>()
  const records: LedgerEntry[] = []
  const contradicting = new Set<string>()
  const mustFix = new Set<string>()
  const told = { types, against, people, records, contradicting, mustFix }
  let authors: readonly string[] = []
  for (const [place, entry] of entries.entries()) {
    const key = keyOf(entry)
    if (key?.elsewhere) {
      const at = arrivals[place]
      const alone = isAlone(history, at)
      const lacksPin = hasFirstPin(history) && key.grade !== 'pin' && beforePins?.has(entry.hash) !== true
      const asked = askedBy(entry, { ...told, authors, alone })
      const why =
        asked === undefined
          ? undefined
          : 'never' in asked
            ? asked.never
            : whyNotRight(asked.right, entry.by, {
                role: roleAt(history, entry.by, at),
                lacksPin,
                isAuthor: authors.some((line) => isNamedIn(line, entry.by)),
                wrote: 'right' in asked && asked.wrote === true,
                alone,
              })
      if (why !== undefined) {
        found.push({ entry, why })
        continue
      }
    } else if (own.asks(entry)) {
      const asked = askedBy(entry, { ...told, authors, alone: true })
      const person = {
        isAuthor: authors.some((line) => isNamedIn(line, entry.by)),
        wrote: asked !== undefined && 'right' in asked && asked.wrote === true,
      }
      const why =
        asked && 'right' in asked
          ? whyNotHere(asked.right, entry.by, person, own.standing(entry, place))
          : asked && whyNever(entry)
      if (why !== undefined) {
        found.push({ entry, why, here: true })
        continue
      }
    }
    authors = authorsAfter(authors, entry, types.size > 0)
    if (entry.kind === 'tagged') types.set(entry.fact, typeTaggedAgain(types.get(entry.fact), entry.type))
    else if (entry.kind === 'retyped') types.set(entry.fact, entry.to)
    else if (entry.kind === 'signed' && AGAINST.has(entry.status)) against.add(entry.fact)
    else if (entry.kind === 'created') for (const fact of Object.keys(entry.against ?? {})) against.add(fact)
    else if (entry.kind === 'correctionNoted') records.push(entry)
    else if (entry.kind === 'evidenceAdded' && entry.evidence.stance === 'contradicts')
      contradicting.add(entry.evidence.id)
    else if (entry.kind === 'commentMarked' && entry.says === 'mustFix') mustFix.add(entry.comment)
  }
  return found
}

/** Why a person of this library may not make this entry either. Asks only about entries that give trust. */
function whyNever({ kind, by }: LedgerEntry): string | undefined {
  if (kind === 'bylineStruck') return rightsText('strikeByline.own', { by })
  return kind === 'correctionNoted' ? rightsText('approveCorrection.own', { by }) : undefined
}

/** When a merge of this library took each entry in. Undefined: now. All other times are those of the writer's clock. */
function arrivalsOf(
  entries: readonly LedgerEntry[],
  isElsewhere: (entry: LedgerEntry) => boolean,
): readonly (string | undefined)[] {
  const arrivals: (string | undefined)[] = []
  let at: string | undefined
  for (const [back, entry] of entries.toReversed().entries()) {
    if (entry.kind === 'merged' && !isElsewhere(entry)) at = entry.at
    arrivals[entries.length - 1 - back] = at
  }
  return arrivals
}

/** The role of a person at an instant. Who left keeps the last one; who came on the roster later has the first one. */
function roleAt({ roles }: KeyHistory, person: string, at: string | undefined) {
  const own = roles.filter((one) => one.person === person)
  const given = at === undefined ? own.at(-1) : (own.findLast((one) => one.at <= at) ?? own[0])
  if (!given) return undefined
  return isRole(given.role) ? given.role : 'reporter'
}

const isAlone = ({ alone }: KeyHistory, at: string | undefined): boolean =>
  (at === undefined ? alone.at(-1) : alone.findLast((one) => one.at <= at))?.on ?? false
