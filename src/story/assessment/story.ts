import type { CommentThread } from '../copy/comment'
import type { Copy } from '../copy/copy'
import type { FactTag } from '../ledger/fact'
import type { Fields } from '../ledger/fields'
import type { LedgerState } from '../ledger/ledger'
import { namesInByline, sameName } from '../text/personName'
import type { LibrarySettings, Person } from '../desk/roster'
import type { Source } from '../desk/source'
import type { Suggestion } from '../copy/suggestion'
import type { Transcript } from './transcript'

/** One story as every rule sees it: the copy, what is tagged in it, its fields, and what the ledger says. */
export interface Story {
  readonly id: string
  /** Public, never the internal id: "urn:uuid:…". */
  readonly guid: string
  readonly created: string
  readonly fields: Fields
  readonly copy: Copy
  readonly tags: ReadonlyMap<string, FactTag>
  /** Absent where nobody asks for them. */
  readonly comments?: readonly CommentThread[]
  /** Pending suggestions, in text order; absent reads as none. The copy is what stands without them. */
  readonly suggestions?: readonly Suggestion[]
  readonly ledger: LedgerState
}

/** What rules need to know of the library around a story. */
export interface Desk {
  readonly roster: readonly Person[]
  readonly settings: LibrarySettings
  readonly sources: ReadonlyMap<string, Source>
  /** What was read of the files behind the facts, by their SHA-256; a file that is no transcript is absent. */
  readonly transcripts?: ReadonlyMap<string, Transcript>
  /** ISO 8601 instant. */
  readonly now: string
}

export const authorsOf = (fields: Fields): ReadonlySet<string> =>
  new Set([fields.author, ...fields.byline.map((line) => line.name)].filter((name) => name !== ''))

/** Whether the person is the author or has a byline, however the name is spelled there. */
export const isAuthorOf = (fields: Fields, person: string): boolean =>
  [...authorsOf(fields)].flatMap(namesInByline).some((name) => sameName(name, person))
