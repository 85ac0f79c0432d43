/** Requests about the words that a desk teaches the checks. */
import type { DeskWord, DeskWords, GivenWord, WordList } from '../../desk/deskWords'

export interface WordRequests {
  /** Words that the desk taught the checks, oldest first. */
  'words.list': { request: { readonly list?: WordList }; answer: DeskWords }
  'words.add': { request: GivenWord; answer: { readonly word: DeskWord } }
  /** `word`: its id, or its words if they are on one list only. */
  'words.remove': { request: { readonly word: string }; answer: { readonly word: DeskWord } }
  /** What a word would do in a sentence. `finds`, `already`: words of the sentence, with it and without it. */
  'words.try': {
    request: Omit<GivenWord, 'source'> & { readonly sentence: string }
    answer: { readonly finds: readonly string[]; readonly already: readonly string[] }
  }
}
