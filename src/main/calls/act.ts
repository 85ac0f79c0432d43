import { mainText } from '../../catalogue/rooms/main'
import { runAction, type Remark } from '../../newsroom/runAction'
import {
  NewsroomError,
  READING_ACTIONS,
  type ActionName,
  type AnswerOf,
  type RequestOf,
} from '../../story/requests/requests'
import type { WindowSession } from '../windows/windows'
import type { CallContext } from './callContext'
import { personOf, provenPerson } from './whoActs'

/** Runs a newsroom action for the person who acts in a window. */
export async function act<A extends ActionName>(
  context: CallContext,
  session: WindowSession,
  action: A,
  request: RequestOf<A>,
  remark: Remark,
): Promise<AnswerOf<A>> {
  // A page never names a folder to write to. Main asks the person.
  if (action === 'library.backUp') throw new NewsroomError('refused', mainText('act.backUpFolder'))
  const namesArchive =
    action === 'story.archive' ||
    (action === 'story.takeBack' && (request as RequestOf<'story.takeBack'>).from !== undefined)
  if (namesArchive) throw new NewsroomError('refused', mainText('act.archiveFolder'))
  if (action === 'profile.save') throw new NewsroomError('refused', mainText('act.profileFolder'))
  const { newsroom } = context
  const by = READING_ACTIONS.has(action) ? (provenPerson(newsroom, session) ?? '') : personOf(newsroom, session)
  const isOwnPin = (action === 'pin.set' || action === 'pin.remove') && by === session.person
  const call = runAction(newsroom, by, action, request, remark)
  if (isOwnPin) session.pinCall = call
  const answer = await call
  if (isOwnPin) session.proof = newsroom.pins.proofOf(by)
  trackUpload(context, session, by, { action, request, answer })
  return answer
}

/** Records the files that the window copies into the library: copying ends when the window does. */
function trackUpload(
  { newsroom }: CallContext,
  session: WindowSession,
  by: string,
  { action, request, answer }: { readonly action: ActionName; readonly request: unknown; readonly answer: unknown },
): void {
  if (action === 'file.begin') {
    const { upload } = answer as AnswerOf<'file.begin'>
    const stop = (): void => void runAction(newsroom, by, 'file.drop', { upload }).catch(() => undefined)
    if (session.window.isDestroyed()) stop()
    else session.copying.set(upload, stop)
  } else if (action === 'file.keep' || action === 'file.drop')
    session.copying.delete((request as RequestOf<'file.drop'>).upload)
}
