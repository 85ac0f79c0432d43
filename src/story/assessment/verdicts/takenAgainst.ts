/**
 * Evidence against the words that somebody took away, or changed. It is no matter for an author, nor for who wrote the
 * words, unless that person alone brought it: the app refuses that (newsroom/facts/evidence/evidence.ts). Another Stet
 * may not have, so it is asked each time the story is read.
 */
import type { FactRecord, TakenAgainst } from '../../ledger/record/factRecord'
import { writersOfWords } from '../../ledger/writers/wordings'
import { countedOf, isVerifiedByAnother, type CountingDesk } from '../counting'
import { isAuthorEver, type Authored } from '../people/authors'

/** The record with all evidence against the words that nobody took away who may. */
export function withEvidenceAgainst(record: FactRecord, story: Authored, desk: CountingDesk): FactRecord {
  const { takenAgainst = [], evidence } = record
  const kept = takenAgainst.filter((one) => mayNotTake(one, record, story, desk))
  if (kept.length === 0) return record
  const gone = new Set(takenAgainst.flatMap((one) => (kept.includes(one) ? [] : [one.evidence])))
  const back = new Set(kept.flatMap((one) => (gone.has(one.evidence) ? [] : [one.evidence])))
  if (back.size === 0) return record
  const instead = new Set(kept.flatMap((one) => (back.has(one.evidence) && one.instead ? [one.instead] : [])))
  return { ...record, evidence: [...evidence.filter(({ id }) => !instead.has(id)), ...back] }
}

function mayNotTake(
  { by, broughtBy, words, entry }: TakenAgainst,
  record: FactRecord,
  story: Authored,
  desk: CountingDesk,
): boolean {
  if (desk.settings.deskOfOne || broughtBy.every((name) => name === by)) return false
  if (isAuthorEver(story, by)) return true
  const wrote = writersOfWords(record, words, entry).has(by)
  return wrote && !isVerifiedByAnother(by, words, countedOf(record, story, desk), entry)
}
