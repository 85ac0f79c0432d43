import { ownGuid } from '../../../projection/published/ownGuid'
import type { Destination } from '../../../story/ledger/leaving/corrections/correctionNote'
import type { OwnId } from '../../../story/ledger/leaving/exportedText'
import { sentExports, type Sent } from '../../../story/ledger/leaving/sentExports'
import { lastNumber, numberNoted, textsThatLeft } from '../../../story/ledger/leaving/textsOut'
import { apartOf } from '../../../story/ledger/order/ledgerOrder'
import type { OpenStory } from '../../replica/openStory'

/**
 * Adds the number of the file that each destination has, where it is another one than the version of the desk, and the
 * ids of their own under which they have it.
 */
export function numbered(
  { guid, entries, apart }: Pick<OpenStory, 'guid' | 'entries' | 'apart'>,
  destinations: readonly Destination[],
): readonly Destination[] {
  const uncounted = apartOf(apart)
  const last = lastNumber(textsThatLeft(entries, uncounted))
  const sent = [...sentExports(entries, uncounted).values()]
  return destinations.map((one) => {
    const at = sent.findIndex(({ entry }) => entry.seq === one.entry)
    const theirs = sent.slice(0, at + 1).filter(({ destination }) => destination === one.destination)
    const own = new Map(theirs.flatMap((file) => ownOf(guid, file, last).map((its) => [its.id, its])))
    const left = sent[at]?.entry.left
    const number = numberNoted(left?.number, last) ?? numberNoted(left?.own?.number, last) ?? one.version
    return {
      ...one,
      ...(number === one.version ? {} : { number }),
      ...(own.size === 0 ? {} : { own: [...own.values()] }),
    }
  })
}

/** The id of its own under which a file left. Another build may note any id: only that of its text counts. */
function ownOf(guid: string, { entry: { left }, version, isFailed }: Sent, last: number): readonly OwnId[] {
  const id = ownGuid(guid, { version, text: left?.text ?? '' })
  return left?.own?.id === id && !isFailed ? [{ id, number: numberNoted(left.own.number, last) ?? version }] : []
}
