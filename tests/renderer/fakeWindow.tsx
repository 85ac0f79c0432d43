import type { Editor } from '@tiptap/core'
import axe from 'axe-core'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import { createStore } from 'zustand'
import { openGate } from '../../src/gate/openGate'
import type { Bridge, CallName, Calls, EventName, Events, Outcome } from '../../src/ipc/contract'
import type { DeskFacts } from '../../src/ipc/deskFacts'
import type { Startup } from '../../src/ipc/startup'
import { TooltipProvider } from '../../src/renderer/ui'
import { WindowNewsroom } from '../../src/renderer/state/stores/newsroom/windowNewsroom'
import { lookKey, partKey, WORDS_PART } from '../../src/renderer/verdicts/lookKey'
import { Notices } from '../../src/renderer/state/stores/notices'
import { Panels } from '../../src/renderer/state/stores/panels'
import { WindowServicesProvider, type WindowServices } from '../../src/renderer/state/windowServices'
import { UnsentFields } from '../../src/renderer/state/session/unsentFields'
import type { StorySession } from '../../src/renderer/state/session/storySession'
import { assessStory } from '../../src/story/assessment/assessStory'
import { countWords, readingMinutes } from '../../src/story/copy/copy'
import type { LedgerEntry } from '../../src/story/ledger/ledgerEntry'
import type { ActionName, AnswerOf, RequestOf } from '../../src/story/requests/requests'
import type { Story } from '../../src/story/assessment/story'
import { deskFrom, POOL } from '../builders/stories/storyFrom'
import { defined } from '../../src/story/text/defined'
import { NO_WRITER } from '../builders/noWriter'
import { focusOn } from '../../src/renderer/ui/focus/focusService'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

export const DESK: DeskFacts = {
  roster: [{ name: 'Reporter' }, { name: 'Editor', role: 'editor' }],
  settings: { deskOfOne: false },
  sources: [POOL],
}
/** What a window starts with when nobody acts in it yet. */
export const STARTUP: Startup = {
  library: '/library',
  desk: DESK,
  deskAt: 0,
  hasStories: false,
  platform: 'linux',
  zoom: 1,
  theme: 'system',
  keys: {},
  now: '2026-10-30T09:00:00.000Z',
  ids: 'random',
}
export const refused = (message: string): Outcome<never> => ({ ok: false, reason: 'refused', message })
export const did = <T,>(value: T): Outcome<T> => ({ ok: true, value })

type Answers = {
  [A in ActionName]?: (request: RequestOf<A>) => Outcome<AnswerOf<A>> | Promise<Outcome<AnswerOf<A>>>
}
type CallAnswers = {
  [C in Exclude<CallName, 'act'>]?: (
    request: Calls[C]['request'],
  ) => Outcome<Calls[C]['answer']> | Promise<Outcome<Calls[C]['answer']>>
}

export interface Asked {
  readonly action: string
  readonly request: unknown
}

export interface FakeWindow {
  readonly services: WindowServices
  /** Every action and call, in order. */
  readonly asked: Asked[]
  readonly jumps: unknown[]
  /** Sends an event of main to the window. */
  readonly tell: <E extends EventName>(name: E, event: Events[E]) => void
  /** Places that came into sight without the keyboard. */
  readonly revealed: unknown[]
  /** Shows another state of the story in the window. */
  readonly show: (story: Story, entries?: readonly LedgerEntry[]) => void
  /** Sets whether the lists are older than the words. */
  readonly stale: (stale: boolean) => void
  /** Returns how often the lists were refreshed. */
  readonly refreshed: () => number
}

