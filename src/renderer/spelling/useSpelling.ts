import { useEffect } from 'react'
import { createStore } from 'zustand'
import { spellingText } from '../../catalogue/writing/spelling'
import { useCommand, useNewsroom, useNotice, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'
import type { StorySpelling } from './storySpelling'

/** The spelling of the story in the sheet. Null while it is not checked. */
export const openSpelling = createStore<{ readonly checker: StorySpelling | null }>(() => ({ checker: null }))

/** The sheet is shown and takes keys first. */
const AFTER_MS = 150

/** Checks the spelling of the open story, unless it is off. The checker is loaded once the story was shown. */
export function useSpelling({ editor, session }: StoryPart<'editor' | 'session'>): void {
  const services = useWindowServices()
  const on = useNewsroom(({ spelling }) => spelling)
  const { say } = useNotice()
  const canCheck = editor?.isEditable === true
  useEffect(() => {
    if (!on || !editor || !canCheck) return
    let isGone = false
    let spelling: StorySpelling | undefined
    const timer = setTimeout(() => {
      void import('./storySpelling').then(({ StorySpelling: Checker }) => {
        if (isGone || editor.isDestroyed) return
        spelling = new Checker(services, session, editor)
        openSpelling.setState({ checker: spelling })
      })
    }, AFTER_MS)
    return () => {
      isGone = true
      clearTimeout(timer)
      spelling?.destroy()
      if (openSpelling.getState().checker === spelling) openSpelling.setState({ checker: null })
    }
  }, [on, editor, session, services, canCheck])
  useCommand('spelling.next', () => void openSpelling.getState().checker?.next(), on && canCheck)
  useCommand('spelling.toggle', () => {
    services.newsroom.setSpelling(!on)
    say(spellingText(on ? 'toggle.off' : 'toggle.on'))
  })
}
