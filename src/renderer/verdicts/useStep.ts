import { sheetText } from '../../catalogue/window/sheet'
import { nextOpenFact, openFacts } from '../../review/openFacts'
import { sourceBook } from '../../story/desk/source'
import { STATUS_WORDS } from '../../story/ledger/fact'
import { useNotice } from '../state'
import { useWindowServices } from '../state/windowServices'
import { focusFact } from './focusFact'
import { inWalkOrder } from './walk'

/** Moves to the next or previous open fact. Says so when none is left. */
export type Step = (direction: 1 | -1, from?: string | null) => void

export function useStep(): Step {
  const { panels, newsroom } = useWindowServices()
  const { say, announce } = useNotice()
  return (direction, from) => {
    const session = newsroom.store.getState().session
    if (!session) return
    if (!session.store.getState().view.assessed) session.refresh()
    const { assessments } = session.store.getState().view
    const sources = sourceBook(newsroom.store.getState().desk.sources)
    const here = from ?? session.store.getState().current ?? undefined
    const { walk, only: asked } = panels.store.getState()
    // Another story was opened in review: all of its facts are walked.
    const only = asked?.story === session.id ? asked : null
    const walked = inWalkOrder(assessments, walk, sources)
    const next = nextOpenFact(only ? walked.filter(({ id }) => only.facts.has(id)) : walked, here, direction)
    if (!next && only) {
      // Stepping over the last one does not settle it.
      if (openFacts(walked).some(({ id }) => id !== from && only.facts.has(id)))
        return say(sheetText('walk.noOtherOfKind', { kind: only.title }))
      panels.store.setState({ only: null })
      return say(sheetText('walk.lastOfKind', { kind: only.title }))
    }
    if (!next) {
      // The person asked to move on, so say why nothing moves.
      return from === undefined ? say(sheetText('walk.noOpenFact')) : announce(sheetText('walk.noOpenFact'))
    }
    session.navigation.jump({ kind: 'fact', fact: next.id }, false)
    announce(`${STATUS_WORDS[next.status]}: ${next.text || next.words}`)
    focusFact(next.id)
  }
}
