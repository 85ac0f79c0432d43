/** Two windows on one story: editors over Y.Docs that exchange updates on request. */
import { TextSelection, type Command } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/core'
import type { Node as SheetNode } from '@tiptap/pm/model'
import { afterEach } from 'vitest'
import * as Y from 'yjs'
import { guessTypeAt } from '../../src/checks/detect/guessTypeAt'
import { createStoryDoc, newDoc } from '../../src/document/createStoryDoc'
import { readCopy, readTags } from '../../src/document/reading/readStory'
import { ClipMemory } from '../../src/editor/clipboard/clip'
import * as outside from '../../src/editor/clipboard/outside/parseOutside'
import { createStoryEditor, type StoryEditorOptions } from '../../src/editor/createStoryEditor'
import { readCopyFromDoc } from '../../src/editor/copy/readCopy'
import type { Block, BlockRole, Copy } from '../../src/story/copy/copy'
import type { Picture } from '../../src/story/copy/picture'
import { eachTextNode } from '../../src/editor/copy/textNodes'
import { readTagged } from '../builders/copy/copyFrom'
import { undoManagerOf } from '../../src/editor/sync/storyUndo'
import { NO_GUARD } from '../builders/noGuard'

/**
 * A block as the tests write it: `role: text`, with facts as builders/copy/copyFrom.ts reads them. A block without role
 * is a paragraph. Cells are `cell row.column: text` or `header row.column: text`, pictures `cutline: text`.
 */
export function block(line: string): Block {
  const [, cellRole, row, column, inCell] = /^(cell|header) (\d)\.(\d): ?([\s\S]*)$/.exec(line) ?? []
  if (cellRole !== undefined) {
    return {
      ...block(inCell ?? ''),
      role: 'cell',
      cell: { row: Number(row), column: Number(column), ...(cellRole === 'header' ? { header: true as const } : {}) },
    }
  }
  if (line.startsWith('cutline: ')) return { ...block(line.slice(9)), role: 'cutline', picture: PICTURE }
  const [, role = 'paragraph', level, rest = line] =
    /^(headline|deck|subhead|quote|bullet|ordered)(\d?): ?([\s\S]*)$/.exec(line) ?? []
  const list = role === 'bullet' || role === 'ordered'
  return {
    role: (list ? 'listItem' : role) as BlockRole,
    ...(level ? { level: Number(level) } : list ? { level: 1 } : role === 'subhead' ? { level: 2 } : {}),
    ...(list ? { list: role } : {}),
    ...readTagged(rest),
  }
}

/** The picture of every `cutline:`. */
export const PICTURE: Picture = {
  file: 'a'.repeat(64),
  mediaType: 'image/png',
  width: 40,
  height: 30,
  alt: 'Two hands',
  credit: 'Ida / Desk',
  rights: 'one use',
  captured: '2026-10-30',
}

/** The copy in the same notation; overlapping facts that do not nest are written by their edges all the same. */
export function lines(copy: Copy): string[] {
  return copy.map(({ role, level, list, cell, text, spans }) => {
    const edges: { at: number; order: number; mark: string }[] = []
    for (const span of spans) {
      if (span.mark !== 'fact') continue
      edges.push(
        { at: span.from, order: 1000 - (span.to - span.from), mark: `{${span.id}:` },
        { at: span.to, order: -1000 - span.from, mark: '}' },
      )
    }
    edges.sort((a, b) => b.at - a.at || b.order - a.order || (a.mark < b.mark ? 1 : -1))
    let line = text
    for (const { at, mark } of edges) line = line.slice(0, at) + mark + line.slice(at)
    if (role === 'paragraph') return line
    if (cell) return `${cell.header ? 'header' : 'cell'} ${cell.row}.${cell.column}: ${line}`
    if (role === 'listItem') return `${list ?? 'bullet'}${level === 1 ? '' : String(level ?? '')}: ${line}`
    return role === 'subhead' && level !== 2 ? `subhead${String(level)}: ${line}` : `${role}: ${line}`
  })
}

export interface Desk {
  readonly editor: Editor
  readonly doc: Y.Doc
  readonly clips: ClipMemory
  /** Updates that this replica made or passed on, oldest first. */
  readonly updates: Uint8Array[]
}

