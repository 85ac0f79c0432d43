import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand'
import { StorySpelling } from '../../../src/renderer/spelling/storySpelling'
import type { SpellAnswer, SpellRequest } from '../../../src/renderer/spelling/spellMessages'
import type { StorySession } from '../../../src/renderer/state/session/storySession'
import { caretAfter, oneDesk, resetIds } from '../../editor/desk'
import { did, fakeWindow } from '../fakeWindow'

type OnAnswer = (event: { readonly data: SpellAnswer }) => void

/** Knows every word but two. */
class Dictionary {
  #answer: OnAnswer = () => undefined
  postMessage(request: SpellRequest): void {
    const words = request.ask === 'wrong' ? request.words.filter((word) => /^(?:tlak|rnu)$/.test(word)) : []
    queueMicrotask(() => this.#answer({ data: { id: request.id, words } }))
  }
  addEventListener(name: string, listener: (event: never) => void): void {
    if (name === 'message') this.#answer = listener as OnAnswer
  }
}

let spelling: StorySpelling | undefined
beforeEach(() => {
  resetIds()
  vi.stubGlobal('Worker', Dictionary)
})
afterEach(() => {
  spelling?.destroy()
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})
// jsdom has no layout and cannot scroll.
Element.prototype.scrollIntoView = () => undefined

test('the next misspelt word is told to screen readers with its place', async () => {
  const sheet = oneDesk('headline: Leaders tlak', 'deck: D', 'They met.', 'Crews rnu away.')
  document.body.append(sheet.editor.view.dom)
  caretAfter(sheet, 'Leaders')
  const { services } = fakeWindow({ calls: { ignoredWords: () => did({ keys: [] }) } })
  const view = {
    fields: { language: 'en-US', slug: '', author: '', byline: [], dateline: { place: '' } },
    assessments: [],
    entries: [],
  }
  const session = { id: 's1', store: createStore(() => ({ view })) } as unknown as StorySession
  spelling = new StorySpelling(services, session, sheet.editor)
  const said: string[] = []
  const selected: string[] = []
  for (let nth = 0; nth < 3; nth++) {
    await spelling.next()
    const { doc, selection } = sheet.editor.state
    selected.push(doc.textBetween(selection.from, selection.to))
    said.push(services.notices.store.getState().announced)
  }
  expect([selected, said]).toEqual([
    ['tlak', 'rnu', 'tlak'],
    ['Misspelt: “tlak”, headline.', 'Misspelt: “rnu”, graf 2.', 'Misspelt: “tlak”, headline.'],
  ])
})
