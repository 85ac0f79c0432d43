import { newsroomText } from '../../../catalogue/rooms/newsroom'
import type { ProtectedTerm } from '../../../projection/scan/protectedTerms'
import { maskNames } from '../../../projection/scan/maskNames'
import type { Destination } from '../../../story/ledger/leaving/corrections/correctionNote'
import { NewsroomError } from '../../../story/requests/requests'

/**
 * Finds a destination by its name as shown, or by the last part of the path when that is unique. Masked names may be
 * equal: then `entry` decides, or the first destination for which there is something to note. Throws when it was told
 * already, or with `undo` when nobody told it.
 */
export function destinationCalled(
  destinations: readonly Destination[],
  { name, entry, undo }: { readonly name: string; readonly entry: number | undefined; readonly undo: boolean },
  terms: readonly ProtectedTerm[],
): Destination {
  const found = called(destinations, { name, entry, isTold: undo }, terms)
  if (undo === (found.told !== undefined)) return found
  throw new NewsroomError(
    'usage',
    undo
      ? newsroomText('noteTold.nobodyTold', { destination: found.destination })
      : newsroomText('noteTold.toldAlready', { by: found.told?.by ?? '', destination: found.destination }),
  )
}

function called(
  destinations: readonly Destination[],
  { name, entry, isTold }: { readonly name: string; readonly entry: number | undefined; readonly isTold: boolean },
  terms: readonly ProtectedTerm[],
): Destination {
  const known = destinations.map((one) => ({
    ...one,
    destination: maskNames(one.destination, terms),
  }))
  const lastPart = known.filter(({ destination }) => destination.split(/[/\\]/u).at(-1) === name)
  const isOne = lastPart.every(({ destination }) => destination === lastPart[0]?.destination)
  const whole = known.filter(({ destination }) => destination === name)
  const same = (whole.length > 0 ? whole : isOne ? lastPart : []).filter(
    (one) => entry === undefined || one.entry === entry,
  )
  const found = same.find(({ told }) => (told !== undefined) === isTold) ?? same[0]
  if (found) return found
  throw new NewsroomError(
    'usage',
    newsroomText('noteTold.unknownDestination', {
      name,
      alone: isOne ? '' : newsroomText('noteTold.notAlone'),
      known:
        known.length === 0
          ? newsroomText('noteTold.nowhere')
          : newsroomText('noteTold.known', { destinations: known.map(({ destination }) => destination).join(', ') }),
    }),
  )
}
