/** The quote check equals the brute-force oracle. STET_RUNS sets how many transcripts and quotes are tried. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { derivations, type OracleQuote, type OracleTurn } from './oracle'

const RUNS = Number(process.env['STET_RUNS'] ?? 1500)
const WORDS = [
  'we',
  'they',
  'Won',
  'raise',
  'the',
  'tariffs',
  'not',
  'never',
  'seven',
  '40',
  'about',
  'perhaps',
  'um',
  'uh',
  'here',
  'good',
]
const SPEAKERS = ['Trump', 'Merkel', 'Ueda']

const word = fc.constantFrom(...WORDS)
const sentence = fc
  .array(word, { minLength: 1, maxLength: 7 })
  .map(([first = 'we', ...rest]) => [first.charAt(0).toUpperCase() + first.slice(1), ...rest])
const turn = fc.record({
  speaker: fc.constantFrom(...SPEAKERS),
  sentences: fc.array(sentence, { minLength: 1, maxLength: 3 }),
})
const turns = fc
  .array(turn, { minLength: 1, maxLength: 5 })
  .map((all) => all.filter((one, index) => one.speaker !== all[index - 1]?.speaker))

type Mutation = (fragments: string[][]) => string[][]
const change =
  (pick: number, to: (words: string[], at: number) => string[]): Mutation =>
  (fragments) => {
    const at = pick % Math.max(1, fragments.length)
    return fragments
      .map((words, index) => (index === at && words.length > 0 ? to(words, pick % words.length) : words))
      .filter((words) => words.length > 0)
  }
const mutation: fc.Arbitrary<Mutation> = fc
  .tuple(
    fc.nat(50),
    word,
    fc.constantFrom('none', 'none', 'replace', 'insert', 'drop', 'not', 'split', 'swap', 'case', 'reverse'),
  )
  .map(([pick, other, what]): Mutation => {
    switch (what) {
      case 'replace':
        return change(pick, (words, at) => words.map((one, index) => (index === at ? other : one)))
      case 'insert':
        return change(pick, (words, at) => [...words.slice(0, at), other, ...words.slice(at)])
      case 'drop':
        return change(pick, (words, at) => words.filter((_, index) => index !== at))
      case 'not':
        return change(pick, (words, at) => [...words.slice(0, at), 'not', ...words.slice(at)])
      case 'swap':
        return change(pick, (words, at) =>
          words.map((one, index) =>
            index === at ? (words[at + 1] ?? one) : index === at + 1 ? (words[at] ?? one) : one,
          ),
        )
      case 'case':
        return change(pick, (words, at) =>
          words.map((one, index) => (index === at ? one.charAt(0).toUpperCase() + one.slice(1) : one)),
        )
      case 'split':
        return (fragments) =>
          fragments.flatMap((words, index) =>
            index === pick % fragments.length && words.length > 2
              ? [words.slice(0, 1), words.slice(1 + (pick % 2))]
              : [words],
          )
      case 'reverse':
        return (fragments) => fragments.toReversed()
      default:
        return (fragments) => fragments
    }
  })

const scene = fc.record({
  turns,
  from: fc.nat(40),
  length: fc.integer({ min: 1, max: 9 }),
  mutations: fc.array(mutation, { maxLength: 3 }),
  invented: fc.option(fc.array(word, { minLength: 1, maxLength: 4 }), { freq: 9 }),
  speaker: fc.option(fc.constantFrom(...SPEAKERS)),
  fillers: fc.boolean(),
})

it('comes to the same result as brute force', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(scene, ({ turns: all, from, length, mutations, invented, speaker, fillers }) => {
      const quote = quoteFrom(all, from, length, fillers, invented).reduce(
        (fragments, _words, index, whole) =>
          index === 0 ? mutations.reduce((now, mutate) => mutate(now), whole) : fragments,
        [] as string[][],
      )
      if (quote.length === 0) return
      const transcript = {
        turns: all.map((one) => ({
          speaker: one.speaker,
          text: one.sentences.map((words) => `${words.join(' ')}.`).join(' '),
        })),
      }
      const checked = checkQuote({
        quote: quote.map((words) => words.join(' ')).join(' … '),
        transcript,
        ...(speaker === null ? {} : { speaker }),
      })
      const wanted = oracleResult(all, quote, speaker ?? undefined)
      seen.set(wanted.result, (seen.get(wanted.result) ?? 0) + 1)
      if (wanted.result === 'none') expect(['differs', 'notFound', 'translation']).toContain(checked.result)
      else expect(checked.result).toBe(wanted.result)
      if (wanted.near) expect(wanted.near).toContainEqual([...new Set(checked.cuts.map((cut) => cut.word))].sort())
    }),
    { numRuns: RUNS, seed: 20261030 },
  )
  // A campaign must reach every result.
  for (const result of ['matches', 'matchesWithElision', 'ambiguous', 'none'])
    expect(seen.get(result) ?? 0).toBeGreaterThan(RUNS / 1000)
}, 600_000)

function quoteFrom(
  all: readonly OracleTurn[],
  from: number,
  length: number,
  fillers: boolean,
  invented: string[] | null,
): string[][] {
  if (invented) return [invented]
  const words = all[from % all.length]?.sentences.flat() ?? []
  const cut = words.slice(from % words.length, (from % words.length) + length)
  const kept = fillers ? cut : cut.filter((one) => !/^u[mh]$/iu.test(one))
  return kept.length > 0 ? [kept] : []
}

/** `near`: each set of near words that a derivation with the fewest omissions can have. */
function oracleResult(
  all: readonly OracleTurn[],
  quote: OracleQuote,
  speaker: string | undefined,
): { readonly result: string; readonly near?: readonly string[][] } {
  const ways = derivations(all, quote, speaker)
  if (ways.length === 0) return { result: 'none' }
  if (new Set(ways.map(({ turn: index }) => all[index]?.speaker)).size > 1) return { result: 'ambiguous' }
  const fewest = Math.min(...ways.map(({ near }) => near.length))
  const best = ways.filter(({ near }) => near.length === fewest)
  const least = Math.min(...best.map(({ skipped }) => skipped))
  const exact = ways.some(({ skipped }) => skipped === 0)
  if (exact && least > 0) return { result: 'matches' }
  return { result: least > 0 ? 'matchesWithElision' : 'matches', near: best.map(({ near }) => [...near].sort()) }
}
