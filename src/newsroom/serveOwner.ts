import { NewsroomError, type ActionName } from '../story/requests'
import type { Verdict } from '../story/finding'
import { runVouched } from './actions'
import type { Newsroom } from './newsroom'

/** What another process of the same person asks of the library's owner. */
export interface OwnerMessage {
  readonly action: ActionName
  readonly request: unknown
  readonly by: string
  /** Of who acts, when that person has one. */
  readonly pin?: string | undefined
}

/** What the owner answers: the same shape as a window's call gets. */
export type OwnerReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: NewsroomError['reason']; readonly message: string; readonly verdict?: Verdict }

/**
 * Runs what the command line asks of the process that owns the library, through the same actions as the window's.
 * `parse` throws NewsroomError on anything that is not a well-formed message (ipc/parsers.ts, parseOwnerMessage).
 */
export function serveOwner(room: Newsroom, parse: (message: unknown) => OwnerMessage): (message: unknown) => Promise<OwnerReply> {
  return async (message) => {
    try {
      const { action, request, by, pin } = parse(message)
      // parse has matched request and name; the table's type keeps them together per entry only.
      return { ok: true, value: await runVouched(room, { by, pin }, action, request as never) }
    } catch (trouble) {
      if (!(trouble instanceof NewsroomError)) throw trouble
      return { ok: false, reason: trouble.reason, message: trouble.message, ...(trouble.verdict ? { verdict: trouble.verdict } : {}) }
    }
  }
}
