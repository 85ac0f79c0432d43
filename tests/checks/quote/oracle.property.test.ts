/** The quote check equals the brute-force oracle. STET_RUNS sets how many transcripts and quotes are tried. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkQuote, type QuoteToCheck } from '../../../src/checks/quote/checkQuote'
import { oracleAnswer, ORACLE_LABELS, ORACLE_NAMES, type OracleQuote, type OracleTurn, type OracleWord } from './oracle'

const RUNS = Number(process.env['STET_RUNS'] ?? 1500)
const WORDS =
  'we they Won raise the tariffs not never seven 40 40 about perhaps if unless could minus minus um uh here good'.split(
    ' ',
  )
/** Fixes the language, so that "um" is hesitation. No word of it is in WORDS. */
const REPORTER = { speaker: 'Reporter', text: 'What do you have for this, and what is it that you have with that.' }

const word = fc.constantFrom(...WORDS)
const sentence = fc.record({
  words: fc
    .array(word, { minLength: 1, maxLength: 7 })
    .map(([first = 'we', ...rest]) => [first.charAt(0).toUpperCase() + first.slice(1), ...rest]),
  asks: fc.boolean(),
})
const turn = fc.record({
  speaker: fc.constantFrom<string>(...ORACLE_LABELS),
  sentences: fc.array(sentence, { minLength: 1, maxLength: 3 }),
})
const turns = fc
  .array(turn, { minLength: 1, maxLength: 5 })
  .map((all) => all.filter((one, index) => one.speaker !== all[index - 1]?.speaker))

type Fragments = OracleWord[][]
type Mutation = (fragments: Fragments) => Fragments
const change =
  (pick: number, to: (words: OracleWord[], at: number) => OracleWord[]): Mutation =>
  (fragments) => {
    const at = pick % Math.max(1, fragments.length)
    return fragments
      .map((words, index) => (index === at && words.length > 0 ? to(words, pick % words.length) : words))
      .filter((words) => words.length > 0)
  }
