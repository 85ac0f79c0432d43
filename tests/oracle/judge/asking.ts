/** Whether the specification lets a person give a verdict now. */
import { AGAINST, type Evidence, type Truth } from './model'
import { counts, isSupported } from './standing'
import type { OracleStory } from './story'

export interface Asked {
  readonly by: string
  readonly fact: string
  /** A piece that the same act adds. */
  readonly adds?: Evidence
  readonly reason: boolean
  /** Of right words that another person will put in: nobody has written those. */
  readonly isNew?: boolean
}

/** `verified`: rules 7 and 8, and the verdicts that only their giver or an editor replaces. */
export function mayVerify(story: OracleStory, { by, fact, adds, reason, isNew = false }: Asked): Truth {
  const now = story.seen(fact)
  const person = story.people.get(by)
  if (!now || !person) return 'no'
  if (!now.whole || now.words === '') return 'either'
  const latest = story.latest(fact)
  if (latest && AGAINST.has(latest.status) && latest.seen.words === now.words) {
    if (!reason) return 'no'
    // Whether the one-person desk lifts this too is not said.
    if (latest.by !== by && person.role !== 'editor') return story.deskOfOne ? 'either' : 'no'
  }
  if (story.deskOfOne && hidesAgainst(story, by, fact, now.words)) return 'either'
  const evidence = [...now.evidence, ...(adds ? [story.seenEvidence(adds)] : [])]
  if (story.isClosed() || (adds && adds.file !== '' && story.gone.has(adds.file))) return 'no'
  const lacksFile = evidence.some(({ item }) => item.file !== '' && story.gone.has(item.file))
  if (evidence.some(({ item }) => item.stance === 'contradicts') && !reason) return 'no'
  if (evidence.every(({ item }) => item.stance !== 'supports')) return 'no'
  if (story.deskOfOne) return isSupported(story, evidence, by) === 'yes' && !lacksFile ? 'yes' : 'either'
  if (story.isAuthor(by)) return 'no'
  const supported = isSupported(story, evidence, by)
  if (supported === 'no') return 'no'
  const wrote = isNew ? 'no' : story.wroteWords(by, fact, (signOff) => counts(story, signOff))
  if (wrote === 'yes') return 'no'
  return supported === 'yes' && wrote === 'no' && !lacksFile ? 'yes' : 'either'
}

/**
 * Whether somebody else gave a verdict against these words that this person may not replace. On a one-person desk
 * others may have been put over it.
 */
function hidesAgainst(story: OracleStory, by: string, fact: string, words: string): boolean {
  const record = story.facts.get(fact)
  const isEditor = story.people.get(by)?.role === 'editor' && !story.isAuthor(by)
  return (
    !isEditor &&
    record?.signOffs.some(
      (one) =>
        !one.withdrawn &&
        one.step > record.answered &&
        one.by !== by &&
        AGAINST.has(one.status) &&
        one.seen.words === words,
    ) === true
  )
}

/** Whether a person may give again the verdict that stands, as by accepting what stands around. */
export function mayRepeat(story: OracleStory, by: string, fact: string): Truth {
  const latest = story.latest(fact, (signOff) => counts(story, signOff))
  const { status } = latest ?? {}
  if (status === undefined || story.deskOfOne) return 'either'
  if (status === 'verified') return mayVerify(story, { by, fact, reason: true })
  if (status === 'queried') return 'yes'
  // A verdict against the words is replaced only by its giver or an editor.
  if (story.isAuthor(by)) return 'no'
  if (AGAINST.has(status)) return latest?.by === by || story.people.get(by)?.role === 'editor' ? 'yes' : 'no'
  if (status === 'letStand' && story.people.get(by)?.role !== 'editor') return 'no'
  const wrote = story.wroteWords(by, fact, (signOff) => counts(story, signOff))
  return wrote === 'yes' ? 'no' : wrote === 'no' ? 'yes' : 'either'
}
