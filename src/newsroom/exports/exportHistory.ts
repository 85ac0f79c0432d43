import { newsroomText } from '../../catalogue/rooms/newsroom'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { maskNames } from '../../projection/scan/maskNames'
import { untold } from '../../story/ledger/leaving/corrections/corrections'
import { historyLines } from '../../story/history/historyLines'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import type { HistoryRecord } from '../../story/requests/requests'
import { openSource } from '../../story/desk/source'
import type { Action } from '../state/action'
import { verifyChain } from '../../story/trust/chain'
import { openLosses } from '../../story/assessment/lostTrust'
import { headlineOf } from '../replica/row/storySummary'
import { refuseLeakingName } from './exportLeaks'
import { legalEver } from '../people/legalEver'
import { defined } from '../../story/text/defined'

/**
 * The history of a story, or of one fact, as it may leave the desk. An allow-list: entries of an unknown kind count in
 * the chain and are left out. Protected sources read "Source A"; texts of legal are withheld.
 */
export const exportHistory: Action<'story.exportHistory'> = async (room, _by, { story: id, fact, saveAs }) => {
  if (saveAs !== undefined) refuseLeakingName(room, saveAs)
  const story = await room.storyNow(id)
  if (fact !== undefined) story.assessment(fact)
  const { sources } = room.desk()
  const terms = protectedTerms(sources.values())
  const legal = legalEver(room)
  const nameOf = (source: string): string => {
    const found = sources.get(source)
    return found ? openSource(found, room.library.sources) : newsroomText('exportHistory.goneSource')
  }
  const trouble = verifyChain(story.entries, apartOf(story.apart)) ?? openLosses(story.value())[0]?.detail
  const entries = historyLines(story.entries.map(withoutStateName), nameOf)
    .filter(({ entry }) => LEAVES.has(entry.kind) && (fact === undefined || ('fact' in entry && entry.fact === fact)))
    .map(({ entry, did, words, change, notes, fact: about }): HistoryRecord => {
      const mask = (text: string): string => maskNames(text, terms)
      const withheld = notes.length > 0 && legal.has(entry.by)
      return {
        seq: entry.seq,
        at: entry.at,
        by: mask(entry.by),
        kind: entry.kind,
        ...defined({ fact: about }),
        did: mask(did),
        ...defined({ words: words === undefined ? undefined : mask(words) }),
        ...(change ? { before: mask(change.old), after: mask(change.now) } : {}),
        notes: withheld ? [] : notes.map(mask),
        ...(withheld ? { withheld } : {}),
        follows: entry.follows ?? [entry.prev ?? ''],
        hash: entry.hash,
      }
    })
    .reverse()
  // The history of one fact does not name the destinations of the story.
  const open =
    fact === undefined
      ? untold(story.entries, apartOf(story.apart)).map((one) => ({
          ...one,
          destinations: one.destinations.map((destination) => maskNames(destination, terms)),
        }))
      : []
  const value = story.value()
  return {
    story: id,
    guid: story.guid,
    headline: maskNames(headlineOf(value), terms),
    chain: {
      whole: trouble === undefined,
      entries: story.entries.length,
      head: story.ledger.head,
      ...defined({ trouble: trouble === undefined ? undefined : maskNames(trouble, terms) }),
    },
    entries,
    ...(open.length === 0 ? {} : { untold: open }),
  }
}

/** Removes the name of a snapshot: it is a note for the desk, perhaps by legal. */
function withoutStateName(entry: LedgerEntry): LedgerEntry {
  if (entry.kind !== 'versionRestored') return entry
  const { name: _name, ...rest } = entry
  return rest
}

/** Comments stay on the desk. */
const LEAVES: ReadonlySet<LedgerEntry['kind']> = new Set<LedgerEntry['kind']>([
  'created',
  'tagged',
  'retyped',
  'described',
  'reworded',
  'signed',
  'withdrawn',
  'answered',
  'evidenceAdded',
  'evidenceRemoved',
  'lapsed',
  'restored',
  'untagged',
  'retagged',
  'fieldSet',
  'bylineStruck',
  'moved',
  'pen',
  'overridden',
  'dismissed',
  'undismissed',
  'exported',
  'exportFailed',
  'responseSought',
  'versionRestored',
  'translated',
  'derived',
  'correctionNoted',
  'correctionTold',
  'copiedOut',
  'lossFound',
  'lossAccepted',
  'apartDecided',
])
