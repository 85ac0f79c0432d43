import type { LedgerEntry } from '../ledger/ledgerEntry'
import { digest } from '../text/digest'
import { plainWord } from './spellableWords'

/**
 * The key under which a file of this machine keeps a word that is ignored in a story: 16 hex digits. Protected names
 * are among these words, so the key rests on the first entry of the story's ledger and on its signature, which no
 * export holds. Under the public id of the story, a person who has the file could try names. Undefined: the ledger has
 * no entry, and nothing may be kept.
 */
export function ignoredKey(
  entries: readonly Pick<LedgerEntry, 'hash' | 'signature'>[],
  word: string,
): string | undefined {
  const [first] = entries
  return (
    first && digest([first.hash, first.signature ?? '', withoutPossessive(plainWord(word))].join('\n')).slice(0, 16)
  )
}

/** `word`: as `plainWord` gives it. */
export const withoutPossessive = (word: string): string => word.replace(/'s$/u, '')
