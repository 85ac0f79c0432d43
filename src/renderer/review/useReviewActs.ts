import { useNotice, usePanels, useStory, useStoryReadOnly } from '../state'
import { useRoom } from '../state/room'
import { caretBehind } from '../sheet/retag'
import { useUntaggedWalk } from './useUntaggedWalk'
import { useVerdicts } from './useVerdicts'
import { VERDICT_KEYS } from './verdictKeys'

/** What a key of review does now, for the key and for the button that shows it; undefined when there is nothing it could be done to. */
export function useReviewActs(): (code: string) => (() => void) | undefined {
  const { panels } = useRoom()
  const { open } = usePanels()
  const readOnly = useStoryReadOnly()
  const { say } = useNotice()
  const story = useStory()
  const verdicts = useVerdicts()
  const nothingToCheck = useUntaggedWalk()

  const group = (): void => {
    const next = panels.walk.get() === 'text' ? 'backup' : 'text'
    panels.walk.set(next)
    say(next === 'backup' ? 'Facts are grouped by their backup.' : 'Facts stand in text order.')
  }

  return (code) => {
    if (!story) return undefined
    const fact = story.assessments.find((one) => one.id === story.current)
    switch (code) {
      case 'KeyJ': return () => verdicts.step(1)
      case 'KeyK': return () => verdicts.step(-1)
      case 'KeyG': return group
      case 'KeyI': return () => panels.since.change((on) => !on)
      case 'Enter': return fact && (() => {
        story.jump({ kind: 'fact', fact: fact.id })
        // Behind the words: a stray letter must not overtype what was just looked at.
        if (story.editor) caretBehind(story.editor)
      })
    }
    if (readOnly !== undefined) return undefined
    if (code === 'KeyX') return nothingToCheck
    if (code === 'KeyY') return verdicts.signAgain
    if (!fact) return undefined
    const verdict = VERDICT_KEYS.find((one) => one.code === code)
    if (verdict) return () => verdicts.give(fact, verdict)
    switch (code) {
      case 'KeyE': return () => open({ kind: 'evidence', fact: fact.id })
      case 'Period': return () => verdicts.sameSource(fact)
      case 'KeyC': return () => verdicts.acceptContext(fact)
      case 'KeyR': return () => verdicts.answer(fact)
      case 'KeyN': return () => verdicts.note(fact)
    }
    return undefined
  }
}
