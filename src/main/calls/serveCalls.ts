import { mainText } from '../../catalogue/rooms/main'
import type { Outcome } from '../../ipc/contract'
import { parseCall } from '../../ipc/parsers'
import { NewsroomError } from '../../story/requests/requests'
import { StorageError } from '../../storage/disk/storageError'
import type { Remark } from '../../newsroom/runAction'
import type { WindowSession } from '../windows/windows'
import type { CallContext } from './callContext'
import { callHandlers } from './calls'
import { messageOf } from '../../story/text/messageOf'
import { defined } from '../../story/text/defined'

/**
 * Answers one message of a window. `session`: undefined if it came from anything else. To be found when the message
 * comes: the frame may show another page by the time of the answer.
 */
export type Answerer = (session: WindowSession | undefined, message: unknown) => Promise<Outcome<unknown>>

/**
 * Answers the windows' calls. Checks the sender, parses the message, and turns every error into an outcome with a
 * message.
 */
export const answerCalls =
  (context: CallContext): Answerer =>
  async (session, message) => {
    if (!session) return { ok: false, reason: 'refused', message: mainText('calls.notAWindow') }
    try {
      const call = parseCall(message)
      // parseCall has checked that the request fits the name. The type of the table cannot say so.
      const handler = callHandlers[call.name] as (
        context: CallContext,
        from: typeof session,
        request: unknown,
        remark: Remark,
      ) => unknown
      const remarks: string[] = []
      const value = await handler(context, session, call.request, (text) => void remarks.push(text))
      return { ok: true, value, ...(remarks.length === 0 ? {} : { remarks }) }
    } catch (error) {
      return outcomeOf(error)
    }
  }

/** Answers every call with the library's error: the window shows it, and may ask to start again. */
export const answerWithError =
  (error: unknown, startAgain: () => void): Answerer =>
  async (session, message) => {
    if (!session || !asksToStartAgain(message)) return outcomeOf(error)
    startAgain()
    return { ok: true, value: {} }
  }

function asksToStartAgain(message: unknown): boolean {
  try {
    return parseCall(message).name === 'startAgain'
  } catch {
    return false
  }
}

function outcomeOf(error: unknown): Outcome<never> {
  if (error instanceof NewsroomError) {
    return {
      ok: false,
      reason: error.reason,
      message: error.message,
      ...defined({ verdict: error.verdict }),
    }
  }
  if (error instanceof StorageError) return { ok: false, reason: 'failed', message: error.message }
  process.stderr.write(`stet: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return {
    ok: false,
    reason: 'failed',
    message: mainText('calls.internal', { why: messageOf(error) }),
  }
}
