/** Which words of a paragraph are misspelt: what no dictionary has, and nobody at the desk knows. */
import type { BlockLanguages } from './blockLanguages'
import type { SpellLanguage } from './dictionaries'
import { spellableWords, type SpellableWord } from './spellableWords'

/** What the dictionary of a language says of words. */
export interface Dictionary {
  /** True: the dictionary has it. Undefined: it was not asked yet. */
  isRight(language: SpellLanguage, word: string): boolean | undefined
}

export interface Misspelling {
  /** Offsets in the text of the block. `to` is excluded. */
  readonly from: number
  readonly to: number
  /** As the dictionary was asked. */
  readonly word: string
  readonly language: SpellLanguage
}

/** Whether a word that the dictionary lacks is right all the same. */
export type IsKnown = (word: string) => boolean

/** A word to ask a dictionary about. */
export interface Question {
  readonly language: SpellLanguage
  readonly word: string
}

/** Every word that a dictionary has to be asked about to check the text. */
export function questionsOf(text: string, languages: BlockLanguages): readonly Question[] {
  return spellableWords(text).flatMap((one) => {
    const language = languages[one.script]
    return language === undefined ? [] : formsOf(one.word).map((word) => ({ language, word }))
  })
}

/** Words that the dictionary was not asked about are not marked. */
export function misspellingsIn(
  text: string,
  languages: BlockLanguages,
  dictionary: Dictionary,
  isKnown: IsKnown,
): readonly Misspelling[] {
  return spellableWords(text).flatMap((one) => {
    const language = languages[one.script]
    return language !== undefined && isWrong(one, language, dictionary, isKnown)
      ? [{ from: one.from, to: one.to, word: one.word, language }]
      : []
  })
}

function isWrong({ word }: SpellableWord, language: SpellLanguage, dictionary: Dictionary, isKnown: IsKnown): boolean {
  if (dictionary.isRight(language, word) !== false || isKnown(word)) return false
  const [, ...pieces] = formsOf(word)
  return (
    pieces.length === 0 ||
    pieces.some((piece) => piece.length > 1 && dictionary.isRight(language, piece) === false && !isKnown(piece))
  )
}

/** The word, and the pieces that it may be made of: "Seoul-based", "Seoul's", "d'Ankara". */
function formsOf(word: string): readonly string[] {
  const pieces = word.replace(/'s$/u, '').split(/['-]/u)
  return pieces.length === 1 && pieces[0] === word ? [word] : [word, ...pieces.filter((piece) => piece !== '')]
}
