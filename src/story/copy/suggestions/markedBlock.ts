import type { Block, BlockRole, ListKind } from '../copy'

/** The role of a block, as a suggestion proposes it. */
export interface BlockShape {
  readonly role: BlockRole
  readonly level?: number
  readonly list?: ListKind
}

/** A proposed style: `+bold`, `-italic`, `+link https://…`, `-link`. */
export type Style = string

/** The part of a marked block's text that a suggestion changes. UTF-16 offsets, `from < to`. */
export type SuggestionSpan =
  | {
      readonly from: number
      readonly to: number
      readonly mark: 'insertion'
      readonly id: string
      /** The character is a proposed break: of a line, or of the block, whose rest then has this shape. */
      readonly as?: BlockShape | 'line'
    }
  | { readonly from: number; readonly to: number; readonly mark: 'deletion'; readonly id: string }
  | { readonly from: number; readonly to: number; readonly mark: 'restyle'; readonly id: string; readonly style: Style }

export interface MarkedBlock extends Block {
  /** The suggestions in the text. `text` and `spans` include pending insertions. */
  readonly proposed: readonly SuggestionSpan[]
  /** The suggestion that would join this block to the one before. */
  readonly joins?: string
  readonly becomes?: { readonly id: string; readonly shape: BlockShape }
}

export type MarkedCopy = readonly MarkedBlock[]

/** What a person decides of a suggestion. */
export type Choice = 'accept' | 'reject' | 'leave'
