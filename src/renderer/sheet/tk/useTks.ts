import { useEffect, useRef } from 'react'
import { sheetText } from '../../../catalogue/writing/sheet'
import { copyPlaceAt } from '../../../editor/copy/readCopy'
import { dismissedTks, setDismissedTks } from '../../../editor/view/tkMarks'
import { pick, useCommand, useNotice, useStory } from '../../state'
import { useShowPlace } from '../../state/hooks/useShowPlace'
import { nextTk, openTksIn, placesOfTks } from './openTks'

/** Takes the highlight off dismissed TKs, and registers the command that goes to the next open one. */
export function useTks(): void {
  const story = useStory(pick('id', 'editor', 'copy', 'clear', 'judged', 'session'))
  const { editor, copy, clear, judged } = story ?? {}
  const { say } = useNotice()
  const show = useShowPlace()
  /** The TK that was shown last. */
  const shown = useRef<{ readonly key: string; readonly selection: unknown }>(undefined)
  useEffect(() => {
    if (editor && copy && clear && judged === true)
      setDismissedTks(editor.view, dismissedTks(copy, placesOfTks(openTksIn(clear))))
  }, [editor, copy, clear, judged])
  useCommand(
    'tk.next',
    () => {
      if (!story) return
      // The list may be older than the words.
      if (story.session.store.getState().stale) story.session.refresh()
      const tks = openTksIn(story.session.store.getState().view.clear)
      const selection = editor?.state.selection
      const before = shown.current?.selection === selection ? shown.current?.key : undefined
      const next = nextTk(tks, editor ? copyPlaceAt(editor.state.doc, editor.state.selection.from) : undefined, before)
      if (!next) return say(sheetText('tk.none'))
      show(next.where)
      shown.current = { key: next.key, selection: editor?.state.selection }
    },
    story !== null,
  )
}
