import { useEffect, useEffectEvent } from 'react'
import { useNewsroom, useNotice, usePanels, useStory } from '../state'
import { useRoom } from '../state/room'
import { caretBehind } from '../sheet/retag'
import { useUntaggedWalk } from './useUntaggedWalk'
import { useVerdicts, focusFact } from './useVerdicts'
import { VERDICT_KEYS } from './verdictKeys'

/** The keys of review: physical keys, no repeats, and only while the keyboard is outside text and no panel lies over the window. */
export function useReviewKeys(): void {
  const { panels } = useRoom()
  const { review, overlay, setReview, open } = usePanels()
  const { readOnly } = useNewsroom()
  const { announce, say } = useNotice()
  const story = useStory()
  const verdicts = useVerdicts()
  const nothingToCheck = useUntaggedWalk()

  const group = (): void => {
    const next = panels.walk.get() === 'text' ? 'backup' : 'text'
    panels.walk.set(next)
    say(next === 'backup' ? 'Facts are grouped by their backup.' : 'Facts stand in text order.')
  }

  /** From a field back to the fact, from the words back to the fact, and from the fact back to writing. */
  const escape = (event: KeyboardEvent): void => {
    event.preventDefault()
    if (panels.ask.get() !== null) panels.ask.set(null)
    else if (!isText(event.target)) {
      setReview(false)
      announce('Review closed.')
      if (story?.editor) caretBehind(story.editor)
      story?.editor?.view.focus()
      return
    }
    if (story?.current) focusFact(story.current)
    else document.querySelector<HTMLElement>('[data-pane] .fact-open')?.focus()
  }

  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (!review || !story || overlay !== null || event.defaultPrevented) return
    if (event.code === 'Escape') return escape(event)
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing || isText(event.target)) return
    const fact = story.assessments.find((one) => one.id === story.current)
    const done = (step: () => void): void => {
      event.preventDefault()
      step()
    }
    if (event.code === 'KeyJ') return done(() => verdicts.step(1))
    if (event.code === 'KeyK') return done(() => verdicts.step(-1))
    if (event.code === 'KeyG') return done(group)
    if (event.code === 'KeyI') return done(() => panels.since.change((on) => !on))
    if (readOnly !== undefined) return
    if (event.code === 'KeyX') return done(nothingToCheck)
    if (event.code === 'KeyY') return done(verdicts.signAgain)
    if (!fact) return
    const verdict = VERDICT_KEYS.find(({ code }) => code === event.code)
    if (verdict) return done(() => verdicts.give(fact, verdict))
    switch (event.code) {
      case 'KeyE': return done(() => open({ kind: 'evidence', fact: fact.id }))
      case 'Period': return done(() => verdicts.sameSource(fact))
      case 'KeyC': return done(() => verdicts.acceptContext(fact))
      case 'KeyR': return done(() => verdicts.answer(fact))
      case 'KeyN': return done(() => verdicts.note(fact))
      case 'Enter': if (isFree(event.target)) done(() => {
        story.jump({ kind: 'fact', fact: fact.id })
        // Behind the words: a stray letter must not overtype what was just looked at.
        if (story.editor) caretBehind(story.editor)
      })
    }
  })

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  const enter = useEffectEvent((): void => {
    if (!story) return
    announce('Review. J and K walk the open facts, V Q W D U A S give a status, F1 lists the keys.')
    if (story.current !== null) return focusFact(story.current)
    verdicts.step(1)
    if (story.assessments.length === 0) (document.activeElement as HTMLElement | null)?.blur()
  })
  useEffect(() => {
    if (review) enter()
    else {
      panels.ask.set(null)
      panels.since.set(false)
    }
  }, [review, panels])
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))

/** Whether Enter has no meaning of its own there: on a fact's row or on nothing in particular. */
const isFree = (target: EventTarget | null): boolean => target === document.body || (target instanceof HTMLElement && (target.closest('.fact-open') !== null || !target.matches('button, a, input, summary, [role]')))
