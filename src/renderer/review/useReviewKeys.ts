import { factsPanelText } from '../../catalogue/window/factsPanel'
import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { useEffect, useEffectEvent, useLayoutEffect } from 'react'
import type { ReviewKeyId } from '../../ipc/commands'
import { STATUS_WORDS } from '../../story/ledger/facts/fact'
import { codeOfKey, isKeySign, reviewKeyOf } from '../../ipc/keymap'
import { pick, useKeys, useNotice, usePanels, useStory } from '../state'
import { commandBoard } from '../state/commands/commands'
import { useWindowServices } from '../state/windowServices'
import { caretBehind } from '../facts/retag'
import { shownWords } from '../../story/assessment/shownWords'
import { useReviewActs } from './useReviewActs'
import { focusFact, isOnItsWayTo } from '../verdicts/focusFact'
import { useVerdicts } from '../verdicts/useVerdicts'
import { VERDICTS } from '../verdicts/verdicts'
import { findPlace, focusNow } from '../ui/focus/focusService'
import { isSecondEnter } from '../ui/focus/leftOverEnter'
import { PLACES } from '../state/focusPlaces'
import { focusSheet } from '../state/session/sheet/focusSheet'

/**
 * Handles the keys of review: by their labels, no repeats, and only while the keyboard is outside text and no panel
 * covers the window.
 */
export function useReviewKeys(): void {
  const { panels, notices } = useWindowServices()
  const { setReview } = panels
  const { review, overlay } = usePanels(pick('review', 'overlay'))
  const { announce, say } = useNotice()
  const story = useStory(pick('editor', 'session', 'assessments', 'current'))
  const { step } = useVerdicts()
  const actOf = useReviewActs()
  const keyOf = useKeys()

  /** Escape leads from a field or the words back to the fact, and from the fact out of review. */
  const escape = (event: KeyboardEvent): void => {
    event.preventDefault()
    if (panels.store.getState().ask !== null) panels.store.setState({ ask: null })
    // Without a fact to return to, Escape in the words leaves review.
    else if (!isText(event.target) || story?.assessments.length === 0) {
      setReview(false)
      // What a verdict needed first holds only in review.
      notices.settle()
      announce(reviewRoomText('useReviewKeys.reviewClosed'))
      if (story?.editor) caretBehind(story.editor)
      // A person who was in the words writes on. Otherwise the next letter is a key of review that comes too late.
      if (isText(event.target)) focusSheet(story?.editor)
      else focusNow(findPlace(PLACES.sheetAtRest), { preventScroll: true })
      return
    }
    // The row is in the list of facts, whatever an open panel showed meanwhile.
    const { tab, panelFolded } = panels.store.getState()
    if (!panelFolded && tab !== 'facts') panels.showTab('facts')
    panels.store.setState({ drawer: 'library' })
    if (story?.current) focusFact(story.current)
    else focusNow(findPlace(PLACES.facts, PLACES.backup))
  }

  const takeInHand = (id: string): void => {
    story?.session.navigation.showFact(id)
    const fact = story?.assessments.find((one) => one.id === id)
    if (fact) announce(`${STATUS_WORDS[fact.status]}: ${shownWords(fact)}`)
  }

  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (!review || !story || overlay !== null || event.isComposing) return
    // The sheet stops every Escape and does nothing with it.
    if (
      event.defaultPrevented &&
      !(event.code === 'Escape' && event.target instanceof HTMLElement && event.target.isContentEditable)
    )
      return
    if (event.code === 'Escape') return escape(event)
    if (event.ctrlKey || event.metaKey || event.altKey || isText(event.target) || isInMenu(event.target)) return
    // A French keyboard types the period with Shift.
    if (event.shiftKey && !isKeySign(event.key)) return
    // Enter on a control presses that control.
    if (event.code === 'Enter' && !isFree(event.target)) return
    const key = event.code === 'Enter' ? 'words' : reviewKeyOf(codeOfKey(event), commandBoard.store.getState().keys)
    // Held and hammered keys sign nothing, also where there is nothing to sign yet. The time is that of the press: a
    // window that is busy hears the next one late.
    const isTooSoon = key !== undefined && SIGNING.has(key) && !panels.attention.press(event.timeStamp)
    if (event.repeat || isTooSoon) {
      if (key !== undefined) event.preventDefault()
      // A held key is one press, and that one counted.
      if (!event.repeat && panels.attention.tellsOnce()) say(factsPanelText('useVerdicts.tooSoon'))
      return
    }
    const act = key && actOf(key)
    if (!act) return
    event.preventDefault()
    // The form that the first press sent has gone.
    if (key === 'words' && isSecondEnter()) return
    // On the row of another fact, the first key only selects that fact: its details were not shown yet.
    const row =
      event.target instanceof HTMLElement
        ? event.target.closest<HTMLElement>('[data-fact]')?.dataset['fact']
        : undefined
    if (row !== undefined && row !== story.current && !isOnItsWayTo(story.current)) return takeInHand(row)
    act()
  })

  // Before the room is painted: who sees it may press a key.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  const enter = useEffectEvent((): void => {
    if (!story) return
    // Review of a story that was just opened begins with what its facts are.
    if (!story.session.store.getState().view.assessed) story.session.refresh()
    const [next, previous, ...verdicts] = (
      ['review.next', 'review.previous', ...VERDICTS.map(({ key }) => key)] as const
    ).map(keyOf)
    announce(
      reviewRoomText('useReviewKeys.reviewWalkOpenFacts', {
        next: next ?? '',
        previous: previous ?? '',
        join: verdicts.filter((key) => key !== '').join(' '),
        keyOf: keyOf('help.keys'),
      }),
    )
    if (story.current !== null) {
      // The sheet may have another width in review.
      story.session.navigation.showFact(story.current)
      return focusFact(story.current)
    }
    // Nobody asked to go on: the head of review says that nothing is open.
    step(1, null)
    if (story.session.store.getState().view.assessments.length === 0)
      (document.activeElement as HTMLElement | null)?.blur()
  })
  // In a narrow window the room closes with its drawer, and the library does not take its place. Before the search
  // arrives: who left review for it wants the library.
  useLayoutEffect(
    () => () =>
      panels.store.setState(({ drawer, seeking }) => ({
        drawer: drawer === 'library' && seeking === null ? null : drawer,
      })),
    [panels],
  )
  useEffect(() => {
    if (review) enter()
    else {
      panels.store.setState({ ask: null })
      panels.store.setState({ since: false })
    }
  }, [review, panels])
}

/** Keys that sign, or that answer for somebody. */
const SIGNING: ReadonlySet<ReviewKeyId | 'words'> = new Set<ReviewKeyId | 'words'>([
  ...VERDICTS.map(({ key }) => key),
  'review.sameSource',
  'review.acceptContext',
  'review.signAgain',
  'review.nothingToCheck',
])

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))

/** Whether a letter chooses an item there. */
const isInMenu = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="menu"], [role="listbox"]') !== null

/** Whether Enter has no other meaning there: on a fact's row, on its backup or outside all controls. */
const isFree = (target: EventTarget | null): boolean =>
  target === document.body ||
  (target instanceof HTMLElement &&
    (target.closest('.fact-open') !== null ||
      target.matches('.review-scroll') ||
      !target.matches('button, a, input, summary, [role]')))
