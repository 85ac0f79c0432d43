import { useRef, useState } from 'react'
import type { Drafts, FormDrafts } from '../stores/drafts'
import { useNewsroom } from './useNewsroom'
import { useWindowServices } from '../windowServices'

interface Draft<T> {
  readonly draft: T
  /** Changes the latest draft, not the one of this render: copying a file takes a while. */
  readonly change: (part: Partial<T>) => void
  /**
   * Deletes the draft after it was sent or cancelled. The form goes on as it began, or with what `next` makes of the
   * latest draft: a person may have typed since it was sent.
   */
  readonly forget: (next?: (latest: T) => T) => void
}

/**
 * Keeps what is typed into a form while its tab, fact or story is not shown. Each person has their own drafts. `key`
 * must not change while the form is mounted.
 */
export function useDraft<T extends object>(of: (forms: FormDrafts) => Drafts<T>, key: string, start: T): Draft<T> {
  const drafts = of(useWindowServices().panels.drafts)
  const person = useNewsroom(({ person = '' }) => person)
  const own = `${person}\n${key}`
  const [held, setHeld] = useState(() => ({ own, draft: drafts.get(own) ?? start }))
  /** What the form begins with. Words that one person sent do not begin another person's form. */
  const begun = useRef({ own, draft: start })
  const latest = (): T => drafts.get(own) ?? (begun.current.own === own ? begun.current.draft : start)
  return {
    // Another person has the window now.
    draft: held.own === own ? held.draft : (drafts.get(own) ?? start),
    change: (part) => {
      const draft = { ...latest(), ...part }
      drafts.keep(own, draft)
      setHeld({ own, draft })
    },
    forget: (next) => {
      const draft = next ? next(latest()) : start
      drafts.forget(own)
      begun.current = { own, draft }
      setHeld({ own, draft })
    },
  }
}

/** Whether a draft exists that was neither sent nor cancelled. */
export function useHasDraft<T>(of: (forms: FormDrafts) => Drafts<T>, key: string): boolean {
  const drafts = of(useWindowServices().panels.drafts)
  const person = useNewsroom(({ person = '' }) => person)
  return drafts.get(`${person}\n${key}`) !== undefined
}

/** The keys of this person's drafts that were neither sent nor cancelled. */
export function useDraftKeys<T>(of: (forms: FormDrafts) => Drafts<T>): ReadonlySet<string> {
  const drafts = of(useWindowServices().panels.drafts)
  const person = useNewsroom(({ person = '' }) => person)
  const own = `${person}\n`
  return new Set(drafts.keys().flatMap((key) => (key.startsWith(own) ? [key.slice(own.length)] : [])))
}

interface OpenText {
  /** Undefined while closed. */
  readonly text: string | undefined
  /** Opens with what was typed before Escape. */
  readonly open: () => void
  readonly write: (text: string) => void
  /** Deletes the text after it was sent or cancelled. */
  readonly forget: () => void
  /** Closes the field and keeps the text. */
  readonly close: () => void
}

/** A one-field form that opens in place, with `start` in it. It starts open if it has a draft. */
export function useOpenText(of: (forms: FormDrafts) => Drafts<string>, key: string, start = ''): OpenText {
  const drafts = of(useWindowServices().panels.drafts)
  const person = useNewsroom(({ person = '' }) => person)
  const own = `${person}\n${key}`
  const [held, setHeld] = useState(() => ({ own, text: drafts.get(own) }))
  const setText = (text: string | undefined): void => setHeld({ own, text })
  return {
    text: held.own === own ? held.text : drafts.get(own),
    open: () => setText(drafts.get(own) ?? start),
    write: (next) => {
      if (next === '') drafts.forget(own)
      else drafts.keep(own, next)
      setText(next)
    },
    forget: () => {
      drafts.forget(own)
      setText(undefined)
    },
    close: () => setText(undefined),
  }
}