export const STORY = 's1'
export const INSTANT = '2026-10-30T03:00:00Z'

let counter = 0
export const resetIds = (): void => {
  counter = 0
}
const nextId = (prefix: string) => (): string => `${prefix}${++counter}`

/** The state of a story whose copy is `blocks`, with a record for every fact in it. */
export function storyState(blocks: readonly string[]): Uint8Array {
  const copy = blocks.map(block)
  const ids = new Set(copy.flatMap(({ spans }) => spans.flatMap((span) => (span.mark === 'fact' ? [span.id] : []))))
  const doc = createStoryDoc(
    { copy, fields: {}, tags: [...ids].map((id) => ({ id, type: 'figure', by: 'Ida', at: INSTANT })) },
    1,
    'Ida',
  )
  return Y.encodeStateAsUpdate(doc)
}

const open = new Set<Editor>()

// A sheet left open after its test listens to a document that is gone.
afterEach(() => {
  for (const editor of open) editor.destroy()
  open.clear()
})

/** Closes a window before its test ends. */
export function close({ editor }: Desk): void {
  open.delete(editor)
  editor.destroy()
}

export function desk(state: Uint8Array, clientId: number, options: Partial<StoryEditorOptions> = {}): Desk {
  const doc = newDoc(clientId)
  Y.applyUpdate(doc, state)
  const updates: Uint8Array[] = []
  const clips = options.clips ?? new ClipMemory()
  const editor = createStoryEditor({
    element: document.createElement('div'),
    doc,
    storyId: STORY,
    person: 'Ida',
    newId: nextId('n'),
    now: () => INSTANT,
    guessTypeAt,
    clipboardGuard: NO_GUARD,
    outside: { ready: () => outside, load: async () => outside, onWaiting: () => undefined },
    ...options,
    clips,
  })
  open.add(editor)
  doc.on('update', (update: Uint8Array) => updates.push(update))
  return { editor, doc, clips, updates }
}

/** One window on a story. */
export const oneDesk = (...blocks: string[]): Desk => desk(storyState(blocks), 100)

/** Two windows on a story. */
export function twoDesks(...blocks: string[]): readonly [Desk, Desk] {
  const state = storyState(blocks)
  return [desk(state, 100), desk(state, 200)]
}

/** Exchanges updates until neither has new ones. Returns how many exchanges carried something. */
export function exchange(a: Desk, b: Desk): number {
  for (let rounds = 0; rounds < 10; rounds++) {
    const toB = Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc))
    const toA = Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc))
    if (isEmpty(toA) && isEmpty(toB) && sameDeletions(a.doc, b.doc)) return rounds
    Y.applyUpdate(b.doc, toB, 'remote')
    Y.applyUpdate(a.doc, toA, 'remote')
  }
  throw new Error('The replicas do not go quiet.')
}

const isEmpty = (update: Uint8Array): boolean => Y.decodeUpdate(update).structs.length === 0

function sameDeletions(a: Y.Doc, b: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))
}

/** The copy in the window, checked against its shared document. */
export function shown({ editor, doc }: Desk): string[] {
  const sheet = lines(readCopyFromDoc(editor.state.doc))
  const shared = lines(readCopy(doc))
  if (JSON.stringify(sheet) !== JSON.stringify(shared))
    throw new Error(`Window and document differ:\n${sheet.join('\n')}\n--- document\n${shared.join('\n')}`)
  return sheet
}

export const records = ({ doc }: Desk): Record<string, string> =>
  Object.fromEntries([...readTags(doc)].map(([id, { type }]) => [id, type]))

/** Runs a command as a key or button would. */
export function run({ editor }: Desk, command: Command): boolean {
  return command(editor.state, editor.view.dispatch.bind(editor.view), editor.view)
}

