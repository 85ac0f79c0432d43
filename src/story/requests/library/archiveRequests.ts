/** Requests about stories that are moved to an archive: another library that is only read. */

export interface ArchivableStory {
  readonly id: string
  readonly headline: string
  /** Why it stays, one sentence. Absent: it can be moved. */
  readonly why?: string
}

export interface ArchiveRequests {
  /** The published, killed and spiked stories that changed last before an instant (ISO 8601), oldest first. */
  'story.archivable': { request: { readonly before: string }; answer: readonly { id: string; headline: string }[] }
  /**
   * Moves stories whole into the archive in a folder. Each is read there and compared before it leaves the library.
   * Those that cannot be moved stay, and say why. `preview`: only says what would be moved; nothing is written, and no
   * archive is made.
   */
  'story.archive': {
    request: {
      readonly stories: readonly string[]
      readonly before: string
      readonly to: string
      readonly preview?: boolean
    }
    answer: {
      /** Id. '' in a preview. */
      readonly archive: string
      readonly moved: readonly ArchivableStory[]
      readonly stayed: readonly ArchivableStory[]
      /** SHA-256 of captured files that they named. Those that nothing else names go with `library.tidy`. */
      readonly files: readonly string[]
      /** What failed after the stories were moved, as a sentence for people. */
      readonly problem?: string
    }
  }
}
