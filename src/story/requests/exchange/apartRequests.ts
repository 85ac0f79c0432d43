/** Requests about entries of other machines that do not count here. */

export interface ApartEntry {
  /** Its place in the file of this machine. */
  readonly n: number
  readonly hash: string
  /** ISO 8601 instant, as its writer says. */
  readonly at: string
  /** Whose key signed it; where nobody here knows the key, as whom. */
  readonly by: string
  /** Absent: nobody here knows its key. */
  readonly device?: string
  /** Why it stands apart, one sentence. */
  readonly why: string
  /** "signed Wrong". Follows the name. */
  readonly did: string
  /** The words of the fact, if any. */
  readonly words?: string
  /** Its reason, question or answer, or where the evidence is. */
  readonly said?: string
  /** Why it cannot be taken over, one sentence. Absent: an editor may. */
  readonly keep?: string
  /** The view of the fact now. Taking it over carries it. */
  readonly seen?: string
  readonly decided?: { readonly verdict: 'taken' | 'dropped'; readonly by: string; readonly at: string }
}

export interface ApartList {
  /** In the order of the file, the first 500. */
  readonly entries: readonly ApartEntry[]
  /** How many come after these. Absent: none. */
  readonly more?: number
  /** Why the person who asks may not decide, one sentence. */
  readonly refused?: string
}

export interface ApartRequests {
  /** The entries that wait for an editor. `all`: also those that somebody decided on. */
  'story.apart': {
    request: { readonly story: string; readonly all?: boolean }
    answer: ApartList
  }
  /**
   * Takes entries over, or drops them. What is taken over, the editor gives under their own name. One that cannot be
   * taken over is named in `left`, with one sentence, and goes on waiting.
   */
  'story.decideApart': {
    request: {
      readonly story: string
      readonly verdict: 'taken' | 'dropped'
      readonly entries: readonly { readonly hash: string; readonly seen?: string }[]
      readonly reason?: string
    }
    answer: { readonly decided: readonly string[]; readonly left: readonly { hash: string; why: string }[] }
  }
}