/** The position of the nth (1-based) occurrence of `text`, within one block. */
export function find(doc: SheetNode, text: string, nth = 1): { from: number; to: number } {
  let seen = 0
  let found: { from: number; to: number } | undefined
  eachTextNode(doc, (node, offset) => {
    const words = node.textBetween(0, node.content.size, undefined, '\n')
    for (let at = words.indexOf(text); at >= 0 && !found; at = words.indexOf(text, at + 1)) {
      if (++seen === nth) found = { from: offset + 1 + at, to: offset + 1 + at + text.length }
    }
  })
  if (!found) throw new Error(`“${text}” does not stand in the sheet.`)
  return found
}

export function select(d: Desk, text: string, nth = 1): void {
  const { from, to } = find(d.editor.state.doc, text, nth)
  selectRange(d, from, to)
}

export function selectRange({ editor }: Desk, from: number, to = from): void {
  const { doc, tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))))
}

export const caretBefore = (d: Desk, text: string, nth = 1): void =>
  selectRange(d, find(d.editor.state.doc, text, nth).from)
export const caretAfter = (d: Desk, text: string, nth = 1): void =>
  selectRange(d, find(d.editor.state.doc, text, nth).to)

/** Types letter by letter, as ProseMirror does for a key press. */
export function type({ editor }: Desk, text: string): void {
  for (const letter of text) {
    const { from, to } = editor.state.selection
    const plain = (): typeof editor.state.tr => editor.state.tr.insertText(letter, from, to).scrollIntoView()
    const handled = editor.view.someProp('handleTextInput', (handle) => handle(editor.view, from, to, letter, plain))
    if (!handled) editor.view.dispatch(plain())
  }
}

/** Presses a key with modifiers, e.g. "Mod-z". Returns whether the sheet handled it. */
export function press({ editor }: Desk, name: string): boolean {
  const parts = name.split('-')
  const key = parts.pop() ?? ''
  const event = new KeyboardEvent('keydown', {
    key,
    ctrlKey: parts.includes('Mod') || parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    bubbles: true,
    cancelable: true,
  })
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) === true
}

/** Ends the undo step: what is typed after is undone separately. */
export const pause = ({ editor }: Desk): void => undoManagerOf(editor.state).stopCapturing()

/** The sheet has no layout here: tests supply mouse positions. */
export class Transfer {
  private readonly data = new Map<string, string>()
  effectAllowed = 'uninitialized'
  readonly files: readonly File[] = []
  get types(): string[] {
    return [...this.data.keys()]
  }
  getData(kind: string): string {
    return this.data.get(kind) ?? ''
  }
  setData(kind: string, value: string): void {
    this.data.set(kind, value)
  }
  clearData(): void {
    this.data.clear()
  }
}

function send(
  { editor }: Desk,
  kind: string,
  field: 'clipboardData' | 'dataTransfer',
  data: Transfer,
  extra: Record<string, unknown> = {},
): Event {
  const event = new Event(kind, { bubbles: true, cancelable: true })
  Object.defineProperty(event, field, { value: data })
  for (const [name, value] of Object.entries(extra)) Object.defineProperty(event, name, { value })
  editor.view.dom.dispatchEvent(event)
  return event
}

export function copy(d: Desk): Transfer {
  const data = new Transfer()
  send(d, 'copy', 'clipboardData', data)
  return data
}

export function cut(d: Desk): Transfer {
  const data = new Transfer()
  send(d, 'cut', 'clipboardData', data)
  return data
}

export const paste = (d: Desk, data: Transfer): Event => send(d, 'paste', 'clipboardData', data)

export function clipboard(values: Record<string, string>): Transfer {
  const data = new Transfer()
  for (const [kind, value] of Object.entries(values)) data.setData(kind, value)
  return data
}

/** Drags the selection to a position of the sheet. */
export function drag(d: Desk, to: number, keys: { ctrlKey?: boolean } = {}): Transfer {
  const data = new Transfer()
  send(d, 'dragstart', 'dataTransfer', data)
  drop(d, to, data, keys)
  return data
}

export function drop(d: Desk, to: number, data: Transfer, keys: { ctrlKey?: boolean } = {}): void {
  d.editor.view.posAtCoords = () => ({ pos: to, inside: -1 })
  send(d, 'drop', 'dataTransfer', data, { clientX: 0, clientY: 0, ctrlKey: keys.ctrlKey === true, altKey: false })
  send(d, 'dragend', 'dataTransfer', data)
}