/** The services of a window with a bridge that gives only the answers of the test. */
export function fakeWindow({
  story,
  entries = [],
  apart,
  desk = DESK,
  person = 'Editor',
  answers = {},
  calls = {},
  startup = {},
  guarded,
  editor = null,
}: {
  readonly story?: Story
  readonly entries?: readonly LedgerEntry[]
  readonly apart?: readonly LedgerEntry[]
  readonly desk?: DeskFacts
  readonly person?: string | undefined
  readonly answers?: Answers
  readonly calls?: CallAnswers
  readonly startup?: Partial<Startup>
  readonly guarded?: { readonly why: string; readonly text: string }
  /** The sheet of the story. */
  readonly editor?: Editor | null
} = {}): FakeWindow {
  const asked: Asked[] = []
  const jumps: unknown[] = []
  const revealed: unknown[] = []
  const listening = new Map<EventName, ((event: never) => void)[]>()
  const bridge: Bridge = {
    call: (name, request) => {
      const sent = name === 'act' ? (request as Calls['act']['request']) : { action: name, request }
      asked.push(sent)
      const table: Readonly<
        Record<string, ((request: never) => Outcome<unknown> | Promise<Outcome<unknown>>) | undefined>
      > = name === 'act' ? answers : calls
      const answer = table[sent.action]
      const outcome: Outcome<unknown> | Promise<Outcome<unknown>> = answer
        ? answer(sent.request as never)
        : { ok: false, reason: 'failed', message: `The test has no answer for ${sent.action}` }
      return Promise.resolve(outcome) as Promise<Outcome<never>>
    },
    on: (name, listener) => {
      listening.set(name, [...(listening.get(name) ?? []), listener])
      return () => undefined
    },
  }
  const notices = new Notices()
  const newsroom = new WindowNewsroom(bridge, notices, {
    ...STARTUP,
    ...defined({ person }),
    desk,
    ...startup,
  })
  const sources = new Map(desk.sources.map((source) => [source.id, source]))
  const momentOf = (now: Story, ledger: readonly LedgerEntry[]) => {
    const assessments = assessStory(now, deskFrom({ sources }))
    const words = countWords(now.copy)
    return {
      story: now,
      copy: now.copy,
      fields: now.fields,
      entries: ledger,
      ...defined({ apart }),
      assessments,
      words,
      minutes: readingMinutes(words),
      judged: true,
      assessed: true,
      clear: openGate({ story: now, assessments, desk: deskFrom({ sources }), door: 'clear', wroteAt: NO_WRITER }),
    }
  }
  const store = createStore(() => ({
    view: story && momentOf(story, entries),
    current: null as string | null,
    choosing: null,
    pictures: [],
    unproposable: 0,
    stale: false,
  }))
  const setCurrent = (current: string | null): void => store.setState({ current })
  let refreshed = 0
  if (story) {
    const session = {
      ...defined({ guarded }),
      store,
      refresh: () => {
        refreshed++
      },
      id: story.id,
      guid: story.guid,
      editor,
      setDesk: () => undefined,
      requested: { mark: () => 'mark-1' },
      autosave: { store: createStore(() => ({ state: 'saved' as const })), flush: () => Promise.resolve(true) },
      unsentFields: new UnsentFields(),
      navigation: {
        setCurrent,
        showFact: setCurrent,
        jump: (place: unknown) => void jumps.push(place),
        reveal: (place: unknown) => void revealed.push(place),
        takePlace: () => undefined,
        shown: () => undefined,
      },
    }
    // The part of a session that the panels use.
    newsroom.store.setState({ session: session as unknown as StorySession })
  }
  return {
    services: { newsroom, notices, panels: new Panels() },
    asked,
    jumps,
    tell: (name, event) => listening.get(name)?.forEach((listener) => listener(event as never)),
    revealed,
    show: (next, ledger = entries) => store.setState({ view: momentOf(next, ledger) }),
    stale: (stale) => store.setState({ stale }),
    refreshed: () => refreshed,
  }
}

/** The person has looked at the first fact of the story for long enough. */
export function lookAt(fake: FakeWindow): FakeWindow {
  const { newsroom, panels } = fake.services
  const [fact] = newsroom.store.getState().session?.store.getState().view.assessments ?? []
  if (!fact) return fake
  const { attention } = panels
  attention.fact.store.setState({ shown: lookKey(fact), ready: true })
  attention.words.store.setState({ shown: partKey(fact, WORDS_PART), ready: true })
  const [item] = fact.evidence
  if (item) attention.piece.store.setState({ shown: partKey(fact, item.id), ready: true })
  return fake
}

