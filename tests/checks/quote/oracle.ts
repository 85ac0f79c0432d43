/**
 * A brute-force quote check, independent of the app's: can the quote be derived from one turn by the allowed changes?
 * It works on lists of words and tries everything. The rules are those of product.md, for a small English vocabulary.
 */
export interface OracleSentence {
  readonly words: readonly string[]
  readonly asks: boolean
}
export interface OracleTurn {
  readonly speaker: string
  readonly sentences: readonly OracleSentence[]
}
export interface OracleWord {
  readonly word: string
  readonly mark: '' | '.' | '?'
}
/** Fragments of a quote, each a list of words. `inserted`: the words in brackets between and around them. */
export interface OracleQuote {
  readonly fragments: readonly (readonly OracleWord[])[]
  readonly inserted: readonly string[]
}

export const ORACLE_FILLERS = ['um', 'uh']
const FAR = 1000
/** How many words may lie between it and a cut. */
const NEAR: Readonly<Record<string, number>> = {
  not: FAR,
  never: FAR,
  if: FAR,
  unless: FAR,
  seven: FAR,
  40: FAR,
  perhaps: FAR,
  think: FAR,
  could: FAR,
  about: FAR,
}
const IN_BRACKETS = new Set(['not', 'never', 'if', 'unless'])

export const ORACLE_LABELS = ['Mr. Alan Baker', 'Mrs. Ruth Baker', 'Gov. Lucy Stone', 'Trump'] as const
/** Whom each name can mean. `maybe`: labels that do not say, if none of the others is there. */
export const ORACLE_NAMES: Readonly<
  Record<string, { readonly is: readonly string[]; readonly maybe?: readonly string[] }>
> = {
  'Mr. Baker': { is: ['Mr. Alan Baker'] },
  'Mrs. Baker': { is: ['Mrs. Ruth Baker'] },
  'Ms. Ruth Baker': { is: ['Mrs. Ruth Baker'] },
  Baker: { is: ['Mr. Alan Baker', 'Mrs. Ruth Baker'] },
  'Alan Baker': { is: ['Mr. Alan Baker'] },
  'Gov. Baker': { is: [] },
  Stone: { is: ['Gov. Lucy Stone'] },
  'Governor Stone': { is: ['Gov. Lucy Stone'] },
  'Mr. Stone': { is: [] },
  'L. Stone': { is: ['Gov. Lucy Stone'] },
  'the governor': { is: ['Gov. Lucy Stone'], maybe: ['Mr. Alan Baker', 'Mrs. Ruth Baker', 'Trump'] },
  'President Trump': { is: ['Trump'] },
  Trump: { is: ['Trump'] },
  Merkel: { is: [] },
}

interface Said extends OracleWord {
  readonly sentence: number
  readonly starts: boolean
  /** minus, before a figure. */
  readonly sign: boolean
}

const isSign = (words: readonly { readonly word: string }[], at: number): boolean =>
  words[at]?.word.toLowerCase() === 'minus' && words[at + 1]?.word === '40'

/** One derivation of the quote from a turn: for each quoted word the index of the spoken word. */
interface Derivation {
  readonly speaker: string
  readonly skipped: number
  readonly near: ReadonlySet<string>
}

function derivations(turns: readonly OracleTurn[], quote: OracleQuote): readonly Derivation[] {
  return turns.flatMap((turn): Derivation[] => {
    const flat = turn.sentences.flatMap(({ words, asks }, sentence) =>
      words.map((word, at) => ({
        word,
        sentence,
        starts: at === 0,
        mark: at < words.length - 1 ? ('' as const) : asks ? ('?' as const) : ('.' as const),
      })),
    )
    const said = flat.map((one, at): Said => ({ ...one, sign: isSign(flat, at) }))
    return placeFragments(said, quote.fragments, 0).map((picks) => {
      const all = picks.flat()
      return {
        speaker: turn.speaker,
        skipped: (all.at(-1) ?? 0) - (all[0] ?? 0) + 1 - all.length,
        near: nearOf(said, picks, quote),
      }
    })
  })
}

function placeFragments(said: readonly Said[], quote: OracleQuote['fragments'], from: number): (readonly number[])[][] {
  const [fragment, ...others] = quote
  if (!fragment) return [[]]
  const ways: (readonly number[])[][] = []
  for (let start = from; start < said.length; start++) {
    for (const picks of placeWords(said, fragment, start, 0)) {
      for (const rest of placeFragments(said, others, (picks.at(-1) ?? start) + 1)) ways.push([picks, ...rest])
    }
  }
  return ways
}

