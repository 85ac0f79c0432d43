import { importsText } from '../../../catalogue/imports'
/** A file that cannot be read, said for people: which file, what is wrong, what is safe, what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
  constructor(
    readonly file: string,
    /** One clause: "it is empty". */
    readonly what: string,
    /** One sentence. */
    readonly next: string,
  ) {
    super(importsText('importError.message', { file, what, next }))
  }
}
