/** What changed since a person's own last signature: on each fact, and on the story as a whole. */
import type { Assessment } from '../story/assessment/assessment'
import { sameText } from '../story/text/compare'
import type { SignOff } from '../story/ledger/fact'
import { sameWords } from '../story/copy/factWords'
import type { LedgerEntry } from '../story/ledger/ledgerEntry'

export interface SinceSigned {
  readonly fact: Assessment
  /** The person's last signature on it. */
  readonly mine: SignOff
  readonly words: boolean
  readonly sentence: boolean
  /** Somebody else signed after it. */
  readonly other?: SignOff
  /** Words and sentence are as signed, and yet the signature does not stand: it can be given again with one key. */
  readonly again: boolean
}

/** Facts in the copy that the person signed and that are not as they left them, in the order given. */
export function sinceISigned(assessments: readonly Assessment[], person: string): readonly SinceSigned[] {
  return assessments.flatMap((fact): readonly SinceSigned[] => {
    const mine = fact.record.signOffs.findLast(({ by }) => by === person)
    // A question that was answered is settled; asking it again says nothing.
    if (!mine || fact.status === 'untagged' || (mine.status === 'queried' && fact.answered)) return []
    const gone = fact.ranges.length === 0
    const words = gone || !sameWords(fact.words, mine.words)
    const sentence = !words && !sameText(fact.sentence, mine.sentence)
    const other = fact.current && fact.current.entry > mine.entry ? fact.current : undefined
    const stands = fact.status === mine.status && !fact.precedingChanged
    if (!words && !sentence && !other && stands) return []
    return [
      { fact, mine, words, sentence, ...(other ? { other } : {}), again: !words && !sentence && !other && !stands },
    ]
  })
}

/** One signature on the story as a whole, and the hash of what it covers. */
export interface StorySignature {
  readonly entry: number
  readonly kind: 'legal' | 'cleared'
  readonly at: string
  /** `legal`: of what legal reads (checks/rules/story/needsLegal.ts). `cleared`: of the copy (story/ledger/hash.ts). */
  readonly hash: string
}

/** The person's last completion of legal's reading and last clearing, the newer first. Taking a spiked story back is no clearing. */
export function storySignatures(entries: readonly LedgerEntry[], person: string): readonly StorySignature[] {
  const last = new Map<StorySignature['kind'], StorySignature>()
  for (const entry of entries) {
    if (entry.by !== person) continue
    const { seq, at } = entry
    if (entry.kind === 'fieldSet' && entry.legalHash !== undefined)
      last.set('legal', { entry: seq, kind: 'legal', at, hash: entry.legalHash })
    else if (entry.kind === 'moved' && entry.to === 'cleared' && entry.from !== 'spiked')
      last.set('cleared', { entry: seq, kind: 'cleared', at, hash: entry.copyHash })
  }
  return [...last.values()].sort((a, b) => b.entry - a.entry)
}

/** What others did to the story since the person last signed anything, or cleared, or moved it: oldest first. */
export function entriesSince(entries: readonly LedgerEntry[], person: string): readonly LedgerEntry[] {
  const last = entries.findLastIndex(
    (entry) =>
      entry.by === person &&
      (entry.kind === 'signed' ||
        entry.kind === 'moved' ||
        (entry.kind === 'fieldSet' && entry.legalHash !== undefined)),
  )
  return last < 0 ? [] : entries.slice(last + 1).filter((entry) => entry.by !== person)
}