/** The words from exactly `at`, skipping any number of hesitations between them. */
function placeWords(said: readonly Said[], words: readonly OracleWord[], at: number, index: number): number[][] {
  const word = words[index]
  if (word === undefined) return [[]]
  const there = said[at]
  if (!there) return []
  const ways: number[][] = []
  if (sameSaid(words, index, there))
    for (const rest of placeWords(said, words, at + 1, index + 1)) ways.push([at, ...rest])
  if (index > 0 && isFiller(there)) ways.push(...placeWords(said, words, at + 1, index))
  return ways
}

const isFiller = (one: OracleWord | undefined): boolean => ORACLE_FILLERS.includes(one?.word.toLowerCase() ?? '')
const lowered = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)

function sameSaid(words: readonly OracleWord[], index: number, there: Said): boolean {
  const word = words[index]?.word ?? ''
  const sign = isSign(words, index)
  if (sign || there.sign) return sign && there.sign
  // A full stop before a small letter ends no sentence.
  const initial = index === 0 || ((words[index - 1]?.mark ?? '') !== '' && !/^[a-z]/.test(word))
  return word === there.word || ((initial || there.starts) && lowered(word) === lowered(there.word))
}

function nearOf(said: readonly Said[], picks: readonly (readonly number[])[], quote: OracleQuote): ReadonlySet<string> {
  const near = new Set(quote.inserted.filter((word) => IN_BRACKETS.has(word)))
  /** `between`: words between it and the cut. */
  const look = (at: number, between = 0): void => {
    const { word = '', sign = false } = said[at] ?? {}
    if (between < (sign ? 1 : (NEAR[word.toLowerCase()] ?? 0))) near.add(word)
  }
  const first = picks[0]?.[0] ?? 0
  const last = picks.at(-1)?.at(-1) ?? 0
  const together = (a: number, b: number): boolean => said[a] !== undefined && said[a].sentence === said[b]?.sentence
  for (let at = first - 1, between = 0; together(at, first); at--) {
    look(at, between)
    if (!isFiller(said[at])) between++
  }
  for (let at = last + 1, between = 0; together(at, last); at++) {
    look(at, between)
    if (!isFiller(said[at])) between++
  }
  picks.forEach((fragment, index) => {
    const next = picks[index + 1]?.[0]
    const end = fragment.at(-1) ?? 0
    if (next === undefined || next === end + 1) return
    const gap = said.map((_, at) => at).slice(end + 1, next)
    if (gap.every((at) => isFiller(said[at]))) return
    for (const at of gap) if (together(at, end) || together(at, next)) look(at)
    if (together(end + 1, end)) look(end)
    if (together(next - 1, next)) look(next)
  })
  // Questions made statements, statements made questions.
  const quoted = quote.fragments.flat()
  const all = picks.flat()
  all.forEach((pick, index) => {
    if (together(all[index + 1] ?? -1, pick)) return
    const asked = said.some((one, at) => together(at, pick) && one.mark === '?')
    if (asked !== (quoted[index]?.mark === '?')) near.add('?')
  })
  return near
}

export interface OracleAnswer {
  readonly result: 'matches' | 'matchesWithElision' | 'matchesWithInsertion' | 'otherSpeaker' | 'ambiguous' | 'none'
  /** Each set of near words that a derivation with the fewest omissions can have. */
  readonly near?: readonly string[][]
}

export function oracleAnswer(turns: readonly OracleTurn[], quote: OracleQuote, name: string | undefined): OracleAnswer {
  const anyone = derivations(turns, quote)
  if (anyone.length === 0) return { result: 'none' }
  let ways = anyone
  if (name !== undefined) {
    const there = (labels: readonly string[] = []): readonly string[] =>
      labels.filter((label) => turns.some(({ speaker }) => speaker === label))
    const { is = [], maybe = [] } = ORACLE_NAMES[name] ?? {}
    const meant = there(is)
    const allowed = meant.length > 0 ? meant : there(maybe)
    ways = anyone.filter(({ speaker }) => allowed.includes(speaker))
    if (ways.length === 0) return { result: 'otherSpeaker' }
    if (meant.length !== 1) return { result: 'ambiguous' }
  }
  if (new Set(ways.map(({ speaker }) => speaker)).size > 1) return { result: 'ambiguous' }
  const fewest = Math.min(...ways.map(({ near }) => near.size))
  const best = ways.filter(({ near }) => near.size === fewest)
  const least = Math.min(...best.map(({ skipped }) => skipped))
  const near = best.filter(({ skipped }) => skipped === least).map((one) => [...one.near].sort())
  if (quote.inserted.length > 0) return { result: 'matchesWithInsertion', near }
  return { result: least > 0 ? 'matchesWithElision' : 'matches', near }
}
