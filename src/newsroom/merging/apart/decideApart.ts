/** Entries that stand apart: what waits for an editor, and what the editor decides. */
import { apartText } from '../../../catalogue/merging/apart'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { isSignedStatus, STATUS_WORDS } from '../../../story/ledger/facts/fact'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { apartDecisions, decidable, type ApartDecision } from '../../../story/merge/waitingApart'
import type { ApartEntry } from '../../../story/requests/exchange/apartRequests'
import { NewsroomError } from '../../../story/requests/requests'
import { shownSource } from '../../../story/desk/source'
import { defined } from '../../../story/text/defined'
import { verifyLedger } from '../../../story/trust/verifyLedger'
import { checkSignature } from '../../../storage/disk/crypto/ed25519'
import type { OpenStory } from '../../replica/openStory'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import { takenOver, writerOf, type Taking } from './takeOver'
import { whyApart } from './whyApart'

export const listApart: Action<'story.apart'> = async (room, by, { story: id, all = false }) => {
  const story = await room.storyNow(id)
  const decided = apartDecisions(story.entries)
  const found = decidable(story.apart).filter(({ hash }) => all || !decided.has(hash))
  if (found.length === 0) return { entries: [] }
  const entries = found.slice(0, MOST_LISTED)
  const why = whyOf(room, story, entries)
  const refused = whyNotMay('decideApart', by, { desk: room.desk() })
  return {
    entries: entries.map((entry) => shown({ room, story, by }, entry, why(entry), decided.get(entry.hash))),
    ...defined({ refused }),
    ...(found.length > entries.length ? { more: found.length - entries.length } : {}),
  }
}

/** A bundle may bring any number. The oldest are listed first; the next ones follow when these are decided. */
const MOST_LISTED = 500

export const decideApart: Action<'story.decideApart'> = async (
  room,
  by,
  { story: id, verdict, entries: wanted, reason = '' },
) => {
  const story = await room.storyNow(id)
  const refused = whyNotMay('decideApart', by, { desk: room.desk() })
  if (refused !== undefined) throw new NewsroomError('refused', refused)
  const chosen = new Map(wanted.map((one) => [one.hash, one]))
  const entries = decidable(story.apart).filter(({ hash }) => chosen.has(hash))
  if (entries.length < chosen.size) throw new NewsroomError('refused', apartText('gone'))
  const note = (some: readonly LedgerEntry[]): ApartEvent => ({
    kind: 'apartDecided',
    entries: some.map(({ hash }) => hash),
    verdict,
    of: [...new Set(some.map((entry) => writerOf(entry, room).name))],
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  })
  if (entries.some(({ hash }) => isTaken(story, hash))) throw new NewsroomError('refused', apartText('gone.taken'))
  if (verdict === 'dropped') {
    if (entries.length > 0) await story.note(by, note(entries)).written
    return { decided: entries.map(({ hash }) => hash), left: [] }
  }
  const decided: string[] = []
  const left: { hash: string; why: string }[] = []
  // What is taken over itself gives the facts of this request another view.
  const views = new Map(
    entries.flatMap((entry) => {
      const taken = takenOver({ room, story, by }, entry)
      return 'keep' in taken ? [] : [[taken.fact.id, taken.fact.view?.hash] as const]
    }),
  )
  // One after the other: a verdict rests on the evidence that was taken over before it.
  for (const entry of entries)
    try {
      await takeOne({ room, story, by }, entry, { seen: chosen.get(entry.hash)?.seen, views }, note([entry]))
      decided.push(entry.hash)
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error
      left.push({ hash: entry.hash, why: error.message })
    }
  return { decided, left }
}

type ApartEvent = Omit<Extract<LedgerEntry, { kind: 'apartDecided' }>, Exclude<keyof LedgerEntry, 'kind'>>

const isTaken = (story: OpenStory, hash: string): boolean =>
  apartDecisions(story.entries).get(hash)?.verdict === 'taken'

