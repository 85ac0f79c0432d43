import { historyText } from '../../../catalogue/window/history'
import { libraryText } from '../../../catalogue/window/library'
import { windowText } from '../../../catalogue/window/window'
import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { mayUndo, type MergedStory } from '../../state/stores/stories/mergedStory'
import { useWindowServices } from '../../state/windowServices'

export interface UndoMerges {
  /** Undoes these merges, one after the other, and says what came of it. Resolves to the stories that stay merged. */
  readonly undo: (merged: readonly MergedStory[]) => Promise<readonly MergedStory[]>
  /**
   * Says that these stories were merged, and offers one undo of all. `open`: the story that is shown. `before`: what is
   * said first. `isKnown`: screen readers have read it out before.
   */
  readonly offer: (
    merged: readonly MergedStory[],
    open: string | undefined,
    how?: { readonly before?: string; readonly isKnown?: boolean },
  ) => void
}

/** Its headline, or that it has none. */
export const nameOfMerged = ({ headline }: MergedStory): string => headline || libraryText('import.noHeadline')
const sendersOf = (merged: readonly MergedStory[]): string => [...new Set(merged.map(({ from }) => from))].join(', ')

/** Undoes what one import merged, in one story or several. */
export function useUndoMerges(): UndoMerges {
  const { newsroom, notices } = useWindowServices()

  const undo = async (merged: readonly MergedStory[]): Promise<readonly MergedStory[]> => {
    const stays: MergedStory[] = []
    const said: string[] = []
    const refused: string[] = []
    for (const one of merged) {
      const { story, bundle } = one
      const outcome = await newsroom.act('story.undoMerge', { story, bundle })
      if (!outcome.ok) {
        stays.push(one)
        refused.push(merged.length === 1 ? outcome.message : named(one, outcome.message))
        continue
      }
      const { from, tray, keptFields } = outcome.value
      if (merged.length === 1) said.push(windowText('work.mergeUndone', { from, count: tray }))
      if (keptFields.length === 0) continue
      const kept = windowText('work.keptFields', { fields: keptFields.map(fieldWords).join(', ') })
      said.push(merged.length === 1 ? kept : named(one, kept))
    }
    const done = merged.length - stays.length
    const sum = merged.length > 1 ? [historyText('merges.undone', { done, count: merged.length })] : []
    const text = [...sum, ...said, ...refused].join(' ')
    if (refused.length > 0) notices.showAlert(text)
    else notices.say(text)
    return stays
  }

  const offer: UndoMerges['offer'] = (merged, open, { before, isKnown } = {}) => {
    const [first] = merged
    if (!first) return
    const [count, from] = [merged.length, sendersOf(merged)]
    const text =
      count > 1
        ? historyText('merges.came', { from, count })
        : first.story === open
          ? historyText('merge.came', { from })
          : historyText('merge.cameTo', { from, headline: nameOfMerged(first) })
    const held = merged.flatMap((one) =>
      one.undoneBy === undefined
        ? []
        : [historyText('merge.onlyHolderUndoes', { holder: one.undoneBy, headline: nameOfMerged(one) })],
    )
    const own = merged.filter(mayUndo)
    const words = [...(before === undefined ? [] : [before]), text, ...held].join(' ')
    if (own.length === 0) return notices.say(words)
    const act = {
      label: own.length > 1 ? historyText('merges.undo', { count: own.length }) : historyText('since.undo'),
      run: () => void undo(own),
    }
    notices.offer(words, act, isKnown)
  }
  return { undo, offer }
}

const named = (story: MergedStory, text: string): string =>
  historyText('merges.ofStory', { headline: nameOfMerged(story), text })
