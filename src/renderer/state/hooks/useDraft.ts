import { useRef, useState } from 'react'
import type { Drafts, FormDrafts } from '../stores/drafts'
import { useNewsroom } from './useNewsroom'
import { useWindowServices } from '../windowServices'

interface Draft<T> {
  readonly draft: T
  /** Changes the draft as it stands when it is called, which may be long after the form was drawn: a file was copied meanwhile. */
  readonly change: (part: Partial<T>) => void
  /** Sent or cancelled: the form begins anew. */
  readonly forget: () => void
}

/**
 * What is being filled in, which stands there again when the form comes back after it went with its tab, fact or story.
 * Another person at the same window begins anew. `key` stays the same while the form stands.
 */
export function useDraft<T extends object>(of: (forms: FormDrafts) => Drafts<T>, key: string, start: T): Draft<T> {
  const drafts = of(useWindowServices().panels.drafts)
  const person = useNewsroom(({ person = '' }) => person)
  const own = `${person}\n${key}`
  const [draft, setDraft] = useState(() => drafts.get(own) ?? start)
  const begun = useRef(start)
  return {
    draft,
    change: (part) => {
      const next = { ...(drafts.get(own) ?? begun.current), ...part }
      drafts.keep(own, next)
      setDraft(next)
    },
    forget: () => {
      drafts.forget(own)
      begun.current = start
      setDraft(start)
    },
  }
}

/** Whether such a form was begun and neither sent nor cancelled. */
export function useBegun<T>(of: (forms: FormDrafts) => Drafts<T>, key: string): boolean {
  const drafts = of(useWindowServices().panels.drafts)
  const person = useNewsroom(({ person = '' }) => person)
  return drafts.get(`${person}\n${key}`) !== undefined
}

interface OpenText {
  /** `undefined`: closed. */
  readonly text: string | undefined
  /** With what was written in it before Escape. */
  readonly open: () => void
  readonly write: (text: string) => void
  /** Sent or cancelled: what was written is gone. */
  readonly forget: () => void
  /** Closed for now, by Escape or its button: what was written comes back. */
  readonly rest: () => void
}

/** A form of a single text that opens where it stands: open again when something was written in it. */
export function useOpenText(of: (forms: FormDrafts) => Drafts<string>, key: string): OpenText {
  const drafts = of(useWindowServices().panels.drafts)
  const person = useNewsroom(({ person = '' }) => person)
  const own = `${person}\n${key}`
  const [text, setText] = useState(() => drafts.get(own))
  return {
    text,
    open: () => setText(drafts.get(own) ?? ''),
    write: (next) => {
      if (next === '') drafts.forget(own)
      else drafts.keep(own, next)
      setText(next)
    },
    forget: () => {
      drafts.forget(own)
      setText(undefined)
    },
    rest: () => setText(undefined),
  }
}
