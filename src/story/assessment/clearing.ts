/** What each status means at clearing. */
import { areContextOnly, type Assessment } from './assessment'
import { SENTENCE_BOUND, STATUS_WORDS, type FactStatus, type FactType } from '../ledger/facts/fact'
import { knewEntry } from '../ledger/record/factRecord'

export type AtClearing = 'pass' | 'warn' | 'block'

/** Types that block clearing while nobody has checked them. */
export const BLOCKS_TO_CHECK: ReadonlySet<FactType> = new Set<FactType>([
  'quote',
  'figure',
  'superlative',
  'allegation',
])

/** The table of statuses. `untagged` depends on the status before it: see `weighFact`. */
export function atClearing(type: FactType, status: FactStatus): AtClearing {
  switch (status) {
    case 'toCheck':
      return BLOCKS_TO_CHECK.has(type) ? 'block' : 'warn'
    case 'onAuthor':
      return type === 'allegation' ? 'block' : 'warn'
    case 'verified':
    case 'letStand':
    case 'cut':
    case 'untagged':
      return 'pass'
    case 'queried':
    case 'wrong':
    case 'disputed':
    case 'unverifiable':
    case 'reCheck':
    case 'lost':
      return 'block'
  }
}

/** Whether only the context changed since the fact was signed, or nobody but the context's writer has looked at it. */
export const lapsedByContextOnly = (fact: Assessment): boolean =>
  fact.status === 'reCheck' && fact.current !== undefined && areContextOnly(fact.reasons)

/** What one fact means at clearing now. Counts changed context, self-checks and the tray. */
export function weighFact(fact: Assessment): AtClearing {
  const { status, tag, current } = fact
  if (status === 'untagged') return weighUntagged(fact)
  if (lapsedByContextOnly(fact)) {
    // A verdict of "wrong" cannot be softened to a warning by rewriting its sentence.
    const stillBlocks = current !== undefined && atClearing(tag.type, current.status) === 'block'
    const changeBlocks = fact.changes.some(({ lapses, weight }) => lapses && weight === 'blocks')
    return SENTENCE_BOUND.has(tag.type) || changeBlocks || stillBlocks ? 'block' : 'warn'
  }
  const weight = atClearing(tag.type, status)
  if (weight !== 'pass' || status === 'cut') return weight
  if (current?.selfChecked) return tag.type === 'allegation' ? 'block' : 'warn'
  return fact.precedingChanged ? 'warn' : 'pass'
}

/**
 * Weighs an untagged fact by the last status that the person who removed the tag knew. If that person did not know the
 * latest verdict, it weighs, too.
 */
function weighUntagged({ tag, record, current }: Assessment): AtClearing {
  const { untagged } = record
  const unheard = untagged && current && record.known && !knewEntry(record, untagged.entry, current.entry)
  const last = weighLast(tag.type, untagged?.lastStatus ?? '')
  return last === 'block' || !unheard ? last : weighLast(tag.type, current.status)
}

const weighLast = (type: FactType, last: string): AtClearing =>
  isFactStatus(last) && atClearing(type, last) === 'block' ? 'block' : 'pass'

export const isFactStatus = (value: string): value is FactStatus => Object.hasOwn(STATUS_WORDS, value)
