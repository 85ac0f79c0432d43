import type { ActionName, AnswerOf, RequestOf } from '../../story/requests/requests'
import type { Newsroom } from './newsroom'

/**
 * Something that people do. `by`: the name of the person, authenticated by the process that owns the library. Rejects
 * with NewsroomError (a rule, a malformed request, an error outside) or StorageError; then nothing was done.
 */
export type Action<A extends ActionName> = (room: Newsroom, by: string, request: RequestOf<A>) => Promise<AnswerOf<A>>
