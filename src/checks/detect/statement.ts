/** A checkable statement that a detector saw in one block's text. */
export type StatementKind = 'quote' | 'superlative' | 'figure' | 'date' | 'name'

export interface Statement {
  readonly kind: StatementKind
  /** The words to show, UTF-16 offsets. */
  readonly from: number
  readonly to: number
  /** The least that a tag must cover: "100" of "about 100 minutes". Lies inside `from`–`to`. */
  readonly coreFrom: number
  readonly coreTo: number
}

export interface Region { readonly from: number; readonly to: number }

export const contains = (outer: Region, inner: Region): boolean => outer.from <= inner.from && inner.to <= outer.to
export const overlaps = (a: Region, b: Region): boolean => a.from < b.to && b.from < a.to
