import { libraryText } from '../../catalogue/window/library'
import { useEffect, useRef, useState } from 'react'
import type { FromFile, ImportPreview } from '../../story/requests/requests'
import type { MergeReport } from '../../story/requests/exchange/mergeRequests'
import { defined } from '../../story/text/defined'
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
  /** The name of a file above it in the list that holds stories with the same headlines. */
  readonly twin?: string
  /** Why it cannot be imported, or was not. */
  readonly problem?: string
}

/** What is running: reading files for their previews, importing them, or reading what came back with them. */
export interface Progress {
  readonly what: 'reads' | 'imports' | 'compares'
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
   * Imports the files that are ticked now, but for those that are unticked before their turn. Resolves to the id of
   * the first new story and how many files were imported and failed. `stories`: how many stories came of them.
   * `merged`: what all imports of this panel merged, see Came.
   */
  importTaken(): Promise<{
    readonly first: string | undefined
    readonly merged: Came['merged']
    readonly stories: number
    readonly done: number
    readonly failed: number
    readonly stopped: boolean
  }>
  /** The merged stories that this library had handed over, and of which something is new. */
  cameBack(merged: readonly MergedStory[]): Promise<readonly MergedStory[]>
  /** Whether a ticked file waits to be read or imported. */
  isWaiting(): boolean
  /** Stops what runs and what waits for its turn: unread files stay unread, imported stories stay. */
  stop(): void
}

interface Came {
  readonly first: string
  /** The stories that were here before, and whose merge can be undone, if only by who has the pen. */
  readonly merged: readonly MergedStory[]
  /** How many stories came. */
  readonly stories: number
}

const mergedOf = (stories: readonly MergeReport[]): readonly MergedStory[] =>
  stories.flatMap(({ undoable, story, headline, sender, bundle, undoneBy }) =>
    undoable ? [{ story, headline, from: sender.person, bundle, ...defined({ undoneBy }) }] : [],
  )

/** A story that was handed over. */
const isBundle = (name: string): boolean => name.toLowerCase().endsWith('.stet')

/** Whether there is anything to import of it. */
export const isWanted = ({ preview, reports }: Arrival): boolean =>
  preview !== undefined || reports?.some(brings) === true

const storiesOf = ({ others = [], ...first }: FromFile<ImportPreview>): readonly ImportPreview[] => [first, ...others]

/** Whether every story of the file is in the library under its headline already. */
const isKnown = (preview: FromFile<ImportPreview>): boolean => storiesOf(preview).every(({ known }) => known)

const headlinesOf = (preview: FromFile<ImportPreview>): string =>
  JSON.stringify(storiesOf(preview).map(({ headline }) => headline))

/** How many stories come of it. `merged`: those of them that are here already. */
export const storiesIn = ({ preview, reports }: Arrival): { readonly count: number; readonly merged: number } => ({
  count: reports ? reports.filter(brings).length : 1 + (preview?.others?.length ?? 0),
  merged: reports?.filter(({ outcome }) => outcome === 'merged').length ?? 0,
})

/**
 * Reads and imports files one after the other. Only the current file is in memory. Files that are added during an
 * import are read after it.
 */
