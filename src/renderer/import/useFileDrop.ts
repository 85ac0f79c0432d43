import { useEffect } from 'react'
import { filesOfDrop } from './droppedFiles'
import type { Overlay } from '../state/stores/overlay'
import { useWindowServices } from '../state/windowServices'

/**
 * Opens the import panel for files and folders that are dropped on the window. Pictures dropped on the sheet go to the
 * sheet. A file that is dropped on the evidence of a fact, or while a form of evidence is open, goes into that form.
 */
export function useFileDrop(active: boolean): void {
  const { panels } = useWindowServices()
  useEffect(() => {
    if (!active) return
    const ours = (event: DragEvent): boolean => {
      const data = event.dataTransfer
      if (!data || !data.types.includes('Files')) return false
      const pictures = [...data.items].every(({ type }) => type.startsWith('image/'))
      const place = event.target instanceof Element ? event.target : null
      return (
        place?.closest('.drop-zone') === null && !(pictures && place.closest('[role=textbox], .ProseMirror') !== null)
      )
    }
    const over = (event: DragEvent): void => {
      if (!ours(event)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent): void => {
      if (!ours(event) || !event.dataTransfer) return
      event.preventDefault()
      event.stopPropagation()
      const fact = factOfDrop(event.target, panels.store.getState().overlay)
      const [file] = event.dataTransfer.files
      if (fact !== undefined && file) return panels.dropEvidence(fact, file)
      void filesOfDrop(event.dataTransfer).then((files) => panels.open({ kind: 'import', files }))
    }
    window.addEventListener('dragover', over, true)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragover', over, true)
      window.removeEventListener('drop', drop, true)
    }
  }, [active, panels])
}

/** The fact whose evidence a file becomes that is dropped at this place. */
function factOfDrop(place: EventTarget | null, overlay: Overlay | null): string | undefined {
  if (overlay?.kind === 'evidence' || overlay?.kind === 'changeEvidence') return overlay.fact
  const pane = place instanceof Element ? place.closest<HTMLElement>('[data-evidence-of]') : null
  return pane?.dataset['evidenceOf']
}