export interface Page {
  readonly body: HTMLElement
  readonly unmount: () => void
}

/** Renders a component and waits for its first requests. */
export async function put(services: WindowServices, content: ReactNode): Promise<Page> {
  const body = document.createElement('main')
  document.body.append(body)
  const root = createRoot(body)
  await act(async () => {
    root.render(
      <WindowServicesProvider services={services}>
        <TooltipProvider>
          <h1>Stet</h1>
          {content}
        </TooltipProvider>
      </WindowServicesProvider>,
    )
    await vi.waitFor(() => undefined)
  })
  return {
    body,
    unmount: () => {
      act(() => root.unmount())
      body.remove()
      // Replaces what it still wanted to focus: that would take the keyboard from the page of the next test.
      focusOn('nothing', { unless: () => true })
    },
  }
}

/** The violations that axe finds without layout. Colours and glyphs are checked in the real window. */
export async function axeFaults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    iframes: false,
    rules: {
      'color-contrast': { enabled: false },
      region: { enabled: false },
      'label-content-name-mismatch': { enabled: false },
    },
  })
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

/** Returns the only element that matches the selector and has this accessible name. Throws otherwise. */
export function find<E extends HTMLElement = HTMLElement>(selector: string, name: string | RegExp): E {
  const found = all<E>(selector, name)
  const [first] = found
  if (!first || found.length > 1)
    throw new Error(
      `${found.length} of ${selector} are called ${String(name)}: ` +
        [...document.querySelectorAll(selector)].map((one) => nameOf(one)).join(' | '),
    )
  return first
}

export const all = <E extends HTMLElement = HTMLElement>(selector: string, name: string | RegExp): E[] =>
  [...document.querySelectorAll<E>(selector)].filter((element) =>
    typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)),
  )

function nameOf(element: Element): string {
  const labelled = element.getAttribute('aria-labelledby')
  const label =
    element.getAttribute('aria-label') ??
    (labelled ? document.getElementById(labelled)?.textContent : undefined) ??
    (element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
      ? element.labels?.[0]?.textContent
      : undefined) ??
    element.textContent
  return label.replace(/\s+/g, ' ').trim()
}

export const click = async (element: HTMLElement): Promise<void> =>
  act(async () => {
    element.focus()
    element.click()
    await Promise.resolve()
  })

/** Sets the whole value of a field and dispatches the events that follow. */
export const type = async (field: HTMLElement, text: string): Promise<void> =>
  act(async () => {
    field.focus()
    const prototype =
      field instanceof HTMLTextAreaElement
        ? HTMLTextAreaElement.prototype
        : field instanceof HTMLSelectElement
          ? HTMLSelectElement.prototype
          : HTMLInputElement.prototype
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
    await Promise.resolve()
  })

export const press = async (element: HTMLElement, key: string, more: KeyboardEventInit = {}): Promise<void> =>
  act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
    await Promise.resolve()
  })

/** Presses a key at this time: milliseconds, as `performance.now()`. */
export const pressAt = async (element: HTMLElement, at: number, key: KeyboardEventInit): Promise<void> =>
  act(async () => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...key })
    Object.defineProperty(event, 'timeStamp', { value: at })
    element.dispatchEvent(event)
    await Promise.resolve()
  })

export const leave = async (element: HTMLElement): Promise<void> =>
  act(async () => {
    element.blur()
    await Promise.resolve()
  })

/** Opens the details of a summary. The browser tells of it in a task of its own. */
export const unfold = async (summary: HTMLElement): Promise<void> =>
  act(async () => {
    const told = new Promise((resolve) => summary.parentElement?.addEventListener('toggle', resolve, { once: true }))
    summary.click()
    await told
  })
