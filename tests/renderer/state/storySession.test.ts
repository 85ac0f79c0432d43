import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { TextSelection, type Command } from '@tiptap/pm/state'
import { createStoryDoc, newDoc } from '../../../src/document/createStoryDoc'
import { readCopy, readTags } from '../../../src/document/reading/readStory'
import { tagSelection } from '../../../src/editor/facts/factCommands'
import { asOwnUndoStep } from '../../../src/editor/copy/factRecords'
import { redoStory, undoStory } from '../../../src/editor/sync/storyUndo'
import type { Bridge } from '../../../src/ipc/contract'
import { outsidePart } from '../../../src/renderer/state/session/sheet/openSheet'
import { caretBehind, retagAs } from '../../../src/renderer/facts/retag'
import type { SaveTimers } from '../../../src/renderer/state/session/autosave'
import { laterChecks } from '../../../src/renderer/state/session/laterChecks'
import { NOT_JUDGED } from '../../../src/renderer/state/session/storyState'
import { Notices } from '../../../src/renderer/state/stores/notices'
import { StorySession } from '../../../src/renderer/state/session/storySession'
import { copyFrom } from '../../builders/copy/copyFrom'
import { ledgerFrom, POOL, signedOn } from '../../builders/stories/storyFrom'
import { NO_GUARD } from '../../builders/noGuard'

const PAGE = `Talks after {six:six years}
Leaders meet
The session ran for {min:about 100 minutes}. It ended well.`

const DESK = { roster: [{ name: 'Reporter' }, { name: 'Editor' }], settings: { deskOfOne: false }, sources: [POOL] }

// jsdom has no layout and cannot scroll.
Element.prototype.scrollIntoView = () => undefined

const opened: StorySession[] = []
// Files of tests share one page: a sheet that is left would have the keyboard in the next one, and hear its caret.
afterEach(() => {
  for (const session of opened.splice(0)) session.close()
  document.body.replaceChildren()
})

/** A story open in a window. Its main process keeps its own replica, and the test controls the clock. */
function open({
  page = PAGE,
  facts = ['six', 'min'],
  ...tell
}: {
  readonly page?: string
  readonly facts?: readonly string[]
  readonly say?: Notices['sayWhile']
  readonly announce?: Notices['announce']
} = {}) {
  const owner = createStoryDoc(
    {
      copy: copyFrom(page),
      fields: { slug: 'talks', author: 'Reporter' },
      tags: facts.map((id) => ({ id, type: 'figure', by: 'Reporter', at: '' })),
    },
    1,
    'Reporter',
  )
  const pushed: string[] = []
  // Only one call is used here.
  const call = ((name: string, request: { update?: Uint8Array }) => {
    pushed.push(name)
    if (request.update) Y.applyUpdate(owner, request.update)
    return Promise.resolve({ ok: true, value: {} })
  }) as unknown as Bridge['call']
  let due: (() => void)[] = []
  const idle: (() => void)[] = []
  const clock: SaveTimers = {
    after: (_ms, step) => {
      due.push(step)
      return () => void (due = due.filter((other) => other !== step))
    },
    afterFrame: (step) => {
      step()
      return () => undefined
    },
    whenIdle: (step) => {
      const once = (): void => step(() => false)
      idle.push(once)
      return () => void idle.splice(0, idle.length, ...idle.filter((other) => other !== once))
    },
    nextTask: (step) => {
      step(() => true)
      return () => undefined
    },
  }
  const session = new StorySession({
    opened: {
      id: 's1',
      guid: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      created: '',
      updates: [Y.encodeStateAsUpdate(owner)],
      clientId: 2,
      repairs: [],
      losses: [],
      ledger: JSON.stringify(ledgerFrom([...signedOn(PAGE, 'six'), ...signedOn(PAGE, 'min')])),
      apart: [],
    },
    person: 'Reporter',
    desk: DESK,
    readOnly: false,
    bridge: { call },
    clock,
    clipboard: NO_GUARD,
    ...tell,
  })
  opened.push(session)
  const { editor } = session
  if (!editor) throw new Error('The story is guarded')
  document.body.append(editor.view.dom)
  const select = (words: string): void => {
    let at = -1
    editor.state.doc.descendants((node, position) => {
      const index = node.text?.indexOf(words) ?? -1
      if (at < 0 && index >= 0) at = position + index
    })
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at, at + words.length)))
  }
  const pause = (): void => {
    for (const step of due.splice(0)) step()
  }
  const looks = (): Record<string, string> =>
    Object.fromEntries(
      [...editor.view.dom.querySelectorAll<HTMLElement>('[data-fact-id]')].map((element) => [
        element.dataset['factId'] ?? '',
        element.dataset['factStatus'] ?? '',
      ]),
    )
  const listed = (): Record<string, string> =>
    Object.fromEntries(session.store.getState().view.assessments.map((fact) => [fact.id, fact.status]))
  const rest = (): boolean => {
    const step = idle.shift()
    step?.()
    return step !== undefined
  }
  return { session, editor, owner, pushed, select, pause, rest, looks, listed }
}

