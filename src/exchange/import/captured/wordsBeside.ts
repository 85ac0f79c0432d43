/** A file in another file. */
export interface FileInside {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a file has beside the words that people are shown. */
export interface BesideWords {
  /** Metadata, notes, header fields, other versions of the words. */
  readonly texts: readonly string[]
  /** Attachments. */
  readonly files: readonly FileInside[]
}
