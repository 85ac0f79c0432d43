import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Copy } from '../../../story/copy/copy'
import type { Fields } from '../../../story/ledger/fields'
import type { Place, Verdict } from '../../../story/assessment/finding'
import type { LedgerEntry } from '../../../story/ledger/ledger'
import type { Story } from '../../../story/assessment/story'
import type { Transcript } from '../../../story/assessment/transcript'
import { useRoom } from '../room'
import type { StorySession } from '../session/storySession'
import type { StorySnapshot } from '../session/storySnapshot'
import { useValue, Value } from '../stores/value'

export interface StoryHook {
  readonly id: string
  readonly guid: string
  /** Set when the story holds what this version does not know: it is shown, not changed. */
  readonly guarded?: { readonly why: string; readonly text: string }
  readonly editor: Editor | null
  readonly fields: Fields
  readonly copy: Copy
  readonly entries: readonly LedgerEntry[]
  readonly story: Story
  /** In text order, then the tray. */
  readonly assessments: readonly Assessment[]
  /** The gate's verdict at the door "clear"; empty while not judged. */
  readonly clear: Verdict
  /** False for a moment after the story was opened. */
  readonly judged: boolean
  readonly transcripts: ReadonlyMap<string, Transcript>
  readonly words: number
  readonly minutes: number
  /** The fact in hand. */
  readonly current: string | null
  readonly setCurrent: (fact: string | null) => void
  /** Selects the place in the sheet and brings it into view; `focus: false` leaves the keyboard where it is. */
  readonly jump: (place: Place, focus?: boolean) => void
  readonly session: StorySession
}

const NO_SNAPSHOT = new Value<StorySnapshot | null>(null)
const NO_FACT = new Value<string | null>(null)

/** The open story, as of the last pause in typing; null when none is open. */
export function useStory(): StoryHook | null {
  const { newsroom } = useRoom()
  const session = useValue(newsroom.session)
  const snapshot = useValue<StorySnapshot | null>(session?.snapshot ?? NO_SNAPSHOT)
  const current = useValue(session?.current ?? NO_FACT)
  return useMemo(() => {
    if (!session || !snapshot) return null
    return {
      ...snapshot,
      id: session.id,
      guid: session.guid,
      ...(session.guarded ? { guarded: session.guarded } : {}),
      editor: session.editor,
      current,
      setCurrent: session.current.set,
      jump: session.jump,
      session,
    }
  }, [session, snapshot, current])
}
