/**
 * The desk's words, as the library's own ledger says. Anybody can write words.json: a word that somebody wrote into it
 * by hand takes no warning away, and one that somebody took out by hand is looked for all the same.
 */
import { isSought, type DeskWord, type DeskWords } from '../desk/deskWords'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import { defined } from '../text/defined'

export interface SignedWords {
  readonly words?: DeskWords
  /** What the file says and no entry ever gave. Those that are looked for stay: a word more finds more. */
  readonly unsigned: DeskWords
}

/**
 * `counted`: the entries that count, in the order of the file. The ledger is written first, so a crash leaves the file
 * behind it. Without a seal the library is from before keys, and the file is all there is.
 */
export function signedWords(words: DeskWords | undefined, counted: readonly LedgerEntry[]): SignedWords {
  if (!counted.some(({ kind }) => kind === 'sealed')) return { ...defined({ words }), unsigned: [] }
  const now = new Map<string, DeskWord>()
  const ever = new Set<string>()
  for (const entry of counted) {
    if (entry.kind === 'wordRemoved') now.delete(entry.word)
    if (entry.kind !== 'wordAdded') continue
    const { word: id, list, words: phrase, language, source, by, at } = entry
    const word = { id, list, words: phrase, ...defined({ language }), source, by, at }
    now.set(id, word)
    ever.add(contentOf(word))
  }
  const file = words ?? []
  const unsigned = file.filter((word) => !ever.has(contentOf(word)))
  const kept = file.flatMap((word) => {
    const given = now.get(word.id)
    if (given && contentOf(given) === contentOf(word)) {
      now.delete(word.id)
      return given.by === word.by && given.at === word.at ? [word] : [{ ...given, source: word.source }]
    }
    return isSought(word.list) && unsigned.includes(word) ? [word] : []
  })
  const all = [...kept, ...[...now.values()].filter(({ list }) => isSought(list))]
  const isSame = all.length === file.length && all.every((word, at) => word === file[at])
  return { ...(isSame ? defined({ words }) : { words: all }), unsigned }
}

const contentOf = ({ id, list, words, language }: DeskWord): string => JSON.stringify([id, list, words, language ?? ''])
