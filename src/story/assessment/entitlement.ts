/**
 * Who may sign what (rule 8). Each function returns the refusal as one sentence for people, or undefined if the person
 * may.
 */
import { factsText } from '../../catalogue/rooms/facts'
import {
  AGAINST,
  GUARDED,
  STATUS_WORDS,
  typeWithArticle,
  type Evidence,
  type FactType,
  type SignedStatus,
} from '../ledger/fact'
import type { FactRecord } from '../ledger/factRecord'
import type { Desk, Story } from './story'
import { isAuthorOf } from './story'

export interface Signature {
  readonly by: string
  readonly status: SignedStatus
  readonly type: FactType
  readonly record: FactRecord
  /** The evidence after the signature. */
  readonly evidence: readonly Evidence[]
  readonly reason?: string
}

export function whyNotSign(
  { by, status, type, record, evidence, reason }: Signature,
  story: Pick<Story, 'fields'>,
  desk: Pick<Desk, 'roster' | 'settings'>,
): string | undefined {
  const person = desk.roster.find((someone) => someone.name === by)
  if (!person) return factsText('refusal.sign.notOnRoster', { by })
  const alone = desk.settings.deskOfOne
  const isAuthor = isAuthorOf(story.fields, by)
  const given = reason?.trim() ?? ''
  switch (status) {
    case 'verified': {
      if (isAuthor && !alone) return factsText('refusal.verify.author', { by })
      if (record.lastChangers.includes(by) && !alone) return factsText('refusal.verify.lastChanger', { by })
      if (!evidence.some((item) => item.stance === 'supports' && item.locator.trim() !== '')) {
        return factsText('refusal.verify.noEvidence')
      }
      if (evidence.some((item) => item.stance === 'contradicts') && given === '')
        return factsText('refusal.verify.contradicted')
      return undefined
    }
    case 'onAuthor':
      if (type === 'allegation') return factsText('refusal.onAuthor.allegation')
      if (isAuthor && !alone) return factsText('refusal.onAuthor.author', { by })
      return undefined
    case 'letStand':
      if (isAuthor && !alone) return factsText('refusal.letStand.author', { by })
      if (person.role === 'reporter' || person.role === 'checker')
        return factsText('refusal.letStand.role', { by, role: person.role })
      if (given === '') return factsText('refusal.letStand.noReason')
      return undefined
    case 'disputed':
    case 'unverifiable':
    case 'wrong':
    case 'queried': {
      const { current } = record
      const judged = current && current.by !== by && AGAINST.has(current.status)
      // A query is answered by anyone, so an author's query would take the verdict away.
      if (judged && isAuthor && !alone)
        return factsText('refusal.against.author', {
          by: current.by,
          status: STATUS_WORDS[current.status].toLowerCase(),
        })
      // An answered query cancels all earlier signatures, lapsed ones too.
      const other = record.signOffs.findLast(
        (signOff) => signOff.by !== by && signOff.entry > (record.answeredEntry ?? 0),
      )
      if (status === 'queried' && current && other && other.status !== 'queried' && isAuthor && !alone) {
        return factsText('refusal.query.author', { by: other.by })
      }
      return undefined
    }
  }
}

/** Whether this signature is one that only the desk-of-one setting allowed. */
export function isSelfChecked(by: string, status: SignedStatus, record: FactRecord, story: Story, desk: Desk): boolean {
  if (!desk.settings.deskOfOne) return false
  if (status !== 'verified' && status !== 'onAuthor' && status !== 'letStand') return false
  return isAuthorOf(story.fields, by) || (status === 'verified' && record.lastChangers.includes(by))
}

/** Whether a person may approve the record of a correction. */
export function whyNotApproveCorrection(
  by: string,
  story: Pick<Story, 'fields'>,
  desk: Pick<Desk, 'roster' | 'settings'>,
): string | undefined {
  if (!desk.roster.some((someone) => someone.name === by)) return factsText('refusal.notOnRoster', { by })
  if (isAuthorOf(story.fields, by) && !desk.settings.deskOfOne) return factsText('refusal.correction.author', { by })
  return undefined
}

/** Whether a person may remove a tag, or change the type away from quote or allegation (rule 10). */
export function whyNotRemoveGuard(
  by: string,
  type: FactType,
  reason: string | undefined,
  story: Story,
  desk: Desk,
): string | undefined {
  if (!desk.roster.some((someone) => someone.name === by)) return factsText('refusal.notOnRoster', { by })
  if ((reason?.trim() ?? '') === '') return factsText('refusal.guard.noReason')
  if (GUARDED.has(type) && isAuthorOf(story.fields, by) && !desk.settings.deskOfOne) {
    return factsText('refusal.guard.author', { by, type: typeWithArticle(type) })
  }
  return undefined
}
