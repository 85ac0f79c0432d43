import { penText } from '../../catalogue/writing/pen'
import { whyNotMay } from '../../story/assessment/people/rights'
import { penHolder, stageHasPen } from '../../story/ledger/writers/pen'
import { isNamedIn } from '../../story/text/words/personName'
import { pick, useNewsroom, useStory } from '../state'

export interface Pen {
  readonly story: string
  /** Who has it. Undefined: nobody. */
  readonly holder: string | undefined
  readonly isMine: boolean
  /** Somebody else has it: what this person types is a suggestion. */
  readonly isOthers: boolean
  /** This person asked its holder for it, in a comment that is open. */
  readonly isAsked: boolean
  readonly mayTake: boolean
  /** Whether the person gives it away by a right of their own: its holder, or an author where nobody has it. */
  readonly mayGive: boolean
}

/** The pen of the open story, for the person at the window. Null: no story, or one in a stage without a pen. */
export function usePen(): Pen | null {
  const { person = '', desk } = useNewsroom(pick('person', 'desk'))
  const found = useStory(({ id, story: { ledger, comments = [] } }) => ({
    id,
    hasPen: stageHasPen(ledger.standing),
    holder: penHolder(ledger),
    isAsked: comments.some(
      (one) =>
        one.by === person &&
        one.assignee === penHolder(ledger) &&
        one.text === penText('pen.askText') &&
        one.resolved === undefined,
    ),
    isAuthor: ledger.authors.some((line) => isNamedIn(line, person)),
  }))
  if (!found?.hasPen) return null
  const { id, holder, isAsked, isAuthor } = found
  const may = (right: 'takePen' | 'givePen'): boolean => whyNotMay(right, person, { desk }) === undefined
  const isMine = holder !== undefined && holder === person
  const isGiver = isMine || (holder === undefined && isAuthor)
  return {
    story: id,
    holder,
    isMine,
    isOthers: holder !== undefined && !isMine,
    isAsked,
    mayTake: !isMine && (isGiver ? may('givePen') : may('takePen')),
    mayGive: isGiver && may('givePen'),
  }
}
