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
    super(`${file} was not imported: ${what}. Nothing in the library changed. ${next}`)
  }
}
