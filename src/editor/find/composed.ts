/** UTF-16 offsets. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** A text as it is searched. “é” may be one character or two: both read the same, and are found as the same. */
export interface Composed {
  /** NFC, except that marks stay in the order in which they were written. */
  readonly text: string
  /** A range of `text` in the original. Undefined if it begins or ends inside of a character of the original. */
  readonly inOriginal: (range: Stretch) => Stretch | undefined
  /** An offset of the original in `text`. */
  readonly offset: (original: number) => number
}

/** The longest stretch that NFC can make one character of: a base with its combining marks, the parts of a syllable. */
const CLUSTER = /(?:[\u1100-\u1112][\u1161-\u1175]|[가-힣])[\u11A8-\u11C2]?\p{M}*|[\s\S]\p{M}*/gu
/** Nobody writes more marks on one character. Longer ones are taken as a whole, or their time grows with a power. */
const LONGEST_CLUSTER = 16

export function composed(original: string): Composed {
  if (original.normalize('NFC') === original)
    return { text: original, inOriginal: (range) => range, offset: (at) => at }
  const parts: string[] = []
  /** For each UTF-16 unit of the text where its character starts and ends in the original. */
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    let at = index
    for (const written of cluster.length === 1 ? [cluster] : charactersOf(cluster)) {
      const part = composedCharacter(written)
      parts.push(part)
      for (let unit = 0; unit < part.length; unit++) {
        const isAsItWas = part === written
        starts.push(isAsItWas ? at + unit : at)
        ends.push(isAsItWas ? at + unit + 1 : at + written.length)
      }
      at += written.length
    }
  }
  return {
    text: parts.join(''),
    inOriginal: ({ from, to }) =>
      starts[from] === starts[from - 1] || ends[to - 1] === ends[to]
        ? undefined
        : { from: starts[from] ?? original.length, to: ends[to - 1] ?? original.length },
    offset: (at) => firstAtLeast(starts, at),
  }
}

/** The shortest pieces of a cluster that NFC makes characters of apart: a vowel sign is none with its consonant. */
function charactersOf(cluster: string): readonly string[] {
  if (cluster.length > LONGEST_CLUSTER) return [cluster]
  const pieces: string[] = []
  let piece = ''
  let rest = cluster
  for (const sign of cluster) {
    piece += sign
    const behind = rest.slice(piece.length)
    if (piece.normalize('NFC') + behind.normalize('NFC') !== rest.normalize('NFC')) continue
    pieces.push(piece)
    rest = behind
    piece = ''
  }
  return pieces
}

/** Marks in another order than Unicode’s are typed so in Arabic and Hebrew, and each is found alone. */
function composedCharacter(written: string): string {
  const whole = written.normalize('NFC')
  return whole.length === written.length && [...whole].sort().join('') === [...written].sort().join('')
    ? written
    : whole
}

/** In numbers that never fall. */
function firstAtLeast(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
