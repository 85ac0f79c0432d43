import { sheetText } from '../../catalogue/writing/sheet'
import { nextOpenFact, openFacts } from '../../review/openFacts'
import { sourceBook } from '../../story/desk/source'
import type { Assessment } from '../../story/assessment/assessment'
import { STATUS_WORDS } from '../../story/ledger/facts/fact'
import { useNotice } from '../state'
import { useWindowServices } from '../state/windowServices'
import { focusFact } from './focusFact'
import { inWalkOrder } from './walk'

/**
 * Moves to the next or previous open fact, around the ends. Says so at an end, and when no other one is open.
 *
 * @param from - The fact that was just dealt with. Undefined: a person asked to move on from the current one.
 * @param walk - The order to step in: the order before the verdict. Undefined: the current one.
 */
export type Step = (direction: 1 | -1, from?: string | null, walk?: WalkNow) => void

/** The ids of the facts, in the order of the walk at one moment. */
export type WalkNow = readonly string[]

export function useStep(): { readonly step: Step; readonly order: () => WalkNow } {
  const { panels, newsroom } = useWindowServices()
  const { say, announce, moveOn } = useNotice()
  const walkOf = (assessments: readonly Assessment[]): readonly Assessment[] =>
    inWalkOrder(assessments, panels.store.getState().walk, sourceBook(newsroom.store.getState().desk.sources))
  const order = (): WalkNow =>
    walkOf(newsroom.store.getState().session?.store.getState().view.assessments ?? []).map(({ id }) => id)
  const step: Step = (direction, from, walk) => {
    const session = newsroom.store.getState().session
    if (!session) return
    if (!session.store.getState().view.assessed) session.refresh()
    const { assessments } = session.store.getState().view
    const here = from ?? session.store.getState().current ?? undefined
    const { only: asked } = panels.store.getState()
    // Another story was opened in review: all of its facts are walked.
    const only = asked?.story === session.id ? asked : null
    const walked = walk ? inOrderOf(walk, walkOf(assessments)) : walkOf(assessments)
    const row = only ? walked.filter(({ id }) => only.facts.has(id)) : walked
    const next = nextOpenFact(row, here, direction)
    // What was said was about the fact that is left now.
    if (from === undefined) moveOn()
    if (!next && only) {
      // Stepping over the last one does not settle it.
      if (openFacts(walked).some(({ id }) => id !== from && only.facts.has(id)))
        return say(sheetText('walk.noOtherOfKind', { kind: only.title }))
      panels.store.setState({ only: null })
      return say(sheetText('walk.lastOfKind', { kind: only.title }))
    }
    if (!next) {
      const isStill = openFacts(walked).some(({ id }) => id === here)
      // The person asked to move on, so say why nothing moves.
      if (from === undefined) return say(sheetText(isStill ? 'walk.noOtherFact' : 'walk.noOpenFact'))
      // After the last verdict everybody is told, not only who listens; at the beginning the head of review says it.
      return from === null ? announce(sheetText('walk.noOpenFact')) : say(sheetText('walk.noOpenFact'))
    }
    session.navigation.jump({ kind: 'fact', fact: next.id }, false)
    announce(`${STATUS_WORDS[next.status]}: ${next.text || next.words}`)
    if (from === undefined && isRound(row, here, next.id, direction))
      say(sheetText(direction === 1 ? 'walk.roundAtEnd' : 'walk.roundAtStart'))
    focusFact(next.id)
  }
  return { step, order }
}

/** The facts in the order of an earlier moment. Those that came since are last. */
function inOrderOf(walk: WalkNow, assessments: readonly Assessment[]): readonly Assessment[] {
  const places = new Map(walk.map((id, at) => [id, at]))
  const placeOf = ({ id }: Assessment): number => places.get(id) ?? walk.length
  return assessments.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** Whether the walk went on at the other end. */
function isRound(
  walked: readonly { readonly id: string }[],
  here: string | undefined,
  next: string,
  direction: 1 | -1,
): boolean {
  const at = walked.findIndex(({ id }) => id === here)
  return at >= 0 && (walked.findIndex(({ id }) => id === next) - at) * direction < 0
}
