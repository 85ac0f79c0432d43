import { lazy, Suspense, useEffect, useEffectEvent, useState, type ComponentType } from 'react'
import { PartBoundary } from './PartBoundary'

/** A part of the window's script that is loaded after the first frame. */
export interface LaterPart<T> {
  /** The part, or undefined before it is loaded. */
  readonly ready: () => T | undefined
  /**
   * Loads the part if it is not loaded yet. Rejects if its script cannot be read, and always from then on: Chromium
   * reads a script that failed again only in a new page.
   */
  readonly load: () => Promise<T>
}

/** All parts, in the order in which they were declared. */
const parts: LaterPart<unknown>[] = []

let prepare: () => Promise<void> = async () => undefined

/** From now on, `first` is done before a part is loaded: it brings what each part needs, and may be called often. */
export function beforeParts(first: () => Promise<void>): void {
  prepare = first
}

let tellFailed: (error: unknown) => void = () => undefined

/** From now on, `tell` hears of each part that was wanted and whose script cannot be read, or that throws. */
export function whenPartFails(tell: (error: unknown) => void): void {
  tellFailed = tell
}

/** Declares a part. `importIt` calls `import()`, so that the bundler makes a script of its own. */
export function laterPart<T>(importIt: () => Promise<T>): LaterPart<T> {
  let value: T | undefined
  let loading: Promise<T> | undefined
  const read = async (): Promise<T> => {
    await prepare()
    value = await importIt()
    return value
  }
  const made: LaterPart<T> = {
    ready: () => value,
    load: () => (loading ??= read()),
  }
  parts.push(made)
  return made
}

/**
 * Declares a component that is loaded later. Once its part is loaded it renders at once, so that a click shows it in
 * the same frame. Before, it shows nothing.
 * @param Before - Takes its place while it is loading. A part that takes the keyboard needs `HeldKeys` here: otherwise
 *   what is typed meanwhile goes into the words.
 * @param Instead - Takes its place if it fails: its script cannot be read, or it throws. The rest of the window stays.
 */
export function later<Props extends object>(
  importIt: () => Promise<ComponentType<Props>>,
  Before?: ComponentType,
  Instead?: ComponentType,
): ComponentType<Props> {
  const { ready, load } = laterPart(importIt)
  const Lazy = lazy(async () => ({ default: await load() }))
  return function Later(props: Props) {
    // The same component for as long as it is shown: another one would begin again and lose the focus.
    const [Shown] = useState(() => ready() ?? Lazy)
    return (
      <PartBoundary instead={Instead ? <Instead /> : null} onFailed={(error) => tellFailed(error)}>
        <Suspense fallback={Before ? <Before /> : undefined}>
          <Shown {...props} />
        </Suspense>
      </PartBoundary>
    )
  }
}

/**
 * Returns a part of several components that are shown together, and loads it while it is wanted. Undefined before. Once
 * it is loaded, all of them render at once: none is seen before another one listens.
 * @param onFailed - Its script cannot be read.
 */
export function useLaterPart<T>({ ready, load }: LaterPart<T>, isWanted: boolean, onFailed: () => void): T | undefined {
  const [, setLoaded] = useState(ready() !== undefined)
  const fail = useEffectEvent(onFailed)
  useEffect(() => {
    if (!isWanted || ready() !== undefined) return
    let gone = false
    load().then(
      () => setLoaded(true),
      (error: unknown) => {
        if (gone) return
        fail()
        tellFailed(error)
      },
    )
    return () => {
      gone = true
    }
  }, [isWanted, ready, load])
  return isWanted ? ready() : undefined
}

/** Loads all parts, one after the other, while the window is idle. One that fails says so when it is wanted. */
export async function loadParts(idle: () => Promise<void> = untilIdle): Promise<void> {
  for (const { ready, load } of parts) {
    if (ready() !== undefined) continue
    await idle()
    await load().catch(() => undefined)
  }
}

/** Milliseconds. A busy window loads its parts too. */
const LONGEST_WAIT = 100

const untilIdle = (): Promise<void> =>
  new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT })
  })
