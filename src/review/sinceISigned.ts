/** Finds what changed since a person last signed: for each fact, and for the whole story. */
import { wordsOfFacts } from '../story/assessment/assessFact'
import type { Assessment, LapseReason } from '../story/assessment/assessment'
import { sameText } from '../story/text/compare'
import type { SignOff } from '../story/ledger/facts/fact'
import { sameWords } from '../story/copy/words/factWords'
import { hashDerivation } from '../story/ledger/hash'
import type { LedgerEntry } from '../story/ledger/ledgerEntry'
import type { Source } from '../story/desk/source'
import { compareViews } from '../story/view/compare/compareViews'
import type { ViewChange } from '../story/view/compare/viewChange'
import { defined } from '../story/text/defined'

export interface SinceSigned {
  readonly fact: Assessment
  /** The person's last signature on the fact. */
  readonly mine: SignOff
  readonly words: boolean
  readonly sentence: boolean
  /** Its evidence is not the signed evidence: some is gone, exchanged, or new and against it. */
  readonly evidence: boolean
  /** What changed since, part by part. */
  readonly changes: readonly ViewChange[]
  /** A later signature of another person. */
  readonly other?: SignOff
  /**
   * Nothing that was signed changed in a way that makes it lapse. One key signs again. Evidence that came meanwhile was
   * not seen, so it is looked at fact by fact.
   */
  readonly again: boolean
}

/** Returns the facts in the copy that the person signed and that changed since, in the given order. */
export function sinceISigned(
  assessments: readonly Assessment[],
  person: string,
  sources: ReadonlyMap<string, Source>,
): readonly SinceSigned[] {
  const wordsOf = wordsOfFacts(assessments)
  return assessments.flatMap((fact): readonly SinceSigned[] => {
    const { record } = fact
    const mine = record.signOffs.findLast(({ by }) => by === person)
    // An answered question is settled; signing it again adds nothing.
    if (!mine || fact.status === 'untagged' || (mine.status === 'queried' && fact.answered)) return []
    const gone = fact.ranges.length === 0
    const words = gone || !sameWords(fact.words, mine.words)
    // Against the person's own signature, whichever one counts now.
    const changes = fact.view ? compareViews(mine, { ...fact, built: fact.view, sources }) : []
    // A sign-off of an older rule is compared by its own.
    const isFormer = fact.view?.formers.some(({ rule }) => rule === mine.parts?.rule) === true
    const sentence =
      !words && (isFormer ? changes.some(({ part }) => part === 'context') : !sameText(fact.sentence, mine.sentence))
    const other = fact.current && fact.current.entry > mine.entry ? fact.current : undefined
    const stands = fact.status === mine.status && !fact.precedingChanged
    if (!words && !sentence && !other && stands) return []
    const lapsed = changes.filter(({ lapses }) => lapses)
    const inputs = mine.derived !== (record.derivation && hashDerivation(record.derivation, wordsOf))
    const isMendedBySigning = fact.reasons.every((reason) => MENDED_BY_SIGNING.has(reason))
    const again = !words && !sentence && !inputs && !other && !stands && isMendedBySigning && lapsed.length === 0
    return [
      {
        fact,
        mine,
        words,
        sentence,
        evidence: lapsed.some(({ part }) => part === 'evidence'),
        changes,
        ...defined({ other }),
        again,
      },
    ]
  })
}

/** Why a fact lapsed although nothing that was signed changed. A new signature ends it. */
const MENDED_BY_SIGNING: ReadonlySet<LapseReason> = new Set(['loss', 'notEntitled'])

/** A signature on the whole story, with the hash of what it covers. */
export interface StorySignature {
  readonly entry: number
  readonly kind: 'legal' | 'cleared'
  readonly at: string
  /**
   * `legal`: hash of what legal reads (checks/rules/story/needsLegal.ts). `cleared`: hash of the copy
   * (story/ledger/hash.ts).
   */
  readonly hash: string
}

/**
 * Returns the person's last completed legal read and last clearing, newest first. Restoring a spiked story is not a
 * clearing.
 */
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

/** Returns the entries of others since the person last signed, cleared or moved anything, oldest first. */
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