/** `views`: of each fact when the request began. Throws a refusal. */
async function takeOne(
  taking: Taking,
  entry: LedgerEntry,
  { seen, views }: { readonly seen: string | undefined; readonly views: ReadonlyMap<string, string | undefined> },
  decision: ApartEvent,
): Promise<void> {
  const { story, by } = taking
  const taken = takenOver(taking, entry)
  if ('keep' in taken) throw new NewsroomError('refused', taken.keep)
  if (seen === undefined || seen !== views.get(taken.fact.id))
    throw new NewsroomError('refused', apartText('otherView'))
  const events = await taken.give()
  // Looking at a captured file takes a while: somebody may have decided meanwhile.
  if (isTaken(story, entry.hash) || !story.apart.some(({ hash }) => hash === entry.hash))
    throw new NewsroomError('refused', apartText('gone'))
  // What is given again and that it was decided go to the disk in one write.
  await story.note(by, ...events, decision).written
  await story.observe()
}

/** Why each entry stands apart, as one sentence. */
function whyOf(
  { ring: { history } }: Newsroom,
  story: OpenStory,
  entries: readonly LedgerEntry[],
): (entry: LedgerEntry) => string {
  const isOther = (entry: LedgerEntry): boolean => whyApart(entry, history) === 'otherwise'
  const { withoutRight } = entries.some(isOther)
    ? verifyLedger(story, story.merging.place.lines, history, checkSignature)
    : { withoutRight: [] }
  const asks = new Map(withoutRight.map(({ entry, why }) => [entry.hash, why]))
  return (entry) => asks.get(entry.hash) ?? apartText(`why.${whyApart(entry, history)}`, { by: entry.by })
}

function shown(taking: Taking, entry: LedgerEntry, why: string, decision: ApartDecision | undefined): ApartEntry {
  const { room, story } = taking
  const { name, key } = writerOf(entry, room)
  const taken = takenOver(taking, entry)
  const fact = 'fact' in entry ? story.assessments().find(({ id }) => id === entry.fact) : undefined
  return {
    ...{ n: entry.seq, hash: entry.hash, at: entry.at, by: name, why },
    ...defined({ device: key?.device, words: fact?.words }),
    ...told(room, entry),
    ...('keep' in taken ? { keep: taken.keep } : defined({ seen: taken.fact.view?.hash })),
    ...(decision ? { decided: { verdict: decision.verdict, by: decision.by, at: decision.at } } : {}),
  }
}

/** Foreign text: only what has the form of such an entry is told. */
function told(room: Newsroom, entry: LedgerEntry): Pick<ApartEntry, 'did' | 'said'> {
  const text = (value: unknown): { said?: string } =>
    typeof value === 'string' && value.trim() !== '' ? { said: value.trim().slice(0, 2000) } : {}
  switch (entry.kind) {
    case 'signed':
      return isSignedStatus(entry.status)
        ? { did: apartText('did.signed', { status: STATUS_WORDS[entry.status] }), ...text(entry.reason) }
        : { did: apartText('did.other', { kind: entry.kind }) }
    case 'answered':
      return { did: apartText('did.answered'), ...text(entry.text) }
    case 'evidenceAdded': {
      const said: {
        readonly source?: unknown
        readonly locator?: unknown
        readonly excerpt?: unknown
        readonly note?: unknown
        readonly fileName?: unknown
      } = (entry.evidence as typeof entry.evidence | undefined) ?? {}
      const source = room.desk().sources.get(String(said.source))
      const where = source ? shownSource(source, room.library.sources) : ''
      const parts = [where, said.locator, said.excerpt, said.note, said.fileName]
      return {
        did: apartText('did.added'),
        ...text(parts.filter((part) => typeof part === 'string' && part !== '').join(', ')),
      }
    }
    default:
      return {
        did: isTold(entry.kind)
          ? apartText(`did.${entry.kind}`)
          : apartText('did.other', { kind: entry.kind.slice(0, 40) }),
        ...('reason' in entry ? text(entry.reason) : {}),
      }
  }
}

const TOLD = [
  'bylineStruck',
  'correctionNoted',
  'derived',
  'described',
  'dismissed',
  'evidenceRemoved',
  'fieldSet',
  'lossAccepted',
  'moved',
  'overridden',
  'pen',
  'responseSought',
  'retyped',
  'translated',
  'undismissed',
  'untagged',
  'withdrawn',
] as const
const isTold = (kind: string): kind is (typeof TOLD)[number] => (TOLD as readonly string[]).includes(kind)
