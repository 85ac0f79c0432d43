import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { sameWords } from '../../../story/copy/words/factWords'
import { STATUS_WORDS, type SignedStatus, type SignOff } from '../../../story/ledger/facts/fact'
import { STAGE_WORDS, type Door } from '../../../story/ledger/stages'
import type { Assessment, LapseReason } from '../../../story/assessment/assessment'
import { countedOf } from '../../../story/assessment/counting'
import { hasEditions, NewsroomError, type ExportFormat } from '../../../story/requests/requests'
import { lapseWords } from '../../../story/history/lapseWords'
import type { Newsroom } from '../../state/newsroom'
import type { OpenStory } from '../../replica/openStory'
import { instant } from '../../../story/text/format/instant'
import { isLooser } from '../../../story/text/looserEmbargo'

interface Leaving {
  readonly door: Door
  readonly format: ExportFormat
}

/** Refuses to export `then`, the story as it was, when somebody decided against it since. */
export function refuseDecidedSince(room: Newsroom, story: OpenStory, then: OpenStory, { door, format }: Leaving): void {
  if (door === 'publish') refuseTakenBack(story)
  // A list of facts says their verdicts: it is repeated only while they hold.
  if (door === 'publish' || hasEditions(format)) refuseContradicted(room, story, then, door)
  refuseOvertaken(room, story, then)
}

/** Refuses a story that was cleared then, is not cleared now, and never went live: spiked, sent back, or changed. */
function refuseTakenBack({ ledger: { standing } }: OpenStory): void {
  if (standing.live || standing.stage === 'cleared' || standing.stage === 'killed') return
  throw new NewsroomError('refused', newsroomText('exportAgain.takenBack', { stage: STAGE_WORDS[standing.stage] }))
}

/**
 * Refuses words that somebody has queried or given a verdict against since, and those whose tick counts no longer or
 * has lost what it rests on.
 */
function refuseContradicted(room: Newsroom, story: OpenStory, then: OpenStory, door: Door): void {
  const before = new Map(then.assessments().flatMap((fact) => (fact.ranges.length > 0 ? [[fact.id, fact]] : [])))
  for (const fact of story.assessments()) {
    const { id, current, record } = fact
    const { words, current: signed } = before.get(id) ?? {}
    if (words === undefined) continue
    const isAgainst = current !== undefined && !PASSED.has(current.status) && sameWords(words, current.words)
    // A list that said so then may say so again.
    if (isAgainst && !(door !== 'publish' && signed?.entry === current.entry))
      throw new NewsroomError(
        'refused',
        newsroomText('exportAgain.contradicted', {
          words: current.words,
          by: current.by,
          status: STATUS_WORDS[current.status].toLowerCase(),
        }),
      )
    const stands = (one: SignOff): boolean => PASSED.has(one.status) && sameWords(one.words, words)
    if (signed && stands(signed) && !countedOf(record, story.value(), room.desk()).some(stands))
      throw new NewsroomError('refused', newsroomText('exportAgain.tickGone', { words, by: signed.by }))
    const lost = lostBacking(fact)
    if (signed && stands(signed) && sameWords(words, fact.words) && lost.length > 0)
      throw new NewsroomError(
        'refused',
        newsroomText('exportAgain.lapsed', { words, by: signed.by, reasons: lapseWords(lost) }),
      )
  }
}

/** What the tick rests on. The copy around the words may be that of a next version, which says nothing of this one. */
const BACKING: ReadonlySet<LapseReason> = new Set<LapseReason>([
  'evidence',
  'source',
  'groundRules',
  'translation',
  'elsewhere',
  'loss',
  'otherVerdict',
])

/** Why a fact that is to be checked again has lost its backing. Empty: it has not. */
const lostBacking = ({ status, reasons }: Assessment): readonly LapseReason[] =>
  status === 'reCheck' ? reasons.filter((reason) => BACKING.has(reason)) : []

const PASSED: ReadonlySet<SignedStatus> = new Set<SignedStatus>(['verified', 'onAuthor', 'letStand'])

/** Later decisions about the story, which hold for its earlier versions, drafts of them included. */
function refuseOvertaken(room: Newsroom, story: OpenStory, then: OpenStory): void {
  if (story.ledger.standing.stage === 'killed' && then.ledger.standing.stage !== 'killed') {
    throw new NewsroomError('refused', newsroomText('exportAgain.killedSince'))
  }
  const { embargo } = story.value().fields
  if (!isOver(embargo, room.desk().now) && isLooser(embargo, then.value().fields.embargo)) {
    throw new NewsroomError('refused', newsroomText('exportAgain.embargo', { embargo }))
  }
}

/** Whether an embargo holds nothing back at `now`. One whose end nobody can read is never over. */
function isOver(embargo: string, now: string): boolean {
  const ends = instant(embargo)
  return embargo.trim() === '' || (ends !== undefined && Date.parse(ends) <= Date.parse(now))
}
