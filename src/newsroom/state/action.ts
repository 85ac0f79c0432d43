import type { ActionName, AnswerOf, RequestOf } from '../../story/requests/requests'
import type { Newsroom } from './newsroom'

/**
 * One thing that people do. `by` is the name of the person who acts; the process that owns the library vouches for it.
 * Rejects with NewsroomError (a rule, a senseless request, trouble outside) or StorageError; then nothing was done.
 */
export type Action<A extends ActionName> = (room: Newsroom, by: string, request: RequestOf<A>) => Promise<AnswerOf<A>>
