/** What may leave the desk: the shapes. Every exit reads these and nothing else of a story. */
import type { BlockRole, CellPlace, ListKind } from '../../story/copy/copy'
import type { Byline, Dateline, Fields } from '../../story/ledger/fields'
import type { Picture } from '../../story/copy/picture'
import type { VersionKind } from '../../story/ledger/stages'

/** `public`: readers, no desk matter at all. `wire`: receiving desks; ed note and embargo travel. */
export type Audience = 'public' | 'wire'
export type PubStatus = 'usable' | 'withheld' | 'canceled'

/** A stretch of text in one style. `\n` is a hard break. */
export interface Run {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** http, https or mailto only. */
  readonly href?: string
}

export interface PublishedBlock {
  readonly role: BlockRole
  readonly level?: number
  readonly list?: ListKind
  /** Cells only; `groupTables` puts them together. A table with words keeps its empty cells. */
  readonly cell?: CellPlace
  /** Cutlines only; the runs are the cutline, and may be none. `file` names the bytes to a writer and is never printed. */
  readonly picture?: Picture
  /** Never empty runs; adjoining runs differ in style. */
  readonly runs: readonly Run[]
}

/** Fields that only receiving desks get. */
export interface WireFields {
  readonly slug: string
  readonly urgency: number
  readonly edNote: string
  /** RFC 3339 instant with zone, or ''. */
  readonly embargo: string
  readonly usageTerms: string
}

export interface PublishedFields {
  readonly kind: Fields['kind']
  readonly byline: readonly Byline[]
  readonly contributors: string
  readonly dateline: Dateline
  readonly language: string
  readonly subjects: readonly string[]
  readonly keywords: readonly string[]
  readonly provider: string
  readonly copyrightLine: string
  /** Absent for the public. */
  readonly wire?: WireFields
}

export interface PublishedStory {
  readonly audience: Audience
  /** Public id, "urn:uuid:…". */
  readonly guid: string
  readonly version: number
  /** The version that receivers had before it; absent when there was none, or when nobody knows. */
  readonly previous?: number
  readonly versionKind?: VersionKind
  readonly pubStatus: PubStatus
  /** Not for publication; every writer marks it. */
  readonly draft: boolean
  /** RFC 3339 instant. */
  readonly created: string
  readonly fields: PublishedFields
  /** Headline and deck first, as they stand in the copy. Empty blocks are left out. A kill has no body, and the headline and deck that readers know. */
  readonly blocks: readonly PublishedBlock[]
}

/** A picture's credit as it is printed: in brackets after the words of the cutline, bare where there are none. */
export function printedCredit({ picture, runs }: PublishedBlock): string {
  const credit = picture?.credit ?? ''
  return credit === '' || runs.every(({ text }) => text.trim() === '') ? credit : `(${credit})`
}

/** "Cutline (credit)", as it is printed under a picture. */
export function withCredit(block: PublishedBlock): readonly Run[] {
  const credit = printedCredit(block)
  if (credit === '') return block.runs
  const last = block.runs.at(-1)
  const printed = last === undefined ? credit : ` ${credit}`
  // Adjoining runs differ in style.
  return last && Object.keys(last).length === 1
    ? [...block.runs.slice(0, -1), { text: last.text + printed }]
    : [...block.runs, { text: printed }]
}

export const textOfBlock = (block: PublishedBlock): string => block.runs.map((run) => run.text).join('')

/** Text of the first block with the role, on one line; '' when there is none. */
export function lineOf(blocks: readonly PublishedBlock[], role: 'headline' | 'deck'): string {
  const block = blocks.find((candidate) => candidate.role === role)
  return block ? textOfBlock(block).replace(/\s+/g, ' ').trim() : ''
}

/** Everything but the first headline and the first deck; further ones (a merge can leave two) stay as body. */
export function bodyOf<B extends PublishedBlock>(blocks: readonly B[]): readonly B[] {
  const headline = blocks.find((block) => block.role === 'headline')
  const deck = blocks.find((block) => block.role === 'deck')
  return blocks.filter((block) => block !== headline && block !== deck)
}
