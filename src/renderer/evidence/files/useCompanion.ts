import { useEffect, useMemo, useState } from 'react'
import type { CapturedPart } from '../../../story/assessment/copy/capturedText'
import type { KeptFileFacts } from '../../../story/requests/requests'
import { pick, useStory } from '../../state'
import type { StoryFileRead } from '../../state/stores/panels'
import { useWindowServices } from '../../state/windowServices'
import { companionFiles, type CompanionFiles, type CompanionPart, type NamedFile } from './companionFiles'
import { filesOfStory } from './filesOfStory'

export interface Companion {
  readonly file: StoryFileRead
  readonly facts: KeptFileFacts
}

/**
 * The transcript of a recording, or the recording of a transcript: a file of the same source that was captured for the
 * story and is called alike, or the only one of its kind. Undefined if there is none, or if it is not certain. A
 * transcript counts only if its lines have times.
 */
export function useCompanion(
  wanted: CompanionPart,
  shown: NamedFile & {
    readonly source: string
    readonly isAsked: boolean
  },
): Companion | undefined {
  const { source, file, fileName, isAsked } = shown
  const { act } = useWindowServices().newsroom
  const story = useStory(pick('id', 'assessments'))
  const { id, assessments } = story ?? {}
  const [found, setFound] = useState<{ readonly of: string; readonly companion: Companion | undefined }>()
  const files = useMemo(
    () =>
      isAsked && id != null && assessments
        ? companionFiles(
            wanted,
            { file, fileName },
            filesOfStory(id, assessments).filter((one) => one.source === source),
          )
        : NO_FILES,
    [isAsked, id, assessments, source, file, fileName, wanted],
  )
  // Another state of the story with the same files asks for nothing.
  const of = JSON.stringify([wanted, file, files])
  const [stable, setStable] = useState({ of, files })
  if (stable.of !== of) setStable({ of, files })
  useEffect(() => {
    let gone = false
    const { alike, others, rivals } = stable.files
    const isIt = async (part: CompanionPart, one: StoryFileRead): Promise<Companion | undefined> => {
      const described = await act('file.describe', { sha256: one.file, name: one.fileName })
      if (!described.ok || described.value.trouble !== undefined) return undefined
      const { kind } = described.value
      const isMedia = kind === 'audio' || kind === 'video'
      if (isMedia !== (part === 'recording')) return undefined
      if (isMedia) return { file: one, facts: described.value }
      const read = await act('file.text', { sha256: one.file, name: one.fileName })
      return read.ok && read.value.text && timed(read.value.text.parts).some(({ time }) => time !== undefined)
        ? { file: one, facts: described.value }
        : undefined
    }
    const look = async (): Promise<Companion | undefined> => {
      for (const one of alike) {
        const companion = await isIt(wanted, one)
        if (companion) return companion
      }
      const companions: Companion[] = []
      for (const one of others) {
        const companion = await isIt(wanted, one)
        if (companion) companions.push(companion)
      }
      const [only] = companions
      if (!only || companions.length > 1) return undefined
      for (const one of rivals) if (await isIt('transcript', one)) return undefined
      return only
    }
    if (alike.length + others.length === 0) return
    void look().then((companion) => {
      if (!gone) setFound({ of: stable.of, companion })
    })
    return () => {
      gone = true
    }
  }, [act, wanted, stable])
  return found?.of === of ? found.companion : undefined
}

const NO_FILES: CompanionFiles<StoryFileRead> = { alike: [], others: [], rivals: [] }

/** “[00:12:31] Kim: …” and “12:31 …”: lines of a plain transcript begin with their time. */
const LEADING = /^\W{0,2}((?:\d{1,2}:)?\d{1,2}:[0-5]\d)(?:[.,]\d{1,3})?(?!\d)/u

/** The lines of a transcript with their times, also those that are written into the lines. */
export function timed(parts: readonly CapturedPart[]): readonly CapturedPart[] {
  return parts.map((part) => {
    const time = part.time ?? LEADING.exec(part.text)?.[1]
    return time === undefined ? part : { ...part, time }
  })
}
