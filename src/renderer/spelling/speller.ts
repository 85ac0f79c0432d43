/** Hunspell over the files of one dictionary. */
import { Hunspell } from 'hunspell-wasm'
import initialise from 'hunspell-wasm/wasm/hunspell.js'
import type { SpellLanguage } from '../../story/spelling/dictionaries'
import { isKoreanCompound } from '../../story/spelling/koreanCompounds'
import { isNewsWord } from '../../story/spelling/newsWords'

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
/** Hunspell looks far for a correction of a long word. A longer one gets none. */
const LONGEST_CORRECTED = 40
/** Hunspell knows no longer word. */
const LONGEST_WORD = 90

export class Speller {
  readonly #language: SpellLanguage
  readonly #hunspell: Hunspell

  /** `affixes`, `words`: the texts of the .aff and .dic file. Throws if Hunspell cannot read them. */
  constructor(language: SpellLanguage, engine: SpellEngine, affixes: string, words: string) {
    this.#language = language
    this.#hunspell = new Hunspell(engine, affixes, words)
  }

  isRight(word: string): boolean {
    return (
      word.length > LONGEST_WORD || this.#has(word) || (this.#language === 'ko' && isKoreanCompound(word, this.#has))
    )
  }

  readonly #has = (word: string): boolean => this.#hunspell.testSpelling(word) || isNewsWord(word, this.#language)

  /** Corrections, best first, at most five. */
  corrections(word: string): readonly string[] {
    if (word.length > LONGEST_CORRECTED) return []
    const given = this.#hunspell.getSpellingSuggestions(word).map((one) => one.normalize('NFC'))
    return [...new Set(given)].filter((one) => one !== word).slice(0, MOST_CORRECTIONS)
  }
}
