/** Who looked at what stands around signed words, and whether somebody else still has to. */
import { sameWords } from '../../copy/words/factWords'
import type { SignOff } from '../../ledger/facts/fact'
import { foundOf, knewEntry, type FactRecord } from '../../ledger/record/factRecord'
import { STET } from '../../text/stet'
import { sameText } from '../../text/compare'
import { whyNotAccepted, type Proposed } from './acceptance'
import { sameSurroundings } from './sameSurroundings'

type Looked = Proposed & Pick<FactRecord, 'contextBy' | 'found'>

/** Who looked at the context when it was signed. */
export const lookerOf = ({ acceptedBy, by }: SignOff): string => acceptedBy ?? by

/** Verdicts that give trust to words as they stand in their sentence. */
const TRUSTS: ReadonlySet<string> = new Set(['verified', 'onAuthor', 'letStand'])
export const givesTrust = ({ status }: Pick<SignOff, 'status'>): boolean => TRUSTS.has(status)

/**
 * Whether somebody still has to look at the context (rule 8): the giver of a verdict that gives trust wrote in it, or a
 * person who changed it accepted it, and nobody else has looked at exactly this context.
 */
export function needsAnotherLook(signOff: SignOff, record: Looked): boolean {
  if (!givesTrust(signOff) || signOff.selfChecked) return false
  const looker = lookerOf(signOff)
  if (!contextWritersOf(signOff, record).includes(looker)) return false
  return !record.signOffs.some(
    (other) =>
      lookerOf(other) !== looker &&
      other.status === signOff.status &&
      whyNotAccepted(other, record, { suggestions: new Map() }) === undefined &&
      sameWords(other.words, signOff.words) &&
      sameContext(other, signOff),
  )
}

/**
 * Who gives a verdict says who wrote around it, and who accepts a context says who changed it. That is only a
 * claim: the document, or the ledger, may know more of them.
 */
export function contextWritersOf(signOff: SignOff, record: Looked): readonly string[] {
  const { contextWriters = [], given, acceptedBy } = signOff
  const said = [...contextWriters, ...foundOf(signOff, record, 'around')]
  if (acceptedBy === undefined) return said
  const before = record.signOffs.findLast(
    (one) => (one.entry === given || one.given === given) && knewEntry(record, signOff.entry, one.entry),
  )
  // What reads as before was changed back.
  if (!before || sameContext(before, signOff)) return said
  const changers = record.contextBy.flatMap(({ entry, by }) =>
    knewEntry(record, before.entry, entry) || knewEntry(record, entry, signOff.entry) ? [] : [by],
  )
  // Nobody who was there then did it: the document knew who.
  return changers.includes(STET) && !record.known ? said : [...said, ...changers]
}

const sameContext = (one: SignOff, other: SignOff): boolean =>
  sameText(one.sentence, other.sentence) &&
  sameText(one.preceding, other.preceding) &&
  sameSurroundings(one.parts, other.parts)
