import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { protectedTerms } from '../../../projection/scan/protectedTerms'
import { listedSources } from '../../../story/desk/source'
import { correctionsIn, destinationsOf } from '../../../story/ledger/leaving/corrections/corrections'
import { apartOf } from '../../../story/ledger/order/ledgerOrder'
import { NewsroomError } from '../../../story/requests/requests'
import type { Action } from '../../state/action'
import { destinationCalled } from './destinationCalled'
import { correctedIn } from './showCorrection'

/** Notes that a destination was told of a correction, or with `undo` that it was not. */
export const noteTold: Action<'correction.told'> = async (
  room,
  by,
  { story: id, version, destination: name, entry, how, undo = false },
) => {
  const story = await room.storyNow(id)
  const apart = apartOf(story.apart)
  const corrected = correctedIn(correctionsIn(story.entries, apart), version)
  if (!corrected?.approved) throw new NewsroomError('refused', newsroomText('noteTold.noRecord'))
  const found = destinationCalled(
    destinationsOf(story.entries, corrected.version, corrected.approved.since.version, apart),
    { name, entry, undo },
    protectedTerms(listedSources(room.library.sources)),
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
