/** The part of bidi-js 1.0.3 that Stet uses; the package has no types of its own. */
declare module 'bidi-js' {
  export interface EmbeddingLevels {
    readonly levels: Uint8Array
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[]
  }
  export default function bidiFactory(): {
    /** The bidi class of the first character: "L", "R", "AL", "EN" … */
    getBidiCharTypeName(character: string): string
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): EmbeddingLevels
    /** Offsets in `text` from left to right. */
    getReorderedIndices(text: string, levels: EmbeddingLevels): number[]
  }
}
