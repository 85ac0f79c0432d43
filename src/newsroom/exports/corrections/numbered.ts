import { ownGuid } from '../../../projection/published/ownGuid'
import { placesOf } from '../../../story/ledger/entryRef'
import type { Destination, OwnId } from '../../../story/ledger/leaving/correctionNote'
import { failedExports } from '../../../story/ledger/leaving/failedExports'
import { isOutside } from '../../../story/ledger/leaving/isOutside'
import { lastNumber, numberNoted, textsThatLeft } from '../../../story/ledger/leaving/textsOut'
import { versionsOf } from '../../../story/ledger/leaving/versionsOf'
import { apartOf } from '../../../story/ledger/order/ledgerOrder'
import type { OpenStory } from '../../replica/openStory'

type Numbered = Pick<OpenStory, 'guid' | 'entries' | 'apart'>

interface Sent {
  readonly entry: number
  readonly destination: string
  readonly version: number
  readonly number: number | undefined
  readonly own: OwnId | undefined
}

/**
 * Adds the number of the file that each destination has, where it is another one than the version of the desk, and the
 * ids of their own under which they have it.
 */
export function numbered(story: Numbered, destinations: readonly Destination[]): readonly Destination[] {
  const sent = sentOf(story)
  return destinations.map((one) => {
    const at = sent.findIndex(({ entry }) => entry === one.entry)
    const theirs = sent.slice(0, at + 1).filter(({ destination }) => destination === one.destination)
    const own = new Map(theirs.flatMap((file) => (file.own ? [[file.own.id, file.own]] : [])))
    const number = sent[at]?.number ?? one.version
    return {
      ...one,
      ...(number === one.version ? {} : { number }),
      ...(own.size === 0 ? {} : { own: [...own.values()] }),
    }
  })
}

function sentOf({ guid, entries, apart }: Numbered): readonly Sent[] {
  const uncounted = apartOf(apart)
  const last = lastNumber(textsThatLeft(entries, uncounted))
  const placeOf = placesOf(entries)
  const failed = failedExports(entries)
  const sent = new Map<number | undefined, Sent>()
  for (const { entry, version: current } of versionsOf(entries, uncounted).entries) {
    if (!isOutside(entry)) continue
    const before = entry.again === undefined ? undefined : sent.get(placeOf(entry.again))
    const version = before?.version ?? current
    const noted = entry.left?.own
    const ownNumber = numberNoted(noted?.number, last)
    // Another build may note the id of anything. Only the one that this text has is named.
    const id = ownGuid(guid, { version, text: entry.left?.text ?? '' })
    const isOwn = noted?.id === id && !failed.has(entry.seq)
    sent.set(entry.seq, {
      entry: entry.seq,
      destination: entry.destination ?? before?.destination ?? entry.fileName,
      version,
      number: numberNoted(entry.left?.number, last) ?? ownNumber,
      own: isOwn ? { id, number: ownNumber ?? version } : undefined,
    })
  }
  return [...sent.values()]
}
