import { useRef, useState, type RefObject } from 'react'
import { useClose, usePanels } from '../../state'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import { useUndoMerge } from '../../state/hooks/useUndoMerge'
import type { MergedStory, StoriesBack } from '../../state/stores/stories/mergedStory'
import { useWindowServices } from '../../state/windowServices'
import { useUndoMerges } from './useUndoMerges'

export interface StoriesBackActs {
  /** The stories that came back together. Undefined: only the open one. */
  readonly back: StoriesBack | undefined
  readonly next: MergedStory | undefined
  readonly nextButton: RefObject<HTMLButtonElement | null>
  /** Undoing takes a while: until it is done, the buttons do nothing. */
  readonly busy: boolean
  /** Why the merge of the open story could not be undone. A notice would be under the panel. */
  readonly refusal: string | undefined
  readonly go: () => void
  readonly leave: () => void
  /** Nothing is left here: on to the next story that came back, if there is one. */
  readonly finish: () => void
  readonly undoOne: () => void
  readonly undoAll: (merged: readonly MergedStory[]) => void
}

/** Goes through the stories that came back, and undoes merges. `bundle`: of the open story’s latest merge. */
export function useStoriesBack(id: string, bundle: string | undefined): StoriesBackActs {
  const { openStory } = useWindowServices().newsroom
  const { open, store } = useWindowServices().panels
  const close = useClose()
  const undo = useUndoMerge(id)
  const merges = useUndoMerges()
  const once = useOneAtATime()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const overlay = usePanels(({ overlay }) => overlay)
  const back = overlay?.kind === 'since' ? overlay.back : undefined
  const next = back?.stories[back.at + 1]
  const nextButton = useRef<HTMLButtonElement>(null)

  const alone = (work: () => Promise<unknown>): void =>
    void once(async () => {
      setBusy(true)
      try {
        await work()
      } finally {
        setBusy(false)
      }
    })
  /** False once the person has closed the panel, which then stays closed. */
  const isOpen = (shown: StoriesBack | undefined): boolean => {
    const now = store.getState().overlay
    return now?.kind === 'since' && now.back === shown
  }
  /** When the next story is there, the panel goes on to it (`Panels.leaveStory`). */
  const go = async (): Promise<void> => {
    if (!back || !next) return
    const opening = { ...back, opens: next.story }
    open({ kind: 'since', back: opening })
    if (await openStory(next.story)) merges.offer(back.merged, next.story, { isKnown: true })
    else if (isOpen(opening)) open({ kind: 'since', back })
  }
  const undoOne = async (): Promise<void> => {
    setRefusal(undefined)
    const isTold = (message: string): boolean => {
      setRefusal(message)
      return isOpen(back)
    }
    // Another merge may have come after the one that the panel shows.
    if (!(await undo(back?.stories[back.at]?.bundle ?? bundle, isTold)) || !isOpen(back)) return
    if (!back || !next) return close()
    open({ kind: 'since', back: { ...back, merged: back.merged.filter((one) => one.story !== id) } })
    nextButton.current?.focus()
  }
  const undoAll = async (merged: readonly MergedStory[]): Promise<void> => {
    const stays = await merges.undo(merged)
    if (!isOpen(back)) return
    if (back && stays.length > 0) open({ kind: 'since', back: { ...back, merged: stays } })
    else close()
  }
  return {
    back,
    next,
    nextButton,
    busy,
    refusal,
    go: () => alone(go),
    // The person goes elsewhere: a story that is opening does not come, and what is typed now stays in this one.
    leave: () => {
      if (back?.opens !== undefined) void openStory(id)
      close()
    },
    finish: () => {
      if (next) nextButton.current?.focus()
      else close()
    },
    undoOne: () => alone(undoOne),
    undoAll: (merged) => alone(() => undoAll(merged)),
  }
}