const KINDS = [
  'none',
  'none',
  'replace',
  'insert',
  'drop',
  'not',
  'split',
  'split',
  'swap',
  'case',
  'reverse',
  'mark',
] as const
const mutation: fc.Arbitrary<Mutation> = fc
  .tuple(fc.nat(50), word, fc.constantFrom(...KINDS))
  .map(([pick, other, what]): Mutation => {
    const added: OracleWord = { word: what === 'not' ? 'not' : other, mark: '' }
    switch (what) {
      case 'replace':
        return change(pick, (words, at) => words.map((one, index) => (index === at ? added : one)))
      case 'insert':
      case 'not':
        return change(pick, (words, at) => [...words.slice(0, at), added, ...words.slice(at)])
      case 'drop':
        return change(pick, (words, at) => words.filter((_, index) => index !== at))
      case 'swap':
        return change(pick, (words, at) =>
          words.map((one, index) =>
            index === at ? (words[at + 1] ?? one) : index === at + 1 ? (words[at] ?? one) : one,
          ),
        )
      case 'case':
        return change(pick, (words, at) =>
          words.map((one, index) =>
            index === at ? { ...one, word: one.word.charAt(0).toUpperCase() + one.word.slice(1) } : one,
          ),
        )
      case 'mark':
        return change(pick, (words, at) =>
          words.map((one, index) =>
            index === at || (one.mark !== '' && pick % 2 === 0) ? { ...one, mark: MARKS[pick % 3] ?? '' } : one,
          ),
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
      case 'none':
        return (fragments) => fragments
    }
  })
const MARKS = ['', '?', '.'] as const

const scene = fc.record({
  turns,
  from: fc.nat(40),
  length: fc.integer({ min: 1, max: 9 }),
  mutations: fc.array(mutation, { maxLength: 3 }),
  invented: fc.option(fc.array(word, { minLength: 1, maxLength: 4 }), { freq: 9 }),
  name: fc.option(fc.constantFrom(...Object.keys(ORACLE_NAMES))),
  /** Where the speaker is named. */
  named: fc.constantFrom('tag', 'before', 'after', 'pronoun'),
  /** The words in brackets at the joins, first and last included; '' is an ellipsis. */
  joins: fc.array(fc.constantFrom('', '', '', 'more', 'not', 'unless', 'soon'), { minLength: 12, maxLength: 12 }),
  brackets: fc.boolean(),
  fillers: fc.boolean(),
  signs: fc.boolean(),
})

it('comes to the same result as brute force', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(scene, (made) => {
      const { turns: all, from, length, mutations, invented, name, fillers } = made
      const fragments = mutations.reduce((now, mutate) => mutate(now), quoteFrom(all, from, length, fillers, invented))
      if (fragments.length === 0) return
      const joins = fragments.map((_, index) => (made.brackets ? (made.joins[index] ?? '') : ''))
      const quote: OracleQuote = { fragments, inserted: joins.filter((join) => join !== '') }
      const transcript = {
        turns: [...all.map((one) => ({ speaker: one.speaker, text: one.sentences.map(spoken).join(' ') })), REPORTER],
      }
      const written = fragments.map(
        (words, index) =>
          `${joins[index] === '' ? (index === 0 ? '' : ' … ') : ` [${joins[index] ?? ''}] `}${textOf(words)}`,
      )
      const text = written.join('').trim()
      const checked = checkQuote({
        transcript,
        ...attributed(made.signs ? text.replaceAll(/\bminus 40\b/giu, '−40') : text, name, made.named),
      })
      const wanted = oracleAnswer(all, quote, name ?? undefined)
      seen.set(wanted.result, (seen.get(wanted.result) ?? 0) + 1)
      if (wanted.result === 'none') expect(['differs', 'notFound', 'translation']).toContain(checked.result)
      else expect(checked.result).toBe(wanted.result)
      if (wanted.near) expect(wanted.near).toContainEqual([...new Set(checked.cuts.map((cut) => cut.word))].sort())
    }),
    { numRuns: RUNS, seed: 20261030 },
  )
  // A campaign must reach every result.
  for (const result of ['matches', 'matchesWithElision', 'matchesWithInsertion', 'otherSpeaker', 'ambiguous', 'none'])
    expect(seen.get(result) ?? 0).toBeGreaterThan(RUNS / 1000)
}, 600_000)

const spoken = ({ words, asks }: OracleTurn['sentences'][number]): string => `${words.join(' ')}${asks ? '?' : '.'}`
const textOf = (words: readonly OracleWord[]): string => words.map(({ word: one, mark }) => `${one}${mark}`).join(' ')

/** The speaker in the tag, or in the copy around the quotation. */
function attributed(words: string, name: string | null, named: string): QuoteToCheck {
  const quote = `“${words}”`
  if (name === null) return { quote }
  if (named === 'tag') return { quote, speaker: name }
  const capital = name.charAt(0).toUpperCase() + name.slice(1)
  const known = /Baker|Stone|Trump/u.test(name) && (ORACLE_NAMES[name]?.is.length ?? 0) > 0
  const [before, after] =
    named === 'before'
      ? [`${capital} said: `, '']
      : named === 'pronoun' && known
        ? [`${capital} came late. `, ' he said on Monday.']
        : ['', `, ${name} said on Monday.`]
  return { quote, copy: { graf: before + quote + after, from: before.length, to: before.length + quote.length } }
}

function quoteFrom(
  all: readonly OracleTurn[],
  from: number,
  length: number,
  fillers: boolean,
  invented: string[] | null,
): Fragments {
  if (invented) return [invented.map((one) => ({ word: one, mark: '' }))]
  const words = (all[from % all.length]?.sentences ?? []).flatMap(({ words: said, asks }) =>
    said.map((one, at): OracleWord => ({ word: one, mark: at < said.length - 1 ? '' : asks ? '?' : '.' })),
  )
  const cut = words.slice(from % words.length, (from % words.length) + length)
  const kept = fillers ? cut : cut.filter(({ word: one }) => !/^u[mh]$/iu.test(one))
  return kept.length > 0 ? [kept] : []
}
