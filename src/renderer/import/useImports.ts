import { libraryText } from '../../catalogue/window/library'
import { useEffect, useRef, useState } from 'react'
import type { FromFile, ImportPreview } from '../../story/requests/requests'
import type { MergeReport } from '../../story/requests/exchange/mergeRequests'
import { brings } from '../../story/requests/exchange/mergeSections'
import type { MergedStory } from '../state/stores/stories/mergedStory'
import type { ArrivedFile, IncomingFile } from '../state/stores/incomingFile'
import { useWindowServices } from '../state/windowServices'

export interface Arrival {
  readonly name: string
  readonly file: IncomingFile | undefined
  readonly key: number
  readonly take: boolean
  /** Undefined while the file is being read. */
  readonly preview?: FromFile<ImportPreview>
  /** The same of a bundle: what each of its stories would bring. */
  readonly reports?: readonly MergeReport[]
  /** Why it cannot be imported, or was not. */
  readonly problem?: string
}

/** What is running: reading files for their previews, or importing them. */
export interface Progress {
  readonly what: 'reads' | 'imports'
  readonly done: number
  readonly of: number
}

export interface Imports {
  readonly arrivals: readonly Arrival[]
  readonly progress: Progress | undefined
  add(files: readonly ArrivedFile[]): Promise<void>
  take(key: number, take: boolean): void
  /** Reads a bundle again: its sender is trusted now. */
  again(key: number): Promise<void>
  /**
   * Resolves to the id of the first new story and how many files were imported and failed. `stories`: how many stories
   * came of them. `merged`: see Came.
   */
  importTaken(): Promise<{
    readonly first: string | undefined
    readonly merged: Came['merged']
    readonly stories: number
    readonly done: number
    readonly failed: number
    readonly stopped: boolean
  }>
  /** Stops: unread files stay unread, imported stories stay. */
  stop(): void
}

interface Came {
  readonly first: string
  /** The stories that were here before, and whose merge can be undone. */
  readonly merged: readonly MergedStory[]
}

const mergedOf = (stories: readonly MergeReport[]): readonly MergedStory[] =>
  stories.flatMap(({ undoable, story, headline, sender, bundle }) =>
    undoable ? [{ story, headline, from: sender.person, bundle }] : [],
  )

/** A story that was handed over. */
const isBundle = (name: string): boolean => name.toLowerCase().endsWith('.stet')

/** Whether there is anything to import of it. */
export const isWanted = ({ preview, reports }: Arrival): boolean =>
  preview !== undefined || reports?.some(brings) === true

/** How many stories come of it. */
export const storiesIn = ({ preview, reports }: Arrival): number =>
  reports ? reports.filter(brings).length : 1 + (preview?.others?.length ?? 0)

/** Reads and imports files one after the other. Only the current file is in memory. */
export function useImports(): Imports {
  const { act } = useWindowServices().newsroom
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([])
  const [progress, setProgress] = useState<Progress>()
  const nextKey = useRef(1)
  const [job] = useState(() => crypto.randomUUID())
  const stopped = useRef(false)
  const change = (key: number, part: Partial<Arrival>): void =>
    setArrivals((now) => now.map((arrival) => (arrival.key === key ? { ...arrival, ...part } : arrival)))
  const stop = (): void => {
    stopped.current = true
    void act('story.stopImport', { job })
  }
  // A closed panel stops reading.
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )

  const bytesOf = async (file: IncomingFile): Promise<Uint8Array | string> => {
    try {
      return await file.bytes()
    } catch {
      return libraryText('import.unreadable', { name: file.name })
    }
  }

  const look = async (key: number, name: string, file: IncomingFile): Promise<void> => {
    const bytes = await bytesOf(file)
    if (typeof bytes === 'string') return change(key, { problem: bytes, take: false })
    if (isBundle(name)) {
      const outcome = await act('story.previewMerge', { name, bytes })
      if (!outcome.ok) return change(key, { problem: outcome.message, take: false })
      return change(key, { reports: outcome.value.stories, take: outcome.value.stories.some(brings) })
    }
    const outcome = await act('story.previewImport', { name, bytes, job })
    change(key, outcome.ok ? { preview: outcome.value } : { problem: outcome.message, take: false })
  }

  /** The id of the first story that came, or why none did. */
  const bring = async (name: string, bytes: Uint8Array): Promise<Came | string> => {
    if (!isBundle(name)) {
      const outcome = await act('story.import', { name, bytes })
      return outcome.ok ? { first: outcome.value.id, merged: [] } : outcome.message
    }
    const outcome = await act('story.merge', { name, bytes })
    if (!outcome.ok) return outcome.message
    const came = outcome.value.stories.find(brings)
    return came
      ? { first: came.story, merged: mergedOf(outcome.value.stories) }
      : libraryText('import.nothingCame', { name })
  }

  return {
    arrivals,
    progress,
    stop,
    take: (key, take) => change(key, { take }),
    async again(key) {
      const { name, file } = arrivals.find((arrival) => arrival.key === key) ?? {}
      if (name !== undefined && file) await look(key, name, file)
    },
    async add(files) {
      const added = files.map((file): Arrival =>
        'trouble' in file
          ? { name: file.name, file: undefined, key: nextKey.current++, take: false, problem: file.trouble }
          : { name: file.name, file, key: nextKey.current++, take: true },
      )
      setArrivals((now) => [...now, ...added])
      stopped.current = false
      for (const [index, { key, name, file }] of added.entries()) {
        if (!file) continue
        if (stopped.current) {
          change(key, { take: false, problem: libraryText('import.stopped', { name }) })
          continue
        }
        if (added.length > 1) setProgress({ what: 'reads', done: index, of: added.length })
        await look(key, name, file)
      }
      setProgress(undefined)
    },
    async importTaken() {
      const taken = arrivals.filter((arrival) => arrival.take && isWanted(arrival))
      let first: string | undefined
      // Of a story that comes in several bundles, only the last merge can be undone.
      const merged = new Map<string, MergedStory>()
      let failed = 0
      let done = 0
      let stories = 0
      stopped.current = false
      for (const [index, arrival] of taken.entries()) {
        const { key, name, file } = arrival
        if (stopped.current) break
        setProgress({ what: 'imports', done: index, of: taken.length })
        const bytes = file ? await bytesOf(file) : ''
        const came = typeof bytes === 'string' ? bytes : await bring(name, bytes)
        if (typeof came === 'string') {
          failed++
          change(key, { problem: came, take: false })
        } else {
          first ??= came.first
          for (const one of came.merged) merged.set(one.story, one)
          done++
          stories += storiesIn(arrival)
          setArrivals((now) => now.filter((arrival) => arrival.key !== key))
        }
      }
      setProgress(undefined)
      return { first, merged: [...merged.values()], stories, done, failed, stopped: stopped.current }
    },
  }
}
