import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { killNotice } from '../../../projection/print/killNotice'
import { protectedTerms } from '../../../projection/scan/protectedTerms'
import { maskNames } from '../../../projection/scan/maskNames'
import { lossesAtKill, type WithLosses } from '../../../story/assessment/lostTrust'
import { listedSources } from '../../../story/desk/source'
import { destinationsOfKill, hasKillFile, killIn } from '../../../story/ledger/leaving/kill'
import { isHistoryLoss } from '../../../story/ledger/loss'
import { apartOf } from '../../../story/ledger/order/ledgerOrder'
import { numberOfKill, numbersOf, textsThatLeft } from '../../../story/ledger/leaving/textsOut'
import { foldLedger } from '../../../story/ledger/ledger'
import type { LedgerEntry, LedgerEvent } from '../../../story/ledger/ledgerEntry'
import { NewsroomError, type KillView } from '../../../story/requests/requests'
import { noteUnread, readOrHistory, type UnreadStory } from '../../gate/killUnread'
import type { Action } from '../../state/action'
import { internalIds } from '../../state/internalIds'
import type { Newsroom } from '../../state/newsroom'
import type { OpenStory } from '../../replica/openStory'
import { canBeKilled } from '../../replica/unreadStory'
import { destinationCalled } from './destinationCalled'
import { numbered } from './numbered'
import { noticeOrWhyNot, maskedDestination } from './showCorrection'
import { whyKeptBack, wordsOfKill } from './wordsOfKill'

/** Shows the kill of a story, and a notice for each destination that got any version of it. */
export const showKill: Action<'kill.show'> = async (room, _by, { story: id }) => {
  const story = await readOrHistory(room, id)
  return 'unread' in story ? showUnread(room, story) : show(room, story)
}

/** Of a story whose words cannot be read: the notices have its public id for the headline. */
function showUnread(room: Newsroom, { history, unread }: UnreadStory): KillView {
  const { id, guid, ledger: entries, apart } = history
  const terms = protectedTerms(listedSources(room.library.sources))
  const found = killIn(entries, apartOf(apart))
  const kill = found && { ...found, version: lastNumberOf({ entries, apart }) }
  const ids = [id, ...room.library.sources.map((source) => source.id)]
  const ledger = foldLedger(entries)
  const facts = { guid, headline: '', language: 'en', ...numberOfFile({ entries, apart, ledger }) }
  return {
    unread: unread.message,
    ...(canBeKilled(history) ? { mayKill: true } : {}),
    ...(isShort({ ledger, losses: history.losses }) ? { mayBeElsewhere: true } : {}),
    ...(kill ? { kill: { ...kill, text: maskNames(kill.text, terms) } } : {}),
    keptBack: [],
    destinations: numbered({ guid, entries, apart }, destinationsOfKill(entries, apartOf(apart))).map((one) => ({
      ...one,
      ...maskedDestination(one, terms),
      ...(kill ? noticeOrWhyNot(killNotice({ ...facts, kill }, one, terms), terms, ids) : {}),
    })),
  }
}

const isShort = (story: WithLosses): boolean => lossesAtKill(story).some(isHistoryLoss)

async function show(room: Newsroom, story: OpenStory): Promise<KillView> {
  const terms = protectedTerms(listedSources(room.library.sources))
  const apart = apartOf(story.apart)
  const found = killIn(story.entries, apart)
  const kill = found && { ...found, version: lastNumberOf(story) }
  const destinations = numbered(story, destinationsOfKill(story.entries, apart))
  // Never words that no reader had: a next version may have been open.
  const { copy, fields, keptBack: parts } = await wordsOfKill(room, story)
  const keptBack = parts.map(whyKeptBack)
  const mayBeElsewhere = isShort(story.value()) ? { mayBeElsewhere: true as const } : {}
  if (!kill)
    return {
      ...mayBeElsewhere,
      keptBack,
      destinations: destinations.map((one) => ({ ...one, ...maskedDestination(one, terms) })),
    }
  const headline = copy.find(({ role }) => role === 'headline')?.text ?? ''
  const isNamed = parts.some(({ part }) => part === 'headline') || maskNames(headline, terms) !== headline
  const facts = {
    kill,
    ...numberOfFile(story),
    guid: story.guid,
    headline: isNamed ? '' : headline,
    language: fields.language || 'en',
  }
  const ids = internalIds(room, story)
  return {
    ...mayBeElsewhere,
    kill: { ...kill, text: maskNames(kill.text, terms) },
    keptBack,
    destinations: destinations.map((one) => ({
      ...one,
      ...maskedDestination(one, terms),
      ...noticeOrWhyNot(killNotice(facts, one, terms), terms, ids),
    })),
  }
}

/** The number of the kill in its file, once that left. The number of an open version is taken. */
function numberOfFile({ entries, apart: apartHere, ledger }: Pick<OpenStory, 'entries' | 'apart' | 'ledger'>): {
  readonly killFile?: number
} {
  const apart = apartOf(apartHere)
  return hasKillFile(entries, apart) ? { killFile: numberOfKill(ledger.standing, textsThatLeft(entries, apart)) } : {}
}

/** The number of what readers had last; without a publication, of what left last. */
function lastNumberOf({ entries, apart }: Pick<OpenStory, 'entries' | 'apart'>): number {
  const left = textsThatLeft(entries, apartOf(apart))
  const last = left.findLast(({ entry }) => entry === undefined) ?? left.findLast(({ isOnlyNumber }) => !isOnlyNumber)
  return (last && numbersOf(last.version, left).at(-1)) ?? 1
}

/** Notes that a destination was told of the kill, or with `undo` that it was not. */
export const noteKillTold: Action<'kill.told'> = async (
  room,
  by,
  { story: id, destination: name, entry, how, undo = false },
) => {
  const story = await readOrHistory(room, id)
  const told = (entries: readonly LedgerEntry[], apartHere: readonly LedgerEntry[]): LedgerEvent => {
    const apart = apartOf(apartHere)
    const kill = killIn(entries, apart)
    if (!kill) throw new NewsroomError('refused', newsroomText('showKill.notKilled'))
    const found = destinationCalled(
      destinationsOfKill(entries, apart),
      { name, entry, undo },
      protectedTerms(listedSources(room.library.sources)),
    )
    const said = how?.trim() ?? ''
    return {
      kind: 'correctionTold',
      version: kill.version,
      export: entries.find(({ seq }) => seq === found.entry)?.hash ?? found.entry,
      destination: found.destination,
      kill: true,
      ...(said === '' ? {} : { how: said }),
      ...(undo ? { withdrawn: true as const } : {}),
    }
  }
  if ('unread' in story) await noteUnread(room, by, id, ({ ledger, apart }) => told(ledger, apart))
  else await story.note(by, told(story.entries, story.apart)).written
  return {}
}
