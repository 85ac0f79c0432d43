/** Who has the pen of a story: given, laid down, or taken by an editor. The history notes each move of it. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { typedCounts } from '../../document/typedCounts'
import { whyNotMay } from '../../story/assessment/people/rights'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import { penHolder, stageHasPen, typedSince } from '../../story/ledger/writers/pen'
import { STAGE_WORDS } from '../../story/ledger/stages'
import { NewsroomError } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { isNamedIn } from '../../story/text/words/personName'
import { refuseWhoLeft } from '../people/whoLeft'
import { penView } from '../replica/view/storyView'
import type { OpenStory } from '../replica/openStory'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'

export const movePen: Action<'story.movePen'> = async (room, by, { story: id, to = by, reason }) => {
  const story = await room.storyNow(id)
  await story.note(by, penGiven(room, by, story, to, reason)).written
  return defined({ pen: penView(story.ledger) })
}

/**
 * The event that passes the pen to `to`, a name on the roster; '' lays it down. Nobody has noted it yet. The holder may
 * do so, an author if nobody has the pen, and an editor at any time, who says why if somebody else has it. Throws a
 * NewsroomError otherwise.
 */
export function penGiven(room: Newsroom, by: string, story: OpenStory, to: string, reason = ''): LedgerEvent {
  const { ledger } = story
  if (!stageHasPen(ledger.standing))
    throw new NewsroomError('refused', newsroomText('pen.noStage', { stage: STAGE_WORDS[ledger.standing.stage] }))
  if (to !== '' && !room.onRoster(to)) throw new NewsroomError('usage', newsroomText('pen.notOnRoster', { to }))
  refuseWhoLeft(room.library.roster, to)
  const holder = penHolder(ledger)
  if ((holder ?? '') === to)
    throw new NewsroomError('refused', to === '' ? newsroomText('pen.nobodyHasIt') : newsroomText('pen.hasIt', { to }))
  const isGiver = holder === by || (holder === undefined && ledger.authors.some((line) => isNamedIn(line, by)))
  const why = whyNotMay(isGiver ? 'givePen' : 'takePen', by, { desk: room.desk() })
  if (why !== undefined)
    throw new NewsroomError(
      'refused',
      isGiver
        ? why
        : holder === undefined
          ? newsroomText('pen.ofNobody', { why })
          : newsroomText('pen.ask', { holder, why }),
    )
  const said = reason.trim()
  if (!isGiver && holder !== undefined && said === '')
    throw new NewsroomError('usage', newsroomText('pen.reason', { holder }))
  return {
    kind: 'pen',
    to,
    ...(isGiver ? {} : { taken: true as const }),
    ...(said === '' ? {} : { reason: said }),
    typed: typedSince(ledger.pen, typedCounts(story.doc)),
  }
}
