import { newsroomText } from '../catalogue/newsroom'
import { fileSize } from '../story/text/fileSize'
import type { Verdict } from '../story/assessment/finding'
import { LARGEST_FILE } from '../story/text/largestFile'
import { NewsroomError, type ActionName } from '../story/requests/requests'
import { runAction, runAuthenticated } from './actions'
import type { Newsroom } from './state/newsroom'
import { defined } from '../story/text/defined'
import { isRecord } from '../story/text/isRecord'

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
  | {
      readonly ok: false
      readonly reason: NewsroomError['reason']
      readonly message: string
      readonly verdict?: Verdict
    }

/**
 * Runs what the command line asks of the process that owns the library, through the same actions as the window's.
 * `parse` throws NewsroomError on anything that is not a well-formed message (ipc/parsers.ts, parseOwnerMessage). `largest`:
 * bytes of a file that an answer carries.
 */
export function serveOwner(
  room: Newsroom,
  parse: (message: unknown) => OwnerMessage,
  largest = LARGEST_FILE,
): (message: unknown) => Promise<OwnerReply> {
  return async (message) => {
    try {
      const { action, request, by, pin } = parse(message)
      // parse has matched request and name; the table's type keeps them together per entry only.
      const value: unknown = await runAuthenticated(room, { by, pin }, action, request as never)
      await refuseTooLarge(room, by, request, value, largest)
      return { ok: true, value }
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error
      return {
        ok: false,
        reason: error.reason,
        message: error.message,
        ...defined({ verdict: error.verdict }),
      }
    }
  }
}

/** A file that cannot travel comes to no place, and where it is logged as exported the log is told so. */
async function refuseTooLarge(
  room: Newsroom,
  by: string,
  request: unknown,
  value: unknown,
  largest: number,
): Promise<void> {
  if (!isRecord(value) || !(value['bytes'] instanceof Uint8Array) || value['bytes'].length <= largest) return
  const why = newsroomText('serveOwner.tooLarge', {
    count: fileSize(value['bytes'].length),
    largest: fileSize(largest),
  })
  if (isRecord(request) && typeof request['story'] === 'string' && typeof value['entry'] === 'number')
    await runAction(room, by, 'story.exportFailed', { story: request['story'], entry: value['entry'], reason: why })
  throw new NewsroomError('failed', newsroomText('serveOwner.notHandedOver', { why }))
}
