/** Hunspell over the files of one dictionary. */
import { Hunspell } from 'hunspell-wasm'
import initialise from 'hunspell-wasm/wasm/hunspell.js'
import type { DictionaryName } from '../../story/spelling/dictionaries'
import { isKoreanCompound } from '../../story/spelling/koreanCompounds'
import { isNewsWord } from '../../story/spelling/newsWords'
import { isWorldName } from './worldNames'

/** Emscripten's own start function. Its package declares no options. */
const start = initialise as (options: object) => Promise<SpellEngine>

/** Hunspell as WebAssembly, with a memory of its own. */
export type SpellEngine = object

/** `wasm`: the bytes of hunspell.wasm. Rejects when WebAssembly is not allowed here. */
export const startEngine = (wasm: ArrayBuffer): Promise<SpellEngine> =>
  start({ wasmBinary: wasm, print: NOBODY, printErr: NOBODY })

const NOBODY = (): void => undefined

/** As many corrections as a menu shows. */
const MOST_CORRECTIONS = 5

/** Whether one of the dictionaries of a language has the word. */
export const isRightIn = (spellers: readonly Speller[], word: string): boolean =>
  spellers.some((speller) => speller.isRight(word))

/** The first correction of each dictionary, then the second ones, at most five in all. */
export function spellingCorrections(spellers: readonly Speller[], word: string): readonly string[] {
  const lists = spellers.map((speller) => speller.corrections(word))
  const byRank = Array.from({ length: MOST_CORRECTIONS }, (_, rank) =>
    lists.flatMap((list) => list.slice(rank, rank + 1)),
  )
  return [...new Set(byRank.flat())].slice(0, MOST_CORRECTIONS)
}
/** Hunspell looks far for a correction of a long word. A longer one gets none. */
const LONGEST_CORRECTED = 40
/** Hunspell knows no longer word. */
const LONGEST_WORD = 90

export class Speller {
  readonly #name: DictionaryName
  readonly #hunspell: Hunspell

  /** `affixes`, `words`: the texts of the .aff and .dic file. Throws if Hunspell cannot read them. */
  constructor(name: DictionaryName, engine: SpellEngine, affixes: string, words: string) {
    this.#name = name
    this.#hunspell = new Hunspell(engine, affixes, words)
  }

  isRight(word: string): boolean {
    if (word.length > LONGEST_WORD || this.#has(word) || isWorldName(word, this.#name)) return true
    return this.#name === 'ko' && isKoreanCompound(word, this.#has)
  }

  readonly #has = (word: string): boolean => this.#hunspell.testSpelling(word) || isNewsWord(word, this.#name)

  /** Corrections, best first, at most five. */
  corrections(word: string): readonly string[] {
    if (word.length > LONGEST_CORRECTED) return []
    const given = this.#hunspell.getSpellingSuggestions(word).map((one) => one.normalize('NFC'))
    return [...new Set(given)].filter((one) => one !== word).slice(0, MOST_CORRECTIONS)
  }
}
