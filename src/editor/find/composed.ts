/** UTF-16 offsets. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** A text as it is searched. “é” may be one character or two: both read the same, and are found as the same. */
export interface Composed {
  /** NFC. */
  readonly text: string
  /** A range of `text` in the original. Half a character becomes the whole. */
  readonly inOriginal: (range: Stretch) => Stretch
  /** An offset of the original in `text`. */
  readonly offset: (original: number) => number
}

/** The longest stretch that NFC can make one character of: a base with its combining marks, the parts of a syllable. */
const CLUSTER = /(?:[\u1100-\u1112][\u1161-\u1175]|[가-힣])[\u11A8-\u11C2]?\p{M}*|[\s\S]\p{M}*/gu

export function composed(original: string): Composed {
  if (original.normalize('NFC') === original)
    return { text: original, inOriginal: (range) => range, offset: (at) => at }
  const parts: string[] = []
  /** For each UTF-16 unit of the text where its cluster starts and ends in the original. */
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const part = cluster.normalize('NFC')
    parts.push(part)
    for (let unit = 0; unit < part.length; unit++) {
      const isAsItWas = part === cluster
      starts.push(isAsItWas ? index + unit : index)
      ends.push(isAsItWas ? index + unit + 1 : index + cluster.length)
    }
  }
  return {
    text: parts.join(''),
    inOriginal: ({ from, to }) => ({ from: starts[from] ?? original.length, to: ends[to - 1] ?? original.length }),
    offset: (at) => {
      const found = starts.findIndex((start) => start >= at)
      return found < 0 ? starts.length : found
    },
  }
}
