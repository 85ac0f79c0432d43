import { factsPanelText } from '../../catalogue/window/factsPanel'
import { acceptedWith } from '../../review/openFacts'
import type { Assessment } from '../../story/assessment/assessment'
import { pick, useNewsroom, useNotice, useStory } from '../state'
import { useWindowServices } from '../state/windowServices'
import { leftOutWords } from './leftOutWords'
import { lookKey } from './lookKey'
import { seenFact, useSign } from './useSign'
import type { WalkNow } from './useStep'

/** The name of a fact's row among those that one key accepts with a changed sentence. */
export const acceptedRow = (fact: string): string => `accepted ${fact}`

/**
 * The key that accepts a changed sentence: for the selected fact, and for the other facts of the sentence whose rows
 * were shown long enough. The others stay open, and the walk comes to them.
 */
export function useAcceptContext(): (fact: Assessment) => void {
  const { panels, newsroom } = useWindowServices()
  const person = useNewsroom(({ person: here }) => here)
  const { check, say, showAlert, announce } = useNotice()
  const story = useStory(pick('id', 'assessments'))
  const { step, order, staysHere, isLookedAt } = useSign()

  return (fact) => {
    if (!story || !isLookedAt(fact, 'beside')) return
    const rowOf = (other: Assessment) => panels.attention.row(acceptedRow(other.id))
    const others = acceptedWith(story.assessments, fact)
    const isOnlyJustShown = (other: Assessment): boolean =>
      rowOf(other).store.getState().shown === lookKey(other) && !rowOf(other).isReady(lookKey(other))
    if (others.some(isOnlyJustShown)) return say(factsPanelText('useVerdicts.lookFirst'))
    const facts = [fact, ...others.filter((other) => rowOf(other).isReady(lookKey(other)))]
    const isHere = staysHere()
    const walk = order()
    void newsroom.act('fact.acceptContext', { story: story.id, facts: facts.map(seenFact) }).then((outcome) => {
      const done = check(outcome)
      if (!done) return
      if (done.accepted.length === 0) return say(factsPanelText('useVerdicts.nothingAcceptHereOnly'))
      announce(factsPanelText('useVerdicts.sentenceAcceptedFacts', { count: done.accepted.length }))
      const left = leftOutWords(done.refused, facts, person)
      if (left !== '') showAlert(factsPanelText('useVerdicts.notAccepted', { facts: left }))
      if (isHere() && done.accepted.includes(fact.id)) step(1, fact.id, leftOf(walk, fact.id, done.accepted))
    })
  }
}

/** The walk without what was accepted, but for the fact that it goes on from. */
const leftOf = (walk: WalkNow, from: string, accepted: readonly string[]): WalkNow =>
  walk.filter((id) => id === from || !accepted.includes(id))
