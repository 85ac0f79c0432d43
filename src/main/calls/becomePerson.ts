import { mainText } from '../../catalogue/rooms/main'
import type { Calls } from '../../ipc/contract'
import type { Startup } from '../../ipc/startup'
import { refuseWhoLeft } from '../../newsroom/people/whoLeft'
import { runAction, type Remark } from '../../newsroom/runAction'
import { tellingEndedPins } from '../../newsroom/state/pins/endingPins'
import { NewsroomError } from '../../story/requests/requests'
import type { WindowSession } from '../windows/windows'
import type { CallContext } from './callContext'
import { importPendingFile } from './launchFile'
import { startup } from './startup'

/** Sets who acts in a window, after the PIN of a person who has one was checked. */
export async function becomePerson(
  context: CallContext,
  session: WindowSession,
  { name, sample, pin, words }: Calls['becomePerson']['request'],
  remark: Remark,
): Promise<Startup> {
  const trimmed = name.trim()
  if (trimmed === '') throw new NewsroomError('usage', mainText('becomePerson.needsName'))
  refuseWhoLeft(context.newsroom.library.roster, trimmed)
  if (!context.newsroom.onRoster(trimmed)) await runAction(context.newsroom, trimmed, 'roster.add', { name: trimmed })
  if (words !== undefined) await runAction(context.newsroom, trimmed, 'pin.recover', { words, pin: pin ?? '' })
  const proof = await tellingEndedPins(context.newsroom, trimmed, remark, () =>
    context.newsroom.pins.check(trimmed, pin),
  )
  Object.assign(session, { person: trimmed, proof, asks: undefined })
  context.remembered.change({ person: trimmed })
  if (session.file !== undefined) await importPendingFile(context.newsroom, session)
  else if (sample) session.first = (await runAction(context.newsroom, trimmed, 'story.sample', { language: sample })).id
  return startup(context, session)
}
