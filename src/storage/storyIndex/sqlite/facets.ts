/**
 * What is not a word but is looked up like one: the stage, the statuses of facts, the language, the sources that facts
 * rest on, the words of the names of people whom a story may wait for, the names of those who gave a verdict. Each is
 * one token in a column of its own.
 */
const OPENS = '\ue001'
const ENDS_KIND = '\ue002'

export type FacetKind = 'stage' | 'fact' | 'lang' | 'source' | 'line' | 'name' | 'signer'

/** The tokenizer splits at ASCII signs and folds capital letters: both become letters of the private area. */
export const facet = (kind: FacetKind, value: string): string =>
  `${OPENS}${kind}${ENDS_KIND}${value.replace(/[^a-z0-9\u0080-\uffff]/g, (sign) =>
    String.fromCharCode(0xe100 + sign.charCodeAt(0)),
  )}`

/** A language and those it belongs to: “pt-br” is found as “pt” too. */
export function languages(language: string): readonly string[] {
  const parts = language.toLowerCase().split('-')
  return language === '' ? [] : parts.map((_part, at) => parts.slice(0, at + 1).join('-'))
}
