/** Who may sign what (rule 8). Answers why not, as one sentence for people; undefined when it may be done. */
import { AGAINST, GUARDED, STATUS_WORDS, type Evidence, type FactType, type SignedStatus } from '../ledger/fact'
import type { FactRecord } from '../ledger/factRecord'
import type { Desk, Story } from './story'
import { isAuthorOf } from './story'

export interface Signature {
  readonly by: string
  readonly status: SignedStatus
  readonly type: FactType
  readonly record: FactRecord
  /** Evidence as it will be when the signature stands. */
  readonly evidence: readonly Evidence[]
  readonly reason?: string
}

export function whyNotSign(
  { by, status, type, record, evidence, reason }: Signature,
  story: Pick<Story, 'fields'>,
  desk: Pick<Desk, 'roster' | 'settings'>,
): string | undefined {
  const person = desk.roster.find((someone) => someone.name === by)
  if (!person)
    return `${by} is not on the roster of this library, so the sign-off was refused. Add the name to the roster first.`
  const alone = desk.settings.deskOfOne
  const isAuthor = isAuthorOf(story.fields, by)
  const given = reason?.trim() ?? ''
  switch (status) {
    case 'verified': {
      if (isAuthor && !alone) return `${by} is the author or has a byline: someone else must verify this.`
      if (record.lastChangers.includes(by) && !alone)
        return `${by} last changed these words: someone else must verify them.`
      if (!evidence.some((item) => item.stance === 'supports' && item.locator.trim() !== '')) {
        return 'Verified needs at least one piece of supporting evidence with a locator (page, paragraph, timecode …).'
      }
      if (evidence.some((item) => item.stance === 'contradicts') && given === '')
        return 'There is contradicting evidence: say why this is verified all the same.'
      return undefined
    }
    case 'onAuthor':
      if (type === 'allegation') return 'An allegation never stands on the author’s word alone.'
      if (isAuthor && !alone) return `${by} is the author or has a byline: someone else must accept the author’s word.`
      return undefined
    case 'letStand':
      if (isAuthor && !alone) return `${by} is the author or has a byline: an editor must let this stand.`
      if (person.role === 'reporter' || person.role === 'checker')
        return `An editor lets a fact stand; ${by} is a ${person.role} on the roster.`
      if (given === '') return 'Let stand needs a reason: it is printed on the fact sheet.'
      return undefined
    case 'disputed':
    case 'unverifiable':
    case 'wrong':
    case 'queried': {
      const { current } = record
      const judged = current && current.by !== by && AGAINST.has(current.status)
      // A query is answered by anyone, so an author's query would take the verdict away.
      if (judged && isAuthor && !alone)
        return `${current.by} marked this ${STATUS_WORDS[current.status].toLowerCase()}: someone other than the author must give it another status.`
      // An answered query leaves nothing of what was signed before it: neither the tick nor what lapsed with it.
      const other = record.signOffs.findLast(
        (signOff) => signOff.by !== by && signOff.entry > (record.answeredEntry ?? 0),
      )
      if (status === 'queried' && current && other && other.status !== 'queried' && isAuthor && !alone) {
        return `${other.by} signed this, and an answered query would take that away: someone other than the author must query it.`
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

/** Approving the record of a correction. */
export function whyNotApproveCorrection(
  by: string,
  story: Pick<Story, 'fields'>,
  desk: Pick<Desk, 'roster' | 'settings'>,
): string | undefined {
  if (!desk.roster.some((someone) => someone.name === by))
    return `${by} is not on the roster of this library. Add the name to the roster first.`
  if (isAuthorOf(story.fields, by) && !desk.settings.deskOfOne)
    return `${by} is the author or has a byline: someone else must approve the record of a correction.`
  return undefined
}

/** Untagging, and changing the type away from quote or allegation (rule 10). */
export function whyNotRemoveGuard(
  by: string,
  type: FactType,
  reason: string | undefined,
  story: Story,
  desk: Desk,
): string | undefined {
  if (!desk.roster.some((someone) => someone.name === by))
    return `${by} is not on the roster of this library. Add the name to the roster first.`
  if ((reason?.trim() ?? '') === '') return 'Say why: the reason stays in the history.'
  if (GUARDED.has(type) && isAuthorOf(story.fields, by) && !desk.settings.deskOfOne) {
    return `${by} is the author or has a byline: someone else must take the tag off ${type === 'quote' ? 'a quote' : 'an allegation'}.`
  }
  return undefined
}
