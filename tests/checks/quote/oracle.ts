/**
 * A brute-force quote check, independent of the app's: can the quote be derived from one turn by the allowed changes?
 * It works on lists of words and tries everything.
 */
export interface OracleTurn {
  readonly speaker: string
  readonly sentences: readonly (readonly string[])[]
}
/** Fragments of a quote, each a list of words. */
export type OracleQuote = readonly (readonly string[])[]

export const ORACLE_FILLERS = ['um', 'uh']
export const ORACLE_NEAR: Readonly<Record<string, 'negation' | 'number' | 'hedge'>> = {
  not: 'negation',
  never: 'negation',
  seven: 'number',
  40: 'number',
  about: 'hedge',
  perhaps: 'hedge',
}

interface Said {
  readonly word: string
  readonly sentence: number
  readonly starts: boolean
}

/** One derivation of the quote from a turn: for each quoted word the index of the spoken word. */
interface Derivation {
  readonly turn: number
  readonly picks: readonly (readonly number[])[]
  readonly skipped: number
  readonly near: readonly string[]
}

export function derivations(
  turns: readonly OracleTurn[],
  quote: OracleQuote,
  speaker: string | undefined,
): readonly Derivation[] {
  return turns.flatMap((turn, index): Derivation[] => {
    if (speaker !== undefined && turn.speaker !== speaker) return []
    const said = turn.sentences.flatMap((sentence, number) =>
      sentence.map((word, at): Said => ({ word, sentence: number, starts: at === 0 })),
    )
    return placeFragments(said, quote, 0).map((picks) => {
      const first = picks[0]?.[0] ?? 0
      const last = picks.at(-1)?.at(-1) ?? 0
      return { turn: index, picks, skipped: last - first + 1 - picks.flat().length, near: nearOf(said, picks) }
    })
  })
}

function placeFragments(said: readonly Said[], quote: OracleQuote, from: number): (readonly number[])[][] {
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
function placeWords(said: readonly Said[], words: readonly string[], at: number, index: number): number[][] {
  const word = words[index]
  if (word === undefined) return [[]]
  const there = said[at]
  if (!there) return []
  const ways: number[][] = []
  if (sameSaid(word, index === 0, there))
    for (const rest of placeWords(said, words, at + 1, index + 1)) ways.push([at, ...rest])
  if (index > 0 && ORACLE_FILLERS.includes(there.word.toLowerCase()))
    ways.push(...placeWords(said, words, at + 1, index))
  return ways
}

const sameSaid = (word: string, initial: boolean, { word: said, starts }: Said): boolean =>
  word === said ||
  ((initial || starts) && word.charAt(0).toLowerCase() + word.slice(1) === said.charAt(0).toLowerCase() + said.slice(1))

function nearOf(said: readonly Said[], picks: readonly (readonly number[])[]): readonly string[] {
  const near = new Set<string>()
  const look = (at: number, only?: string): void => {
    const word = said[at]?.word
    const kind = word === undefined ? undefined : ORACLE_NEAR[word.toLowerCase()]
    if (word !== undefined && kind !== undefined && (only === undefined || kind === only)) near.add(word)
  }
  const first = picks[0]?.[0] ?? 0
  const last = picks.at(-1)?.at(-1) ?? 0
  for (let back = 1; back <= 4; back++) {
    if (said[first - back]?.sentence === said[first]?.sentence) look(first - back, back === 1 ? undefined : 'negation')
    if (said[last + back]?.sentence === said[last]?.sentence) look(last + back, back === 1 ? undefined : 'negation')
  }
  picks.forEach((fragment, index) => {
    const next = picks[index + 1]?.[0]
    const end = fragment.at(-1) ?? 0
    if (next === undefined || next === end + 1) return
    const gap = Array.from({ length: next - end - 1 }, (_, offset) => end + 1 + offset)
    if (gap.every((at) => ORACLE_FILLERS.includes(said[at]?.word.toLowerCase() ?? ''))) return
    for (const at of gap)
      if (said[at]?.sentence === said[end]?.sentence || said[at]?.sentence === said[next]?.sentence) look(at)
    if (said[end + 1]?.sentence === said[end]?.sentence) look(end)
    if (said[next - 1]?.sentence === said[next]?.sentence) look(next)
  })
  return [...near]
}
