/**
 * One app per library: a second app asks the first over the owner's socket to come forward, with the file that the
 * second was started with, and ends.
 */
import { resolve } from 'node:path'
import type { OwnerHandler } from '../../storage/owner/ownerSocket'
import { ask, isBusy, NO_SOCKET, OwnerError } from '../../storage/owner/ownerSocket'
import type { LockContent } from '../../storage/owner/libraryLock'
import { isRecord } from '../../story/text/isRecord'
import { defined } from '../../story/text/defined'

/** How the second app was started. */
export interface LaunchRequest {
  /** Absolute path of a file to import and open. */
  readonly file?: string
  /** The person that STET_USER names. */
  readonly person?: string
}

export const launchRequest = (file: string | undefined, person: string | undefined): LaunchRequest =>
  defined({ file: file === undefined ? undefined : resolve(file), person })

/** Milliseconds in which a running app answers. */
const ANSWER_TIME = 3000

/**
 * Asks the owner of the library to come forward. 'focused': an app did. 'command': a command has the library for a
 * while. 'busy': its owner begins or ends, or cannot be reached. 'silent': the owner does not answer.
 */
export async function requestFocus(
  lock: LockContent | undefined,
  launch: LaunchRequest,
): Promise<'focused' | 'command' | 'busy' | 'silent'> {
  if (!lock) return 'busy'
  if (lock.socket === NO_SOCKET) return 'command'
  try {
    const answer = await ask(lock, { launch }, { answerTime: ANSWER_TIME })
    if (isBusy(answer)) return 'command'
    return isRecord(answer) && answer['focused'] === true ? 'focused' : 'busy'
  } catch (error) {
    if (!(error instanceof OwnerError)) throw error
    return error.kind === 'unreachable' ? 'busy' : 'silent'
  }
}

/** Calls `focus` for messages of a second app. Passes all other messages to `handler`. */
export const onSecondInstance =
  (focus: (launch: LaunchRequest) => void, handler: OwnerHandler): OwnerHandler =>
  (message) => {
    if (!isRecord(message) || !isRecord(message['launch'])) return handler(message)
    focus(readLaunch(message['launch']))
    return Promise.resolve({ focused: true })
  }

/** What another start sent. Anything else asks only to come forward. */
export function readLaunch(sent: unknown): LaunchRequest {
  const { file, person } = isRecord(sent) ? sent : {}
  return { ...(typeof file === 'string' ? { file } : {}), ...(typeof person === 'string' ? { person } : {}) }
}
