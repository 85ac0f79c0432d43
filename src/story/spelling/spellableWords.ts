/** The words of a text that a dictionary can know. */

export interface SpellableWord {
  /** Offsets in the text, in UTF-16 code units. `to` is excluded. */
  readonly from: number
  readonly to: number
  /** As a dictionary writes it: composed (NFC), with straight apostrophes and plain hyphens. */
  readonly word: string
  readonly script: 'latin' | 'hangul'
}

/** Addresses, handles, hashtags, file names, and abbreviations with stops inside: "p.m.", "U.S." */
const NOT_WORDS =
  /\b(?:https?|ftp|mailto|file):\S+|\bwww\.\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|[@#][\p{L}\p{N}_.]+|\b[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.(?:com|org|net|gov|edu|int|info|io|ai|kr|uk|eu|de|fr|es|jp|cn|us|pdf|docx?|xlsx?|csv|jpe?g|png|mp[34]|txt|html?)\b(?:\/\S*)?|(?<!\p{L})(?:\p{L}{1,3}\.){2,}|[\p{L}\p{N}]*_[\p{L}\p{N}_]*/giu

/** What follows is a particle: “…”라고, (주)가, 30%로. */
const AFTER_QUOTE = /[”’"'」』)\]%℃]/u

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ‐‑-][\p{L}\p{N}\p{M}]+)*/gu
const LATIN = /^[\p{sc=Latin}\p{M}'-]+$/u
const HANGUL = /^\p{sc=Hangul}+$/u

/**
 * Leaves out addresses, handles, words with digits, single letters and syllables, abbreviations in capitals, names with
 * a capital inside, TKs, particles after quotation marks, and words in several scripts or in one without a dictionary.
 */
export function spellableWords(text: string): readonly SpellableWord[] {
  const rest = text.replace(NOT_WORDS, (part) => ' '.repeat(part.length))
  const found: SpellableWord[] = []
  for (const { 0: part, index: from } of rest.matchAll(WORD)) {
    const word = plainWord(part)
    const script = LATIN.test(word) ? 'latin' : HANGUL.test(word) ? 'hangul' : undefined
    if (script === undefined || word.length === 1 || (script === 'latin' && !isSpelled(word))) continue
    if (script === 'hangul' && AFTER_QUOTE.test(rest.slice(Math.max(0, from - 1), from))) continue
    found.push({ from, to: from + part.length, word, script })
  }
  return found
}

/** A word as a dictionary writes it. */
export const plainWord = (word: string): string => word.normalize('NFC').replace(/[’ʼ]/gu, "'").replace(/[‐‑]/gu, '-')

const TK = /^(?:TK)+s?$/
/** "NATO", "NATO's", "MPs", "CDU-CSU". */
const CAPITALS = /^\p{Lu}[\p{Lu}'-]*\p{Lu}(?:'?s)?$/u
/** "YouTube", "iPhone": nobody finds these in a dictionary. Not "Franco-German". */
const CAPITAL_INSIDE = /\p{Ll}\p{Lu}/u

function isSpelled(word: string): boolean {
  return !TK.test(word) && !CAPITALS.test(word) && !CAPITAL_INSIDE.test(word)
}
