import { useEffect, useState } from 'react'
import { libraryText } from '../../catalogue/window/library'
import { useUndoMerges } from '../history/since/useUndoMerges'
import { useClose, useNotice } from '../state'
import { focusSheet } from '../state/session/sheet/focusSheet'
import { useWindowServices } from '../state/windowServices'
import { afterDrawing } from '../ui/focus/focusService'
import type { Arrival, Imports } from './useImports'

/**
 * Returns a function that imports the ticked files, says how it went, and shows what came.
 * @param isWaiting - Whether files came meanwhile that are not imported.
 */
export function useImportAll(
  imports: Imports,
  taken: readonly Arrival[],
  isWaiting: () => boolean,
): () => Promise<void> {
  const { newsroom, panels } = useWindowServices()
  const close = useClose()
  const { offer } = useUndoMerges()
  const { announce, say } = useNotice()
  const [gone] = useState(() => new AbortController())
  useEffect(() => () => gone.abort(), [gone])

  return async () => {
    const { first, merged, stories: came, done, failed, stopped } = await imports.importTaken()
    announce(libraryText('import.done', { stories: came, failed }))
    const isAll = (): boolean => failed === 0 && !stopped && !isWaiting()
    const back = isAll() && !gone.signal.aborted ? await imports.cameBack(merged) : []
    // The person closed the panel and does something else: neither story nor keyboard moves.
    if (gone.signal.aborted) {
      const words = libraryText(done + failed < taken.length ? 'import.panelClosed' : 'import.filesImported', {
        done,
        count: taken.length,
      })
      return merged.length > 0 ? offer(merged, undefined, { before: words }) : say(words)
    }
    const shown = back[0]?.story ?? first
    if (shown !== undefined) await newsroom.openStory(shown)
    offer(merged, shown)
    // Closed meanwhile, or something is left to do here.
    if (!isAll() || gone.signal.aborted) return
    if (back.length > 0) return panels.open({ kind: 'since', back: { stories: back, at: 0, merged } })
    close()
    // Moves to the words once the panel has returned the keyboard. Who is in the copy already keeps the caret.
    afterDrawing(() => {
      const editor = newsroom.store.getState().session?.editor
      if (editor?.view.hasFocus() !== false) return
      editor.commands.focus('start')
      if (!editor.isEditable) focusSheet(editor)
    })
  }
}
