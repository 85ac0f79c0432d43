/**
 * Parsers for everything that a window or another process sends. They refuse unknown keys, missing values and excessive
 * sizes before anything acts on a message. Each parser is typed by its request.
 */
import { mainText } from '../catalogue/rooms/main'
import * as z from 'zod/mini'
import { NewsroomError, type ActionName, type RequestOf } from '../story/requests/requests'
import type { CallName, Calls } from './contract'
import { defined } from '../story/text/defined'
import { maybe, text, pin } from './actions/parsedValues'
import { ACTION_PARSERS } from './actionParsers'
import { CALL_PARSERS } from './callParsers'

const actionName = z.enum(Object.keys(ACTION_PARSERS) as [ActionName, ...ActionName[]])
const someAction = z.strictObject({ action: actionName, request: z.unknown() })

const callName = z.enum(['act', ...Object.keys(CALL_PARSERS)] as [CallName, ...CallName[]])
const someCall = z.strictObject({ name: callName, request: z.unknown() })

export type ParsedCall = {
  readonly [C in CallName]: { readonly name: C; readonly request: Calls[C]['request'] }
}[CallName]

/** Parses a window's message: `{name, request}`. Throws NewsroomError `usage`, which names the wrong value. */
export function parseCall(message: unknown): ParsedCall {
  const call = check(someCall, message, mainText('parsers.call'))
  if (call.name !== 'act')
    return {
      name: call.name,
      request: check(
        made<unknown>(CALL_PARSERS[call.name]),
        call.request,
        mainText('parsers.namedCall', { name: call.name }),
      ),
    } as ParsedCall
  const { action, request } = check(someAction, call.request, mainText('parsers.namedCall', { name: 'act' }))
  return { name: 'act', request: { action, request: parseAction(action, request) } }
}

/** Parses the request of one action. Throws NewsroomError `usage`, which names the wrong value. */
export function parseAction<A extends ActionName>(action: A, request: unknown): RequestOf<A> {
  return check<RequestOf<A>>(made(ACTION_PARSERS[action]), request, action)
}

/** Parses a message of another process on the owner's socket. Throws NewsroomError `usage`. */
export function parseOwnerMessage(message: unknown): {
  readonly action: ActionName
  readonly request: unknown
  readonly by: string
  readonly pin?: string | undefined
} {
  const { by, pin: given, action, request } = check(ownerMessage, message, mainText('parsers.message'))
  return { by, action, request: parseAction(action, request), ...defined({ pin: given }) }
}

const ownerMessage = z.strictObject({ action: actionName, request: z.unknown(), by: text(500), pin: maybe(pin) })

const MADE = new Map<() => z.ZodMiniType, z.ZodMiniType>()

/** Makes a parser on its first use. */
function made<T>(make: () => z.ZodMiniType<T>): z.ZodMiniType<T> {
  const known = MADE.get(make) as z.ZodMiniType<T> | undefined
  if (known) return known
  const parser = make()
  MADE.set(make, parser)
  return parser
}

function check<T>(parser: z.ZodMiniType<T>, value: unknown, what: string): T {
  const parsed = parser.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const why = issue?.message ?? mainText('parsers.unknownProblem')
  throw new NewsroomError(
    'usage',
    issue?.path.length
      ? mainText('parsers.malformedAt', { what, place: issue.path.join('.'), why })
      : mainText('parsers.malformed', { what, why }),
  )
}
