import { useEffect, useMemo, useState } from 'react'
import type { CapturedPart } from '../../story/assessment/copy/capturedText'
import type { KeptFileFacts } from '../../story/requests/requests'
import { pick, useStory } from '../state'
import type { StoryFileRead } from '../state/stores/panels'
import { useWindowServices } from '../state/windowServices'
import { storyFiles } from './storyFiles'

/** Files of one source that are looked at. */
const MOST = 4
const NAMES = {
  transcript: /\.(?:srt|vtt|txt|md|docx)$/iu,
  recording: /\.(?:mp3|m4a|wav|flac|ogg|oga|opus|aac|mp4|m4v|mov|webm|mkv)$/iu,
} as const

export interface Companion {
  readonly file: StoryFileRead
  readonly facts: KeptFileFacts
}

/**
 * The transcript of a recording, or the recording of a transcript: a file of the same source that was captured for the
 * story. Undefined if there is none. A transcript counts only if its lines have times.
 */
export function useCompanion(
  wanted: 'transcript' | 'recording',
  { source, file, isAsked }: { readonly source: string; readonly file: string; readonly isAsked: boolean },
): Companion | undefined {
  const { act } = useWindowServices().newsroom
  const story = useStory(pick('id', 'assessments'))
  const { id, assessments } = story ?? {}
  const [found, setFound] = useState<{ readonly of: string; readonly companion: Companion | undefined }>()
  const candidates = useMemo(
    () =>
      isAsked && id != null && assessments
        ? storyFiles(id, assessments)
            .filter((one) => one.source === source && one.file !== file && NAMES[wanted].test(one.fileName))
            .slice(0, MOST)
        : [],
    [isAsked, id, assessments, source, file, wanted],
  )
  // Another state of the story with the same files asks for nothing.
  const of = JSON.stringify([wanted, file, candidates.map((one) => one.file)])
  const [stable, setStable] = useState({ of, candidates })
  if (stable.of !== of) setStable({ of, candidates })
  useEffect(() => {
    let gone = false
    const look = async (): Promise<Companion | undefined> => {
      for (const one of stable.candidates) {
        const described = await act('file.describe', { sha256: one.file, name: one.fileName })
        if (!described.ok || described.value.trouble !== undefined) continue
        const { kind } = described.value
        const isMedia = kind === 'audio' || kind === 'video'
        if (isMedia !== (wanted === 'recording')) continue
        if (isMedia) return { file: one, facts: described.value }
        const read = await act('file.text', { sha256: one.file, name: one.fileName })
        if (read.ok && read.value.text && timed(read.value.text.parts).some(({ time }) => time !== undefined))
          return { file: one, facts: described.value }
      }
      return undefined
    }
    if (stable.candidates.length === 0) return
    void look().then((companion) => {
      if (!gone) setFound({ of: stable.of, companion })
    })
    return () => {
      gone = true
    }
  }, [act, wanted, stable])
  return found?.of === of && candidates.length > 0 ? found.companion : undefined
}

/** “[00:12:31] Kim: …” and “12:31 …”: lines of a plain transcript begin with their time. */
const LEADING = /^\W{0,2}((?:\d{1,2}:)?\d{1,2}:[0-5]\d)(?:[.,]\d{1,3})?(?!\d)/u

/** The lines of a transcript with their times, also those that are written into the lines. */
export function timed(parts: readonly CapturedPart[]): readonly CapturedPart[] {
  return parts.map((part) => {
    const time = part.time ?? LEADING.exec(part.text)?.[1]
    return time === undefined ? part : { ...part, time }
  })
}
