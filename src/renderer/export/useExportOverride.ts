import { useState } from 'react'
import { whyNotOverrideAll } from '../../gate/override'
import type { Finding } from '../../story/assessment/finding'
import { whySaidTo } from '../../story/desk/saidTo'
import { pick, useNewsroom, type StoryPart } from '../state'
import { useDraft } from '../state/hooks/useDraft'

/** What a person overrides so that the gate lets an export through. */
export interface ExportOverride {
  /** Why this person may not override what blocks. */
  readonly refused: string | undefined
  /** Some of what blocks can be overridden with a reason. */
  readonly isPossible: boolean
  /** The reason as it is typed, which is kept as a draft. */
  readonly reason: string
  readonly type: (reason: string) => void
  readonly forget: () => void
  /** The reason is missing. */
  readonly isMissing: boolean
  /** Says at the field that the reason is missing. */
  readonly ask: () => void
  readonly isAsked: boolean
  readonly stopAsking: () => void
}

/** `blocks`: what holds the export back. */
export function useExportOverride(story: StoryPart<'id' | 'story'>, blocks: readonly Finding[]): ExportOverride {
  const { desk, person } = useNewsroom(pick('desk', 'person'))
  const { draft, change, forget } = useDraft((forms) => forms.exportOverride, story.id, { reason: '' })
  const [isAsked, setAsked] = useState(false)
  const isPossible = blocks.some((finding) => finding.overridable)
  return {
    refused: person === undefined ? undefined : whySaidTo(person, whyNotOverrideAll(blocks, person, story.story, desk)),
    isPossible,
    reason: draft.reason,
    type: (reason) => change({ reason }),
    forget,
    isMissing: isPossible && draft.reason.trim() === '',
    ask: () => setAsked(true),
    isAsked,
    stopAsking: () => setAsked(false),
  }
}
