import { importsText } from '../../../catalogue/rooms/imports'
/** A file that cannot be imported. The message names the file, the problem, what is safe, and the next step. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
  constructor(
    readonly file: string,
    /** One clause, such as "it is empty". */
    readonly what: string,
    /** One sentence. */
    readonly next: string,
  ) {
    super(importsText('importError.message', { file, what, next }))
  }
}
