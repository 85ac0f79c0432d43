import { factsPanelText } from '../../catalogue/window/factsPanel'
import { checksPanelText } from '../../catalogue/window/checksPanel'
import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import type { Finding } from '../../story/assessment/finding'
import { seenOfFinding } from '../../story/assessment/seenFinding'
import { copyPlaceAt } from '../../editor/copy/readCopy'
import { keyOrName, pick, useNotice, useStory, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'
import { inAnotherField } from '../ui/focus/focusService'
import { isInCopy } from '../verdicts/focusFact'

/**
 * The key X, "nothing to check": shows the next statement without a tag. Pressed again on that statement, it marks it
 * as nothing to check and shows the next.
 */
export function useUntaggedWalk(): () => void {
  const { newsroom, panels } = useWindowServices()
  const { act } = useWindowServices().newsroom
  const { check, say } = useNotice()
  const story = useStory(pick('id', 'editor'))

  const show = (finding: Finding | undefined): void => {
    if (!finding || finding.where.kind !== 'text') return say(reviewRoomText('useUntaggedWalk.noStatementWithoutTag'))
    newsroom.store.getState().session?.navigation.jump(finding.where, false)
    panels.attention.statement.show(finding.key)
    say(
      reviewRoomText('useUntaggedWalk.againNothingCheckHere', {
        message: finding.message,
        keyOrName: keyOrName('review.nothingToCheck'),
      }),
    )
  }

  return () => {
    const session = newsroom.store.getState().session
    if (!story || !session) return
    // Reads the words as they are now: a story that was just opened is not checked yet, and typing is ahead of the
    // lists.
    if (!session.store.getState().view.judged || session.store.getState().stale) session.refresh()
    const { clear } = session.store.getState().view
    const untagged = [...clear.blocks, ...clear.warns].filter(
      ({ rule, dismissable, where }) => rule.startsWith('untagged') && dismissable && where.kind === 'text',
    )
    const here = placeInHand(story)
    const shown = untagged.find(
      ({ where }) =>
        where.kind === 'text' && where.block === here.block && where.from === here.from && where.to === here.to,
    )
    /** From here to the end, then from the beginning. */
    const nextOf = (findings: readonly Finding[]): Finding | undefined =>
      findings.find(
        ({ where }) =>
          where.kind === 'text' &&
          (where.block > here.block || (where.block === here.block && where.from >= here.from)),
      ) ?? findings[0]
    if (!shown) return show(nextOf(untagged))
    // It is selected, but perhaps by hand, or only just now.
    const { attention } = panels
    if (!attention.statement.isReady(shown.key)) {
      attention.statement.show(shown.key)
      return say(factsPanelText('useVerdicts.lookFirst'))
    }
    const seen = seenOfFinding(shown, session.store.getState().view.copy, session.store.getState().view.assessments)
    const wrote = isInCopy()
    const isInAnotherField = inAnotherField()
    const isElsewhere = (): boolean =>
      newsroom.store.getState().session !== session || (!wrote && isInCopy()) || isInAnotherField()
    void act('finding.dismiss', { story: story.id, rule: shown.rule, key: shown.key, seen }).then((outcome) => {
      const done = check(outcome)
      if (!done) return
      // The next statement is selected in the copy, but a person who writes there now keeps the caret.
      if (!isElsewhere()) show(nextOf(untagged.filter((finding) => finding !== shown)))
      if (done.waits) say(checksPanelText('findingItem.dismissedWaits'))
    })
  }
}

function placeInHand({ editor }: StoryPart<'editor'>): {
  readonly block: number
  readonly from: number
  readonly to: number
} {
  if (!editor) return { block: 0, from: 0, to: 0 }
  const { from, to } = editor.state.selection
  const start = copyPlaceAt(editor.state.doc, from)
  return { block: start.block, from: start.offset, to: copyPlaceAt(editor.state.doc, to).offset }
}
