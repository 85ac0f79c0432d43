import type { IpcMainInvokeEvent } from 'electron'
import type { Outcome } from '../../ipc/contract'
import { parseCall } from '../../ipc/parsers'
import { NewsroomError } from '../../story/requests/requests'
import { StorageError } from '../../storage/disk/storyStore'
import { callHandlers, type House } from './calls'

/** Answers one message of a window. */
export type Answerer = (event: IpcMainInvokeEvent, message: unknown) => Promise<Outcome<unknown>>

/** Answers the windows' calls: the sender is checked, the message parsed, and every failure becomes an outcome with words for people. */
export const callsOf =
  (house: House): Answerer =>
  async (event, message) => {
    const desk = house.windows.from(event)
    if (!desk) return { ok: false, reason: 'refused', message: 'This call did not come from a window of Stet.' }
    try {
      const call = parseCall(message)
      // parseCall has matched request and name; the table's type keeps them together per entry only.
      const handler = callHandlers[call.name] as (house: House, from: typeof desk, request: unknown) => unknown
      return { ok: true, value: await handler(house, desk, call.request) }
    } catch (error) {
      return outcomeOf(error)
    }
  }

/** When there is no library: every call is answered with what is wrong, so that the window can say it. */
export const callsInTrouble =
  (error: unknown): Answerer =>
  () =>
    Promise.resolve(outcomeOf(error))

function outcomeOf(error: unknown): Outcome<never> {
  if (error instanceof NewsroomError) {
    return {
      ok: false,
      reason: error.reason,
      message: error.message,
      ...(error.verdict ? { verdict: error.verdict } : {}),
    }
  }
  if (error instanceof StorageError) return { ok: false, reason: 'failed', message: error.message }
  process.stderr.write(`stet: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return {
    ok: false,
    reason: 'failed',
    message: `Something in Stet itself went wrong (${error instanceof Error ? error.message : String(error)}). Your words are as they were.`,
  }
}
