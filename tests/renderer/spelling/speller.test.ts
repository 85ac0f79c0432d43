/** Hunspell with the dictionaries that Stet ships: what it finds of misspelt words, and what it says of right ones. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { Speller, startEngine, type SpellEngine } from '../../../src/renderer/spelling/speller'
import { blockLanguages } from '../../../src/story/spelling/blockLanguages'
import { DICTIONARY_PACKAGES, SPELL_LANGUAGES, type SpellLanguage } from '../../../src/story/spelling/dictionaries'
import { misspellingsIn } from '../../../src/story/spelling/misspellings'
import { spellableWords } from '../../../src/story/spelling/spellableWords'
import { newsSentences, wordListsOf } from './wordLists'

const require = createRequire(import.meta.url)
const bytesOf = (path: string): ArrayBuffer => new Uint8Array(readFileSync(path)).buffer

let engine: Promise<SpellEngine> | undefined
const spellers = new Map<SpellLanguage, Promise<Speller>>()

async function open(language: SpellLanguage): Promise<Speller> {
  engine ??= startEngine(bytesOf(require.resolve('hunspell-wasm/wasm/hunspell.wasm')))
  const folder = dirname(require.resolve(DICTIONARY_PACKAGES[language]))
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  return new Speller(language, await engine, read('index.aff'), read('index.dic'))
}

function spellerOf(language: SpellLanguage): Promise<Speller> {
  let speller = spellers.get(language)
  if (!speller) spellers.set(language, (speller = open(language)))
  return speller
}

/** The words of a list that are marked, each in a text of its own. */
async function marked(language: SpellLanguage, words: readonly string[]): Promise<readonly string[]> {
  const speller = await spellerOf(language)
  const dictionary = { isRight: (_language: SpellLanguage, word: string) => speller.isRight(word) }
  const languages = { latin: language, hangul: language }
  return words.filter((word) => misspellingsIn(word, languages, dictionary, () => false).length > 0)
}

const percent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10

/** STET_PRINT=1 prints the figures and the words behind them. */
const print = (line: string): void => {
  if (process.env['STET_PRINT'] !== undefined) process.stdout.write(`${line}\n`)
}

test.each(SPELL_LANGUAGES)('%s: of 200 misspelt words at least 95 in 100 are found', async (language) => {
  const { wrong } = wordListsOf(language)
  const found = new Set(await marked(language, wrong))
  const missed = wrong.filter((word) => !found.has(word))
  print(`${language}: found ${percent(found.size, wrong.length)} % of ${wrong.length}; missed ${missed.join(' ')}`)
  expect(wrong.length).toBeGreaterThanOrEqual(200)
  expect(percent(found.size, wrong.length), missed.join(' ')).toBeGreaterThanOrEqual(95)
})

test.each(SPELL_LANGUAGES)('%s: of 500 right words of news at most 2 in 100 are marked', async (language) => {
  const { right } = wordListsOf(language)
  const wrongly = await marked(language, right)
  print(`${language}: marks ${percent(wrongly.length, right.length)} % of ${right.length}: ${wrongly.join(' ')}`)
  expect(right.length).toBeGreaterThanOrEqual(500)
  expect(percent(wrongly.length, right.length), wrongly.join(' ')).toBeLessThanOrEqual(2)
})

test.each(['en', 'ko', 'fr', 'es', 'de'] as const)(
  '%s: of the words of news sentences, names included, at most 2.5 in 100 are marked',
  async (language) => {
    let words = 0
    const wrongly: string[] = []
    for (const sentence of newsSentences(language)) {
      const languages = blockLanguages(sentence, language)
      const ready = new Map<SpellLanguage, Speller>()
      for (const asked of Object.values(languages) as readonly SpellLanguage[]) ready.set(asked, await spellerOf(asked))
      const dictionary = { isRight: (asked: SpellLanguage, word: string) => ready.get(asked)?.isRight(word) }
      words += spellableWords(sentence).length
      wrongly.push(...misspellingsIn(sentence, languages, dictionary, () => false).map(({ word }) => word))
    }
    print(`${language}: marks ${percent(wrongly.length, words)} % of ${words} words in sentences`)
    expect(words).toBeGreaterThan(5000)
    expect(percent(wrongly.length, words), wrongly.join(' ')).toBeLessThanOrEqual(2.5)
  },
)

test.each([
  ['ko', '햇습니다', '했습니다'],
  ['en', 'recieved', 'received'],
  ['fr', 'gouvernment', 'gouvernement'],
  ['es', 'govierno', 'gobierno'],
  ['de', 'Regirung', 'Regierung'],
] as const)('%s: %s is corrected to %s, among five at most', async (language, word, correction) => {
  const corrections = (await spellerOf(language)).corrections(word)
  expect(corrections).toContain(correction)
  expect(corrections.length).toBeLessThanOrEqual(5)
})

test('nothing is said of a word that Hunspell cannot hold', async () => {
  const speller = await spellerOf('en')
  const word = 'x'.repeat(5000)
  expect([speller.isRight(word), speller.corrections(word)]).toEqual([true, []])
})