export function useImports(): Imports {
  const { act } = useWindowServices().newsroom
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([])
  const [progress, setProgress] = useState<Progress>()
  const nextKey = useRef(1)
  const [job] = useState(() => crypto.randomUUID())
  /** How often the person pressed Stop. */
  const stops = useRef(0)
  const closed = useRef(false)
  /** What was merged since the panel opened. Of a story that comes in several bundles, the last merge can be undone. */
  const merged = useRef(new Map<string, MergedStory>())
  /** The arrivals as they are now, also for a job that began before they came. */
  const latest = useRef<readonly Arrival[]>([])
  const setAll = (next: (now: readonly Arrival[]) => readonly Arrival[]): void => {
    latest.current = next(latest.current)
    setArrivals(latest.current)
  }
  const change = (key: number, part: Partial<Arrival>): void =>
    setAll((now) => now.map((arrival) => (arrival.key === key ? { ...arrival, ...part } : arrival)))
  const lastJob = useRef<Promise<unknown>>(Promise.resolve())
  /** Runs a job after those before it. Stop ends every job that was added before it was pressed. */
  const inTurn = <T>(job: (isStopped: () => boolean) => Promise<T>): Promise<T> => {
    const before = stops.current
    const run = lastJob.current.then(() => job(() => closed.current || stops.current !== before))
    lastJob.current = run.catch(() => undefined)
    return run
  }
  const stop = (): void => {
    stops.current++
    void act('story.stopImport', { job })
  }
  // A closed panel stops reading.
  useEffect(() => {
    closed.current = false
    return () => {
      closed.current = true
    }
  }, [])

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
    if (!outcome.ok)
      return change(key, { problem: `${outcome.message} ${libraryText('import.asEvidence')}`, take: false })
    const preview = outcome.value
    const twin = twinOf(key, preview)
    // Nobody gets the same story twice without a word: the person ticks it to import it all the same.
    change(key, { preview, ...defined({ twin }), ...(isKnown(preview) || twin !== undefined ? { take: false } : {}) })
  }

  const twinOf = (key: number, preview: FromFile<ImportPreview>): string | undefined =>
    storiesOf(preview).every(({ headline }) => headline !== '')
      ? latest.current.find(
          (other) => other.key < key && other.preview && headlinesOf(other.preview) === headlinesOf(preview),
        )?.name
      : undefined

  /** The id of the first story that came, or why none did. */
  const bring = async (name: string, bytes: Uint8Array): Promise<Came | string> => {
    if (!isBundle(name)) {
      const outcome = await act('story.import', { name, bytes })
      if (!outcome.ok) return outcome.message
      return { first: outcome.value.id, merged: [], stories: 1 + (outcome.value.others?.length ?? 0) }
    }
    const outcome = await act('story.merge', { name, bytes })
    if (!outcome.ok) return outcome.message
    const { stories } = outcome.value
    const [first, ...others] = stories.filter(brings)
    return first
      ? { first: first.story, merged: mergedOf(stories), stories: 1 + others.length }
      : libraryText('import.nothingCame', { name })
  }

  const readAll = async (added: readonly Arrival[], isStopped: () => boolean): Promise<void> => {
    for (const [index, { key, name, file }] of added.entries()) {
      if (!file) continue
      if (isStopped()) {
        change(key, { take: false, problem: libraryText('import.stopped', { name }) })
        continue
      }
      setProgress({ what: 'reads', done: index, of: added.length })
      await look(key, name, file)
    }
    setProgress(undefined)
  }

  const importAll = async (taken: readonly Arrival[], isStopped: () => boolean): ReturnType<Imports['importTaken']> => {
    let first: string | undefined
    let failed = 0
    let done = 0
    let stories = 0
    for (const [index, { key, name, file }] of taken.entries()) {
      if (isStopped()) break
      if (!latest.current.some((arrival) => arrival.key === key && arrival.take)) continue
      setProgress({ what: 'imports', done: index, of: taken.length })
      const bytes = file ? await bytesOf(file) : ''
      const came = typeof bytes === 'string' ? bytes : await bring(name, bytes)
      if (typeof came === 'string') {
        failed++
        change(key, { problem: came, take: false })
      } else {
        first ??= came.first
        for (const one of came.merged) merged.current.set(one.story, one)
        done++
        stories += came.stories
        setAll((now) => now.filter((arrival) => arrival.key !== key))
      }
    }
    setProgress(undefined)
    return { first, merged: [...merged.current.values()], stories, done, failed, stopped: isStopped() }
  }

  const compareAll = async (
    stories: readonly MergedStory[],
    isStopped: () => boolean,
  ): Promise<readonly MergedStory[]> => {
    const back: MergedStory[] = []
    for (const [index, one] of stories.entries()) {
      if (isStopped()) break
      setProgress({ what: 'compares', done: index, of: stories.length })
      const outcome = await act('story.sinceHandedOver', { story: one.story })
      if (outcome.ok && outcome.value.items.length > 0) back.push(one)
    }
    setProgress(undefined)
    return back
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
    add(files) {
      const added = files.map((file): Arrival =>
        'problem' in file
          ? { name: file.name, file: undefined, key: nextKey.current++, take: false, problem: file.problem }
          : { name: file.name, file, key: nextKey.current++, take: true },
      )
      setAll((now) => [...now, ...added])
      return inTurn((isStopped) => readAll(added, isStopped))
    },
    importTaken() {
      const taken = arrivals.filter((arrival) => arrival.take && isWanted(arrival))
      return inTurn((isStopped) => importAll(taken, isStopped))
    },
    cameBack: (stories) => inTurn((isStopped) => compareAll(stories, isStopped)),
    isWaiting: () => latest.current.some(({ take }) => take),
  }
}
