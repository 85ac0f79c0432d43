import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import type { ReviewKeyId } from '../../ipc/commands'
import { pick, useNewsroom, useNotice, usePanels, useStory, useStoryReadOnly } from '../state'
import { useWindowServices } from '../state/windowServices'
import { caretBehind } from '../facts/retag'
import { shownWords } from '../../story/assessment/shownWords'
import { STATUS_WORDS } from '../../story/ledger/facts/fact'
import { focusFact } from '../verdicts/focusFact'
import { lastGiven } from '../verdicts/lastGiven'
import { useUntaggedWalk } from './useUntaggedWalk'
import { useVerdicts } from '../verdicts/useVerdicts'
import { VERDICTS } from '../verdicts/verdicts'
import { defined } from '../../story/text/defined'

type Acts = Partial<Record<ReviewKeyId | 'words', () => void>>

/** What a key of review does now, for the key and for its button. Undefined when it has nothing to act on. */
export function useReviewActs(): (key: ReviewKeyId | 'words') => (() => void) | undefined {
  const { panels } = useWindowServices()
  const { open } = useWindowServices().panels
  const readOnly = useStoryReadOnly()
  const { say, announce } = useNotice()
  const person = useNewsroom((newsroom) => newsroom.person)
  const takeExcerpt = usePanels(({ takeExcerpt }) => takeExcerpt)
  const story = useStory(pick('editor', 'entries', 'session', 'assessments', 'current', 'jump'))
  const verdicts = useVerdicts()
  const nothingToCheck = useUntaggedWalk()

  const toTheWords = (fact: string): void => {
    story?.jump({ kind: 'fact', fact })
    // Behind the words: a stray letter must not overtype what was just looked at.
    if (story?.editor) caretBehind(story.editor)
  }
  const group = (): void => {
    const next = panels.store.getState().walk === 'text' ? 'backup' : 'text'
    panels.store.setState({ walk: next })
    say(
      next === 'backup'
        ? reviewRoomText('useReviewActs.factsGroupedTheirBackup')
        : reviewRoomText('useReviewActs.factsStandTextOrder'),
    )
  }

  const back = (): void => {
    if (!story) return
    const facts = new Set(story.assessments.map(({ id }) => id))
    const last = lastGiven(story.entries, person, facts, story.current)
    if (last === undefined) return say(reviewRoomText('useReviewActs.noVerdictBefore'))
    story.session.navigation.jump({ kind: 'fact', fact: last }, false)
    const fact = story.assessments.find(({ id }) => id === last)
    if (fact) announce(`${STATUS_WORDS[fact.status]}: ${shownWords(fact)}`)
    focusFact(last)
  }

  return (key) => {
    if (!story) return undefined
    const fact = story.assessments.find((one) => one.id === story.current)
    const always: Acts = {
      'review.next': () => verdicts.step(1),
      'review.previous': () => verdicts.step(-1),
      'review.back': back,
      'review.group': group,
      'review.since': () => panels.store.setState(({ since }) => ({ since: !since })),
      ...defined({ words: fact && (() => toTheWords(fact.id)) }),
    }
    if (readOnly !== undefined || key in always) return always[key]
    const verdict = VERDICTS.find((one) => one.key === key)
    if (fact && verdict) return () => verdicts.give(fact, verdict)
    const writing: Acts = {
      'review.nothingToCheck': nothingToCheck,
      'review.signAgain': verdicts.signAgain,
      ...(fact
        ? {
            'review.evidence': () => open({ kind: 'evidence', fact: fact.id }),
            ...defined({ 'review.excerpt': takeExcerpt ?? undefined }),
            'review.sameSource': () => verdicts.sameSource(fact),
            'review.acceptContext': () => verdicts.acceptContext(fact),
            'review.answer': () => verdicts.answer(fact),
            'review.note': () => verdicts.note(fact),
            'review.takeBack': () => verdicts.takeBack(fact),
          }
        : {}),
    }
    return writing[key]
  }
}
