import { useEffect } from 'react'
import { scrollPlace } from '../stores/scrollPlace'
import { useStory } from './useStory'
import { useWindowServices } from '../windowServices'
import { pick } from '../stores/stories/pick'

const REST_MS = 400

/** Tells main the caret and the scroll position. The story opens there next time. */
export function usePosition(scroller: HTMLElement | null): void {
  const { call } = useWindowServices().newsroom
  const story = useStory(pick('id', 'editor'))
  const editor = story?.editor ?? null
  const id = story?.id
  useEffect(() => {
    if (!editor || !scroller || id === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = (): void => {
      clearTimeout(timer)
      timer = undefined
      if (editor.isDestroyed) return
      const { anchor, head } = editor.state.selection
      void call('rememberPosition', { story: id, anchor, head, scroll: scrollPlace(scroller, editor.view.dom) })
    }
    const note = (): void => {
      clearTimeout(timer)
      timer = setTimeout(tell, REST_MS)
    }
    // The window can close before the pause ends.
    const leave = (): void => {
      if (timer !== undefined) tell()
    }
    editor.on('selectionUpdate', note)
    scroller.addEventListener('scroll', note, { passive: true })
    window.addEventListener('beforeunload', leave)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('beforeunload', leave)
      editor.off('selectionUpdate', note)
      scroller.removeEventListener('scroll', note)
    }
  }, [editor, scroller, id, call])
}
