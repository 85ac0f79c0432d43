/** The shapes of a story for export. Every export reads these and nothing else of a story. */
import type { BlockRole, CellPlace, ListKind } from '../../story/copy/copy'
import type { Byline, Dateline, Fields } from '../../story/ledger/fields'
import type { Picture } from '../../story/copy/picture'
import type { VersionKind } from '../../story/ledger/stages'

/** `public`: readers, without any desk field. `wire`: receiving desks, with ed note and embargo. */
export type Audience = 'public' | 'wire'
export type PubStatus = 'usable' | 'withheld' | 'canceled'

/**
 * Text in one style. `
 * ` is a hard break.
 */
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
  /** Cells only; `groupTables` collects them. A table with text keeps its empty cells. */
  readonly cell?: CellPlace
  /**
   * Cutlines only. The runs are the cutline and may be empty. `file` names the bytes for a writer and is never printed.
   */
  readonly picture?: Picture
  /** No run is empty; adjacent runs differ in style. */
  readonly runs: readonly Run[]
}

/** Fields for receiving desks only. */
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
  /** The version that receivers had before; absent if there was none or it is unknown. */
  readonly previous?: number
  /** It leaves under an id of its own, as drafts do, and replaces nothing. */
  readonly hasOwnId?: true
  readonly versionKind?: VersionKind
  readonly pubStatus: PubStatus
  /** Not for publication. Every writer marks it. */
  readonly draft: boolean
  /** RFC 3339 instant. */
  readonly created: string
  readonly fields: PublishedFields
  /**
   * Headline and deck first, as in the copy. Empty blocks are left out. A kill has the headline and deck that readers
   * know, as far as they name no protected source, and no body.
   */
  readonly blocks: readonly PublishedBlock[]
}

/** Returns the printed credit of a picture: in brackets after the cutline, bare if there is no cutline. */
export function printedCredit({ picture, runs }: PublishedBlock): string {
  const credit = picture?.credit ?? ''
  return credit === '' || runs.every(({ text }) => text.trim() === '') ? credit : `(${credit})`
}

/** "Cutline (credit)", as printed under a picture. */
export function withCredit(block: PublishedBlock): readonly Run[] {
  const credit = printedCredit(block)
  if (credit === '') return block.runs
  const last = block.runs.at(-1)
  const printed = last === undefined ? credit : ` ${credit}`
  // Adjacent runs must differ in style.
  return last && Object.keys(last).length === 1
    ? [...block.runs.slice(0, -1), { text: last.text + printed }]
    : [...block.runs, { text: printed }]
}

export const textOfBlock = (block: PublishedBlock): string => block.runs.map((run) => run.text).join('')

/** Returns the text of the first block with the role on one line; '' if there is none. */
export function lineOf(blocks: readonly PublishedBlock[], role: 'headline' | 'deck'): string {
  const block = blocks.find((candidate) => candidate.role === role)
  return block ? textOfBlock(block).replace(/\s+/g, ' ').trim() : ''
}

/**
 * Returns all blocks except the first headline and the first deck. Further ones, which a merge can leave, stay in the
 * body.
 */
export function bodyOf<B extends PublishedBlock>(blocks: readonly B[]): readonly B[] {
  const headline = blocks.find((block) => block.role === 'headline')
  const deck = blocks.find((block) => block.role === 'deck')
  return blocks.filter((block) => block !== headline && block !== deck)
}
