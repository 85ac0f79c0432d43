import { newsroomText } from '../catalogue/rooms/newsroom'
import { fileSize } from '../story/text/format/fileSize'
import type { Verdict } from '../story/assessment/finding'
import { LARGEST_FILE } from '../story/text/format/largestFile'
import { NewsroomError, type ActionName } from '../story/requests/requests'
import { runAction, runAuthenticated } from './runAction'
import type { Newsroom } from './state/newsroom'
import { defined } from '../story/text/defined'
import { isRecord } from '../story/text/isRecord'

/** A request of another process to the owner of the library. */
export interface OwnerMessage {
  readonly action: ActionName
  readonly request: unknown
  readonly by: string
  /** The PIN of `by`, if that person has one. */
  readonly pin?: string | undefined
}

/** The owner's answer, in the shape that a window's call gets. */
export type OwnerReply =
  | { readonly ok: true; readonly value: unknown; readonly remarks?: readonly string[] }
  | {
      readonly ok: false
      readonly reason: NewsroomError['reason']
      readonly message: string
      readonly verdict?: Verdict
    }

/**
 * Runs requests of the command line in the process that owns the library, by the same actions as the window's. `parse`
 * throws NewsroomError for a malformed message (ipc/parsers.ts, parseOwnerMessage). `largest`: the most bytes of a file
 * in an answer.
 */
export function serveOwner(
  room: Newsroom,
  parse: (message: unknown) => OwnerMessage,
  largest = LARGEST_FILE,
): (message: unknown) => Promise<OwnerReply> {
  return async (message) => {
    try {
      const { action, request, by, pin } = parse(message)
      // `parse` has matched request and name. The type of the table matches them per entry only.
      const remarks: string[] = []
      const value: unknown = await runAuthenticated(
        room,
        { by, pin },
        action,
        request as never,
        (text) => void remarks.push(text),
      )
      await refuseTooLarge(room, by, request, value, largest)
      return { ok: true, value, ...(remarks.length === 0 ? {} : { remarks }) }
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

/** The entries that say that the file left. */
function notedIn(
  request: unknown,
  value: Readonly<Record<string, unknown>>,
): readonly { readonly story: string; readonly entry: number }[] {
  const story = isRecord(request) ? request['story'] : undefined
  const entries = Array.isArray(value['entries']) ? (value['entries'] as readonly unknown[]) : [{ story, ...value }]
  return entries.flatMap((one) =>
    isRecord(one) && typeof one['story'] === 'string' && typeof one['entry'] === 'number'
      ? [{ story: one['story'], entry: one['entry'] }]
      : [],
  )
}

/** Refuses a file that is too large for the socket. If it is logged as exported, notes that it was not written. */
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
  for (const noted of notedIn(request, value))
    await runAction(room, by, 'story.exportFailed', { ...noted, reason: why })
  throw new NewsroomError('failed', newsroomText('serveOwner.notHandedOver', { why }))
}