describe('a story in its window', () => {
  test('shows every status at the start', () => {
    const { looks, listed } = open()
    expect({ looks: looks(), listed: listed() }).toEqual({
      looks: { six: 'verified', min: 'verified' },
      listed: { six: 'verified', min: 'verified' },
    })
  })

  test('assesses its copy in steps while the window is idle, and then has a verdict', () => {
    const { session, rest } = open()
    const grafs = session.store.getState().view.copy.length
    const seen = [session.store.getState().view.judged]
    while (rest()) seen.push(session.store.getState().view.judged)
    const { clear } = session.store.getState().view
    expect({ before: seen.slice(0, -1).filter(Boolean), last: seen.at(-1), none: clear === NOT_JUDGED }).toEqual({
      before: [],
      last: true,
      none: false,
    })
    expect(seen.length).toBeGreaterThan(grafs)
    session.refresh()
    expect(session.store.getState().view.clear).toEqual(clear)
  })

  test('opens at the place that a search found, and goes there once', () => {
    const { session, editor } = open()
    const seen: (readonly string[])[] = []
    session.navigation.showSearched((copy) => {
      seen.push(copy.map(({ text }) => text))
      return { block: 2, from: 4, to: 11 }
    })
    const { from, to } = editor.state.selection
    expect([editor.state.doc.textBetween(from, to), seen]).toEqual([
      'session',
      [['Talks after six years', 'Leaders meet', 'The session ran for about 100 minutes. It ended well.']],
    ])
    editor.commands.setTextSelection(1)
    session.navigation.shown()
    session.navigation.showSearched(undefined)
    session.navigation.showSearched(() => undefined)
    expect([editor.state.selection.from, seen.length]).toEqual([1, 1])
  })

  test('reads its ledger anew after a merge, and passes over what does not count', () => {
    const { session, listed } = open()
    const entries = ledgerFrom([...signedOn(PAGE, 'six'), ...signedOn(PAGE, 'min')])
    const ofMin = entries.filter((entry) => entry.kind === 'signed' && entry.fact === 'min')
    session.grow(
      entries.filter((entry) => !ofMin.includes(entry)),
      ofMin,
    )
    expect(listed()).toEqual({ six: 'verified', min: 'toCheck' })
    session.grow(entries, [])
    expect(listed()).toEqual({ six: 'verified', min: 'verified' })
  })

  test('is judged as soon as the checks are loaded, also when typing comes first', async () => {
    const loading = vi.spyOn(laterChecks, 'ready').mockReturnValue(undefined)
    const { session, editor, pause, rest } = open()
    const judged = (): boolean => session.store.getState().view.judged
    editor.commands.insertContentAt(1, 'New ')
    pause()
    const before = { judged: judged(), none: session.store.getState().view.clear === NOT_JUDGED }
    while (rest());
    loading.mockRestore()
    await laterChecks.load()
    while (rest());
    expect({ before, judged: judged() }).toEqual({ before: { judged: false, none: true }, judged: true })
  })

  test('is judged at once when typing comes first', () => {
    const { session, editor, pause, rest } = open()
    editor.commands.insertContentAt(1, 'New ')
    pause()
    expect({ judged: session.store.getState().view.judged, rests: rest() }).toEqual({ judged: true, rests: false })
  })

  test('of more than 500 facts is shown first: nothing is known of them until they are read', () => {
    const more = Array.from({ length: 499 }, (_, index) => `more${index}`)
    const page = `${PAGE} ${more.map((id) => `{${id}:${id} votes}.`).join(' ')}`
    const facts = ['six', 'min', ...more]
    const { session, rest, looks, listed } = open({ page, facts })
    const view = () => session.store.getState().view
    const read = (): { readonly listed: number; readonly assessed: boolean; readonly judged: boolean } => ({
      listed: Object.keys(listed()).length,
      assessed: view().assessed,
      judged: view().judged,
    })
    const first = { ...read(), looks: looks()['six'] }
    const seen: ReturnType<typeof read>[] = []
    for (let fact = 0; fact <= facts.length && rest(); fact++) seen.push(read())
    expect({ first, half: seen[250], last: seen.at(-1), looks: looks()['six'] }).toEqual({
      first: { listed: 0, assessed: false, judged: false, looks: 'toCheck' },
      half: { listed: 0, assessed: false, judged: false },
      last: { listed: 501, assessed: true, judged: false },
      looks: 'verified',
    })
    while (rest());
    expect(read()).toEqual({ listed: 501, assessed: true, judged: true })

    // Somebody who cannot wait gets the same at once.
    const other = open({ page, facts })
    other.session.refresh()
    expect({ listed: other.listed(), rests: other.rest() }).toEqual({ listed: listed(), rests: false })
  })

  test('of many facts begins to read again when the desk changes meanwhile', () => {
    const more = Array.from({ length: 499 }, (_, index) => `more${index}`)
    const page = `${PAGE} ${more.map((id) => `{${id}:${id} votes}.`).join(' ')}`
    const { session, rest, listed } = open({ page, facts: ['six', 'min', ...more] })
    for (let fact = 0; fact < 100; fact++) rest()
    session.setDesk({ roster: [{ name: 'Reporter' }, { name: 'Editor' }], settings: { deskOfOne: false }, sources: [] })
    const changed = session.store.getState().view.assessed
    while (rest());
    expect({ changed, six: listed()['six'], judged: session.store.getState().view.judged }).toEqual({
      changed: false,
      six: 'reCheck',
      judged: true,
    })
  })

  test('keeps what it read when a change of the desk is about other parts', () => {
    const { session, listed } = open()
    session.refresh()
    const view = () => session.store.getState().view
    const facts = view().assessments
    const word = { id: 'word-1', list: 'superlative', words: 'well', source: 'Desk', by: 'Editor', at: '' } as const
    const sought = (): number => view().clear.blocks.length
    const desk = { ...DESK, words: [word] }
    const before = sought()
    session.setDesk(desk)
    // The same objects: nothing of the facts was read again.
    expect(view().assessments.map((fact, at) => fact === facts[at])).toEqual([true, true])
    expect(sought()).toBe(before + 1)

    const last = view()
    session.setDesk({ ...desk, losses: [], notesElsewhere: ['key-1'] })
    session.setLosses([], [])
    expect(view()).toBe(last)

    session.setDesk({ ...desk, sources: [] })
    expect(listed()).toEqual({ six: 'reCheck', min: 'reCheck' })
  })

  test('of many facts takes words that are typed before they are read', () => {
    const more = Array.from({ length: 499 }, (_, index) => `more${index}`)
    const page = `${PAGE} ${more.map((id) => `{${id}:${id} votes}.`).join(' ')}`
    const { session, editor, pause, rest, looks, listed } = open({ page, facts: ['six', 'min', ...more] })
    for (let fact = 0; fact < 100; fact++) rest()
    editor.commands.insertContentAt(editor.state.doc.textContent.indexOf('six years') + 4, 'teen')
    pause()
    const typed = { assessed: session.store.getState().view.assessed, looks: looks()['six'] }
    while (rest());
    expect({
      typed,
      six: listed()['six'],
      shown: looks()['six'],
      judged: session.store.getState().view.judged,
    }).toEqual({
      typed: { assessed: false, looks: 'toCheck' },
      six: 'reCheck',
      shown: 'reCheck',
      judged: true,
    })
  })

  test('is not changed by opening it', () => {
    expect(open().pushed).toEqual([])
  })

  test('shows a keystroke in a fact at once in the sheet, and in the lists after a pause', () => {
    const { editor, select, pause, looks, listed } = open()
    select('100')
    editor.view.dispatch(editor.state.tr.insertText('90'))
    expect({ looks: looks(), listed: listed() }).toEqual({
      looks: { six: 'verified', min: 'reCheck' },
      listed: { six: 'verified', min: 'verified' },
    })
    pause()
    expect(listed()).toEqual({ six: 'verified', min: 'reCheck' })
  })

  test('sends typing to the owner and does not send back what the owner sends', async () => {
    const { session, editor, owner, pushed, select } = open()
    select('well')
    editor.view.dispatch(editor.state.tr.insertText('badly'))
    await session.autosave.flush()
    expect(readCopy(owner)[2]?.text).toBe('The session ran for about 100 minutes. It ended badly.')
    const before = pushed.length
    const elsewhere = newDoc(9)
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(owner))
    elsewhere.getMap('fields').set('slug', 'other')
    session.receive(Y.encodeStateAsUpdate(elsewhere))
    session.refresh()
    expect({ slug: session.store.getState().view.fields.slug, pushed: pushed.length }).toEqual({
      slug: 'other',
      pushed: before,
    })
  })

  test('shows a sign-off from main at once', () => {
    const { session, editor, select, looks } = open()
    select('100')
    editor.view.dispatch(editor.state.tr.insertText('90'))
    const { entries } = session.store.getState().view
    session.grow(
      ledgerFrom([
        ...entries.map(({ seq: _s, at: _a, prev: _p, hash: _h, ...event }) => event),
        ...signedOn(PAGE.replace('100', '90'), 'min'),
      ]),
    )
    expect(looks()).toEqual({ six: 'verified', min: 'verified' })
  })

  test('shows entries about words that are being typed after the pause of the lists', () => {
    const { session, editor, select, pause, listed } = open()
    select('100')
    editor.view.dispatch(editor.state.tr.insertText('90'))
    const { entries } = session.store.getState().view
    session.grow(
      ledgerFrom([
        ...entries.map(({ seq: _s, at: _a, prev: _p, hash: _h, ...event }) => event),
        { by: 'Reporter', kind: 'lapsed', fact: 'min', reasons: ['words'], words: '90' },
      ]),
    )
    const meanwhile = {
      stale: session.store.getState().stale,
      listed: listed(),
      entries: session.store.getState().view.entries.length,
    }
    pause()
    expect({
      meanwhile,
      then: {
        stale: session.store.getState().stale,
        listed: listed(),
        entries: session.store.getState().view.entries.length,
      },
    }).toEqual({
      meanwhile: { stale: true, listed: { six: 'verified', min: 'verified' }, entries: entries.length },
      then: { stale: false, listed: { six: 'verified', min: 'reCheck' }, entries: entries.length + 1 },
    })
  })

  test('replaces the guessed type of a fresh tag', async () => {
    const { session, editor, owner, select } = open()
    select('Leaders')
    tagSelection()(editor.state, editor.view.dispatch, editor.view)
    const guessed = session.store.getState().choosing
    if (guessed) retagAs(editor, guessed, 'title')
    caretBehind(editor)
    await session.autosave.flush()
    const chosen = [...readTags(owner).values()]
      .filter((tag) => tag.id !== 'six' && tag.id !== 'min')
      .map((tag) => tag.type)
    expect({ guessed: guessed?.type, chosen, empty: editor.state.selection.empty }).toEqual({
      guessed: 'name',
      chosen: ['title'],
      empty: true,
    })
  })

  test('shows a fact without a selection that a stray letter could overtype', () => {
    const { session, editor } = open()
    session.navigation.jump({ kind: 'fact', fact: 'min' }, false)
    expect({ current: session.store.getState().current, empty: editor.state.selection.empty }).toEqual({
      current: 'min',
      empty: true,
    })
  })

  test('marks the lists while they are older than the words', () => {
    const { session, editor, select, pause } = open()
    const said = [session.store.getState().stale]
    session.store.subscribe(({ stale }, before) => {
      if (stale !== before.stale) said.push(stale)
    })
    select('100')
    editor.view.dispatch(editor.state.tr.insertText('90'))
    pause()
    expect(said).toEqual([false, true, false])
  })

  test('jumps to where the fact is now, not to where the lists last saw it', () => {
    const { session, editor, select } = open()
    select('The session')
    editor.view.dispatch(editor.state.tr.insertText('That very long session'))
    session.navigation.jump({ kind: 'fact', fact: 'min' })
    const { from, to } = editor.state.selection
    expect(editor.state.doc.textBetween(from, to)).toBe('about 100 minutes')
  })

  test('shows a place in a changed block without selecting other words', () => {
    const { session, editor, select } = open()
    const at = session.store.getState().view.copy[2]?.text.indexOf('well') ?? -1
    session.navigation.jump({ kind: 'text', block: 2, from: at, to: at + 4 })
    const chosen = (): string => editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to)
    const before = chosen()
    select('The session')
    editor.view.dispatch(editor.state.tr.insertText('That long session'))
    session.navigation.jump({ kind: 'text', block: 2, from: at, to: at + 4 })
    expect([
      before,
      chosen(),
      editor.state.selection.$from.parent.textContent.startsWith('That long session ran'),
    ]).toEqual(['well', '', true])
  })

  test('says what a paste has lost until the paste is undone', () => {
    const notices = new Notices()
    const { editor, select } = open({ say: notices.sayWhile })
    const said = (): readonly string[] => notices.store.getState().list.map(({ text }) => text)
    const undo = (): boolean => undoStory(editor.state, editor.view.dispatch, editor.view)
    const paste = (html: string): void => {
      const data: Readonly<Record<string, string>> = { 'text/html': html }
      const clipboardData = { getData: (kind: string) => data[kind] ?? '', types: Object.keys(data), files: [] }
      editor.view.dom.dispatchEvent(Object.assign(new Event('paste', { cancelable: true }), { clipboardData }))
    }
    const lost = 'Pasted without: 1 underline (“for ever”). Compare with the original.'
    select('ended well')
    paste('<p>went on <u>for ever</u></p>')
    const pasted = said()
    editor.view.dispatch(editor.state.tr.insertText(' more'))
    undo()
    const typingUndone = said()
    undo()
    expect([pasted, typingUndone, said()]).toEqual([[lost], [lost], []])
  })

  test('says that there is nothing to undo until words change', () => {
    const notices = new Notices()
    const { editor } = open({ say: notices.sayWhile })
    const said = (): readonly string[] => notices.store.getState().list.map(({ text }) => text)
    undoStory(editor.state, editor.view.dispatch, editor.view)
    const nothing = said()
    editor.view.dispatch(editor.state.tr.insertText('more'))
    expect([nothing, said()]).toEqual([
      ['There is nothing to undo in this story. What you did before you opened it stays.'],
      [],
    ])
  })

  test('says what could not be pasted, also after an earlier step is undone', () => {
    const notices = new Notices()
    const { editor, select } = open({ say: notices.sayWhile })
    select('well')
    editor.view.dispatch(editor.state.tr.insertText('badly'))
    const clipboardData = {
      getData: (kind: string) => (kind === 'text/html' ? '<img src="a.png" alt="A cat">' : ''),
      ...{ types: ['text/html'], files: [] },
    }
    editor.view.dom.dispatchEvent(Object.assign(new Event('paste', { cancelable: true }), { clipboardData }))
    undoStory(editor.state, editor.view.dispatch, editor.view)
    expect(notices.store.getState().list.map(({ text }) => text)).toEqual([
      'Pasted without: 1 picture (“A cat”). Compare with the original.',
    ])
  })

  test('waits with a paste whose reader is not loaded, and says when it cannot be loaded', async () => {
    vi.spyOn(outsidePart, 'ready').mockReturnValueOnce(undefined).mockReturnValueOnce(undefined)
    vi.spyOn(outsidePart, 'load').mockRejectedValueOnce(new Error('No script'))
    const said: string[] = []
    const { editor, session, select } = open({ say: (text) => (said.push(text), () => undefined) })
    const paste = (text: string): void => {
      select('ended')
      const event = new Event('paste', { bubbles: true, cancelable: true })
      const getData = (type: string): string => (type === 'text/plain' ? text : '')
      editor.view.dom.dispatchEvent(Object.assign(event, { clipboardData: { files: [], getData } }))
    }
    const lines = (): boolean => session.words().some((line) => line.includes('stopped'))
    paste('stopped')
    await session.autosave.flush()
    const failed = [lines(), [...said]]
    paste('stopped')
    const waits = session.autosave.pending
    expect([failed, waits, await session.autosave.flush(), lines(), session.autosave.pending]).toEqual([
      [
        false,
        [
          'Nothing was pasted, because a part of Stet could not be loaded (No script). The story is as it was. ' +
            'Paste again. If it fails again, close the window and open it again.',
        ],
      ],
      ...[true, true, true, false],
    ])
  })

  test('knows when the words were changed that undo takes back next', () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(100)
    const { editor, session, select } = open()
    const at = (): number => session.editedAt
    const change = (from: string, to: string): void => {
      select(from)
      editor.view.dispatch(asOwnUndoStep(editor.state.tr.insertText(to)))
    }
    const step = (command: Command): void => void command(editor.state, editor.view.dispatch, editor.view)
    const times = [at()]
    change('ended', 'stopped')
    times.push(at())
    now.mockReturnValue(200)
    change('well', 'badly')
    times.push(at())
    now.mockReturnValue(300)
    step(undoStory)
    times.push(at())
    step(undoStory)
    times.push(at())
    step(redoStory)
    times.push(at())
    now.mockRestore()
    expect(times).toEqual([0, 100, 200, 100, 0, 300])
  })

  test('tells which tag undo and redo took away or brought back, and nothing of typing', () => {
    const said: string[] = []
    const { editor, select } = open({ announce: (text) => void said.push(text) })
    const run = (command: Command): boolean => command(editor.state, editor.view.dispatch, editor.view)
    select('ended well')
    run(tagSelection('figure'))
    run(undoStory)
    run(redoStory)
    run(undoStory)
    select('ended')
    editor.view.dispatch(editor.state.tr.insertText('stopped'))
    run(undoStory)
    expect(said).toEqual([
      'Undone: “ended well” is no longer tagged.',
      'Redone: “ended well” is tagged again.',
      'Undone: “ended well” is no longer tagged.',
    ])
  })
})
