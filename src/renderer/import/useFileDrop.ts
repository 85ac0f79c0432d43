import { useEffect } from 'react'
import { filesOfDrop } from './droppedFiles'
import { useWindowServices } from '../state/windowServices'

/**
 * Opens the import panel for files and folders that are dropped on the window. Pictures dropped on the sheet go to the
 * sheet.
 */
export function useFileDrop(active: boolean): void {
  const { open } = useWindowServices().panels
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
      void filesOfDrop(event.dataTransfer).then((files) => open({ kind: 'import', files }))
    }
    window.addEventListener('dragover', over, true)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragover', over, true)
      window.removeEventListener('drop', drop, true)
    }
  }, [active, open])
}
