import type { Editor } from '@tiptap/core'
import { createStore, useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Place } from '../../../story/assessment/finding'
import type { StorySession } from '../session/storySession'
import type { SessionState, StoryState } from '../session/storyState'
import { useNewsroom } from './useNewsroom'

/** The open story, as of the last pause in typing. */
export interface OpenStoryView extends StoryState {
  readonly id: string
  readonly guid: string
  /** Set when the story contains what this version does not know. It is then shown, not changed. */
  readonly guarded?: { readonly why: string; readonly text: string } | undefined
  readonly editor: Editor | null
  /** The current fact. */
  readonly current: string | null
  readonly setCurrent: (fact: string | null) => void
  /** Selects the place in the sheet and scrolls to it. `focus: false` leaves the keyboard where it is. */
  readonly jump: (place: Place, focus?: boolean) => void
  readonly session: StorySession
}

/** The fields of a story that a component needs: `StoryPart<'id' | 'copy'>`. */
export type StoryPart<K extends keyof OpenStoryView> = Pick<OpenStoryView, K>

/**
 * Selects from the open story. Null if none is open. Renders again only when the selection changes (shallow
 * comparison).
 */
export function useStory<T>(select: (story: OpenStoryView) => T): T | null {
  const session = useNewsroom((newsroom) => newsroom.session)
  return useStore(
    session?.store ?? NO_STORY,
    useShallow((state: SessionState | null) => (session && state ? select(viewOf(session, state)) : null)),
  )
}

const NO_STORY = createStore<SessionState | null>(() => null)

/** One view per state, shared by all selectors. */
const views = new WeakMap<SessionState, OpenStoryView>()

function viewOf(session: StorySession, state: SessionState): OpenStoryView {
  const known = views.get(state)
  if (known) return known
  const { id, guid, guarded, editor, navigation } = session
  const { setCurrent, jump } = navigation
  const view = { ...state.view, id, guid, guarded, editor, current: state.current, setCurrent, jump, session }
  views.set(state, view)
  return view
}
