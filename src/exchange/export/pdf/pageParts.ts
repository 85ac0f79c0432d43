/** The parts of a printed page, as page.typ takes them: words and their kinds, nothing about their looks. */

interface Directed {
  /** Absent: the direction of the page. */
  readonly rightToLeft?: boolean
}

export interface PageRun {
  /** `\n` is a hard break. */
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly dateline?: true
  readonly href?: string
}

export interface PageList {
  readonly ordered: boolean
  readonly items: readonly PageItem[]
}
export interface PageItem extends Directed {
  readonly runs: readonly PageRun[]
  readonly lists: readonly PageList[]
}
export interface PageCell extends Directed {
  readonly header: boolean
  readonly runs: readonly PageRun[]
}
/** `quoted`: words of others beside the text. */
export interface PageRow {
  readonly term: string
  readonly text: string
  readonly quoted?: { readonly text: string; readonly rightToLeft: boolean }
}
/** `width`, `height`: pixels, 0 if unknown. */
export interface PagePicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  readonly alt: string
}

export type PagePart =
  | ({
      readonly kind:
        | 'draft'
        | 'edition'
        | 'deck'
        | 'byline'
        | 'paragraph'
        | 'subhead2'
        | 'subhead3'
        | 'quote'
        | 'cutline'
        | 'correction'
        | 'identity'
        | 'headline'
      readonly runs: readonly PageRun[]
    } & Directed)
  | ({ readonly kind: 'list' } & PageList)
  /** `header`: the first row is repeated on each page. All rows have one length. */
  | { readonly kind: 'table'; readonly header: boolean; readonly rows: readonly (readonly PageCell[])[] }
  | ({ readonly kind: 'picture'; readonly picture: PagePicture; readonly runs: readonly PageRun[] } & Directed)
  | { readonly kind: 'footer'; readonly lines: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly PageRow[] }
  | {
      readonly kind: 'fact'
      readonly label: string
      readonly words: string
      readonly rightToLeft: boolean
      readonly rows: readonly PageRow[]
    }

export interface PrintedPage {
  /** BCP 47, or ''. */
  readonly language: string
  readonly headlineSize: number
  readonly parts: readonly PagePart[]
}
