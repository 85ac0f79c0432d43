import type { CommentThread } from '../copy/comment'
import type { Copy } from '../copy/copy'
import type { FactTag } from '../ledger/facts/fact'
import type { Fields } from '../ledger/fields'
import type { LedgerState } from '../ledger/ledger'
import type { TrustLoss } from '../ledger/loss'
import { isNamedIn } from '../text/words/personName'
import type { DeskWords } from '../desk/deskWords'
import type { LibrarySettings, Person } from '../desk/roster'
import type { Source } from '../desk/source'
import type { Suggestion } from '../copy/suggestions/suggestion'
import type { Transcript } from './copy/transcript'

/** A story as the rules see it: the copy, its tags, its fields and its ledger. */
export interface Story {
  readonly id: string
  /** Public, never the internal id: "urn:uuid:…". */
  readonly guid: string
  readonly created: string
  readonly fields: Fields
  readonly copy: Copy
  readonly tags: ReadonlyMap<string, FactTag>
  /** Absent where no rule needs them. */
  readonly comments?: readonly CommentThread[]
  /** Pending suggestions in text order. Absent means none. `copy` is the copy without them. */
  readonly suggestions?: readonly Suggestion[]
  readonly ledger: LedgerState
  /**
   * What storage misses of the story, its captured files and its library, as found now. Absent: nothing. See
   * openLosses.
   */
  readonly losses?: readonly TrustLoss[]
  /** Who wrote, or may have, without a PIN when the library had PINs (trust/unprovenWriters.ts). Absent: nobody. */
  readonly unproven?: readonly string[]
}

/** The parts of the library that the rules need. */
export interface Desk {
  readonly roster: readonly Person[]
  readonly settings: LibrarySettings
  readonly sources: ReadonlyMap<string, Source>
  /** Words that the desk taught the checks. Absent: none. */
  readonly words?: DeskWords
  /** Transcripts read from evidence files, by the file's SHA-256. Files that are not transcripts are absent. */
  readonly transcripts?: ReadonlyMap<string, Transcript>
  /** ISO 8601 instant. */
  readonly now: string
}

export const authorsOf = (fields: Pick<Fields, 'author' | 'byline'>): ReadonlySet<string> =>
  new Set([fields.author, ...fields.byline.map((line) => line.name)].filter((name) => name !== ''))

/** The roles beside the names of a byline. Readers read them too: “and Kim Min”. */
export const rolesOf = ({ byline }: Pick<Fields, 'byline'>): readonly string[] =>
  byline.flatMap(({ role }) => (role === undefined || role === '' ? [] : [role]))

/** Whether the person is the author or has a byline, however the name is spelled there. */
export const isAuthorOf = (fields: Pick<Fields, 'author' | 'byline'>, person: string): boolean =>
  [...authorsOf(fields), ...rolesOf(fields)].some((line) => isNamedIn(line, person))
