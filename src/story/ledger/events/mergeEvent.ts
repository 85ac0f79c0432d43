/** What comes in from other machines, and what people decide about it. */
export type MergeEvent =
  /**
   * What somebody wrote on another machine came in. It follows that and what was here, so that a ledger has one end.
   * `bundle`: SHA-256 of the file it came in. `from`: who handed it over. `entries`: how many were new here.
   */
  | {
      readonly kind: 'merged'
      readonly bundle: string
      readonly from: string
      readonly device: string
      readonly entries: number
      /**
       * What it takes to undo it (merging/undoMerge.ts). `here`: hashes of all entries that nothing here followed yet.
       * `version`: number of the snapshot made before. `copy`: hash of the copy afterwards. Absent: it came as a whole,
       * or in an earlier Stet.
       */
      readonly here?: readonly string[]
      readonly version?: number
      readonly copy?: string
      /**
       * Hashes of `mergeUndone` entries that hold no longer: the same was taken in again. `client`: the Yjs client id
       * that typed its words.
       */
      readonly again?: readonly string[]
      readonly client?: number
    }
  /**
   * Somebody undid a merge, named by its hash: nothing that it brought gives trust any more. `tray`: the entries of the
   * tray that hold the words which went. `client`: the Yjs client id that put the earlier words back.
   */
  | {
      readonly kind: 'mergeUndone'
      readonly merge: string
      readonly tray: readonly string[]
      readonly client: number
    }
  /**
   * What an editor decided of entries that stand apart, named by their hashes. It changes nothing of what counts: what
   * is taken over, the editor gives under their own name, in entries of their own. `of`: whose the entries are, as
   * far as anybody here knows.
   */
  | {
      readonly kind: 'apartDecided'
      readonly entries: readonly string[]
      readonly verdict: 'taken' | 'dropped'
      readonly of: readonly string[]
      readonly reason?: string
    }
