/**
 * The app was started again on a library that it has open already: the second one asks the first, over the owner's
 * socket, to come forward (with the file it was given), and ends.
 */
import { resolve } from 'node:path'
import type { OwnerHandler } from '../../storage/owner/ownerSocket'
import { ask, OwnerError } from '../../storage/owner/ownerSocket'
import type { LockContent } from '../../storage/owner/libraryLock'

export interface Visit {
  /** Absolute path of a file to import and open. */
  readonly file?: string
  /** Who was named at the start (STET_USER). */
  readonly person?: string
}

export const visitOf = (file: string | undefined, person: string | undefined): Visit => ({
  ...(file === undefined ? {} : { file: resolve(file) }),
  ...(person === undefined ? {} : { person }),
})

/** Milliseconds in which an app that works answers. */
const PATIENCE = 3000

/**
 * 'welcomed': the running app came forward. 'busy': a command has the library for a moment. 'silent': whoever has it does
 * not answer.
 */
export async function payVisit(lock: LockContent | undefined, visit: Visit): Promise<'welcomed' | 'busy' | 'silent'> {
  if (!lock) return 'busy'
  try {
    const answer = await ask(lock, { visit }, { answerTime: PATIENCE })
    return isRecord(answer) && answer['welcome'] === true ? 'welcomed' : 'busy'
  } catch (error) {
    if (!(error instanceof OwnerError)) throw error
    return error.kind === 'unreachable' ? 'busy' : 'silent'
  }
}

/** Answers visits by `welcome` and hands everything else on. */
export const welcoming =
  (welcome: (visit: Visit) => void, handler: OwnerHandler): OwnerHandler =>
  (message) => {
    const visit = readVisit(message)
    if (!visit) return handler(message)
    welcome(visit)
    return Promise.resolve({ welcome: true })
  }

function readVisit(message: unknown): Visit | undefined {
  if (!isRecord(message) || !isRecord(message['visit'])) return undefined
  const { file, person } = message['visit']
  return { ...(typeof file === 'string' ? { file } : {}), ...(typeof person === 'string' ? { person } : {}) }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
