/** Counts the small words of languages in a text: “the”, “und”, “que”. */

/** Word → the languages that have it. */
export type WordIndex = ReadonlyMap<string, readonly string[]>

/** Makes an index of lists of words by language. A word that a list has twice counts twice there. */
export function indexWords(lists: Readonly<Record<string, Iterable<string>>>): WordIndex {
  const byWord = new Map<string, string[]>()
  for (const [language, words] of Object.entries(lists))
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), language])
  return byWord
}

/** How many of its words a text has in each language. A word of several languages is divided between them. */
export function countWords(text: string, index: WordIndex): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    const languages = index.get(word) ?? []
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length)
  }
  return scores
}

/** Lists of words, each as one text with spaces, by language. */
export const splitWords = (texts: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(texts).map(([language, words]) => [language, words.split(' ')]))
