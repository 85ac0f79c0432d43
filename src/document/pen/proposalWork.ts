/** What one run of proposeTyping works with, and how it names and marks suggestions. */
import type * as Y from 'yjs'
import type { BlockShape } from '../../story/copy/suggestions/markedCopy'
import { attributeOfProposed } from '../markNames'
import type { Hand } from '../writers/characters/hands'
import type { Formats } from './blockPieces'
import type { Typing } from './typing'

/** A suggestion that was made of typing. */
export interface MadeSuggestion {
  readonly id: string
  readonly by: string
}

/** `made`: the suggestions so far, by id. `notes`: whose characters came back or were moved. */
export interface ProposalWork {
  readonly doc: Y.Doc
  readonly typing: Typing
  readonly made: Map<string, MadeSuggestion>
  readonly notes: Hand[]
  /** Name of the library. */
  readonly library: string
  /** Who made a pending suggestion. */
  readonly madeBy: (id: string) => string | undefined
}

/** A block that is new or gone, and who made or took it without the pen. */
export interface ProposedBlock {
  readonly element: Y.XmlElement
  readonly item: Y.Item
  readonly by: string
}

/** The id of a suggestion, from a character or block of it: two machines make the same of the same typing. */
export const proposalId = (client: number, clock: number, of: 'typed' | 'gone'): string =>
  of === 'typed' ? `pen-${client}-${clock}` : `pen-${client}-${clock}-cut`

/** Formats that mark words as proposed. `as`: what a break makes of the block after it. */
export const insertionMark = (id: string, as?: BlockShape | 'line'): Formats =>
  attributeOfProposed({ from: 0, to: 0, mark: 'insertion', id, ...(as === undefined ? {} : { as }) })

/** Formats that mark words as proposed to go. */
export const deletionMark = (id: string): Formats => attributeOfProposed({ from: 0, to: 0, mark: 'deletion', id })
