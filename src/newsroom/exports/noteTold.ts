import { newsroomText } from '../../catalogue/rooms/newsroom'
import { type ProtectedTerm, protectedTerms } from '../../projection/scan/protectedTerms'
import { sealText } from '../../projection/scan/sealText'
import { listedSources } from '../../story/desk/source'
import type { Destination } from '../../story/ledger/correctionNote'
import { type Corrected, correctionsIn, destinationsOf } from '../../story/ledger/corrections'
import { NewsroomError } from '../../story/requests/requests'
import type { OpenStory } from '../replica/openStory'
import type { Action } from '../state/action'
import { correctedIn } from './showCorrection'

/** Notes that a destination was told of a correction, or with `undo` that it was not. */
export const noteTold: Action<'correction.told'> = async (
  room,
  by,
  { story: id, version, destination: name, entry, how, undo = false },
) => {
  const story = await room.storyNow(id)
  const corrected = correctedIn(correctionsIn(story.entries), version)
  if (!corrected?.approved) throw new NewsroomError('refused', newsroomText('noteTold.noRecord'))
  const found = destinationIn(
    story,
    corrected,
    { name, entry, isTold: undo },
    protectedTerms(listedSources(room.library.sources)),
  )
  if (undo !== (found.told !== undefined))
    throw new NewsroomError(
      'usage',
      undo
        ? newsroomText('noteTold.nobodyTold', { destination: found.destination })
        : newsroomText('noteTold.toldAlready', { by: found.told?.by ?? '', destination: found.destination }),
    )
  const said = how?.trim() ?? ''
  await story.note(by, {
    kind: 'correctionTold',
    version: corrected.version,
    export: story.entries.find(({ seq }) => seq === found.entry)?.hash ?? found.entry,
    destination: found.destination,
    ...(said === '' ? {} : { how: said }),
    ...(undo ? { withdrawn: true as const } : {}),
  }).written
  return {}
}

/**
 * Finds a destination by its name as shown, or by the last part of the path when that is unique. Sealed names may be
 * equal: then `entry` decides, or the first destination for which there is something to note.
 */
function destinationIn(
  story: OpenStory,
  { version, approved }: Corrected,
  { name, entry, isTold }: { readonly name: string; readonly entry: number | undefined; readonly isTold: boolean },
  terms: readonly ProtectedTerm[],
): Destination {
  const known = destinationsOf(story.entries, version, approved?.since.version).map((one) => ({
    ...one,
    destination: sealText(one.destination, terms),
  }))
  const lastPart = known.filter(({ destination }) => destination.split(/[/\\]/u).at(-1) === name)
  const isOne = lastPart.every(({ destination }) => destination === lastPart[0]?.destination)
  const whole = known.filter(({ destination }) => destination === name)
  const called = (whole.length > 0 ? whole : isOne ? lastPart : []).filter(
    (one) => entry === undefined || one.entry === entry,
  )
  const found = called.find(({ told }) => (told !== undefined) === isTold) ?? called[0]
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
