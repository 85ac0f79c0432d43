/**
 * Edits one story twice: directly, and as suggestions at the corresponding places. Accepting must give the direct
 * result.
 */
import { Fragment, Slice, type Node as SheetNode } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { decideSuggestions } from '../../src/document/suggestions/decideSuggestions'
import { readMarkedCopy } from '../../src/document/reading/readStory'
import { insertBlocks } from '../../src/editor/clipboard/insertBlocks'
import { setAttrs } from '../../src/editor/copy/normaliser'
import { attrsOf, type BlockAttrs } from '../../src/editor/schema/blockAttrs'
import { shownStretch } from '../../src/editor/suggesting/shownBlock'
import { proposeShape, proposeStyles, type StyleName } from '../../src/editor/suggesting/proposals'
import { setWritingMode } from '../../src/editor/suggesting/suggestingMode'
import { Proposing, withSuggestionRecords } from '../../src/editor/suggesting/suggestionRecords'
import type { MarkedCopy } from '../../src/story/copy/suggestions/markedCopy'
import type { Copy } from '../../src/story/copy/copy'
import { desk, run, type Desk } from './desk'
import { acceptedCopy } from '../builders/copy/acceptedCopy'

/** A place in the accepted copy. */
interface Slot {
  readonly first: number
  readonly last: number
}
interface ShownBlock {
  readonly slots: Slot[]
  /** Position before the block, or of the proposed break that would make it. */
  readonly start: number
  readonly isBreak: boolean
}

/** The sheet position of each offset of each accepted block. Deleted text between makes a wider slot. */
export function shownBlocks(doc: SheetNode): ShownBlock[] {
  const blocks: { slots: { first: number; last: number }[]; start: number; isBreak: boolean }[] = []
  doc.forEach((block, position) => {
    const current = blocks.at(-1)?.slots.at(-1)
    if (block.attrs['joins'] !== null && current) current.last = position + 1
    else blocks.push({ slots: [{ first: position + 1, last: position + 1 }], start: position, isBreak: false })
    block.forEach((node, offset) => {
      const length = node.isText ? (node.text ?? '').length : 1
      const insertion = node.marks.find(({ type }) => type.name === 'insertion')
      const doomed =
        node.marks.some(({ type }) => type.name === 'deletion') || (!node.isText && node.attrs['deletion'] !== null)
      for (let at = position + 1 + offset; at < position + 1 + offset + length; at++) {
        const slot = blocks.at(-1)?.slots.at(-1)
        if (doomed) {
          if (slot) slot.last = at + 1
        } else if (insertion && insertion.attrs['as'] !== null && insertion.attrs['as'] !== 'line')
          blocks.push({ slots: [{ first: at + 1, last: at + 1 }], start: at, isBreak: true })
        else blocks.at(-1)?.slots.push({ first: at + 1, last: at + 1 })
      }
    })
  })
  return blocks
}

const SHAPES: readonly BlockAttrs[] = [
  { role: 'paragraph', level: null, list: null },
  { role: 'subhead', level: 2, list: null },
  { role: 'quote', level: null, list: null },
  { role: 'listItem', level: 1, list: 'bullet' },
  { role: 'listItem', level: 2, list: 'ordered' },
]

export type Op =
  | { readonly kind: 'insert'; readonly at: Point; readonly text: string; readonly bold: boolean }
  | { readonly kind: 'delete'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'bold' | 'plain' | 'italic' | 'link' | 'unlink'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'replace'; readonly from: Point; readonly to: Point; readonly text: string }
  | { readonly kind: 'split'; readonly at: Point; readonly shape: number }
  | { readonly kind: 'line'; readonly at: Point }
  | { readonly kind: 'join'; readonly block: number }
  | { readonly kind: 'role'; readonly block: number; readonly shape: number }
  | {
      readonly kind: 'paste'
      readonly from: Point
      readonly to: Point
      readonly lines: readonly string[]
      readonly shape: number
    }

/** Fractions of the story's blocks and of a block's text, and which side of deleted words to take. */
interface Point {
  readonly block: number
  readonly offset: number
  readonly late: boolean
}

const point: fc.Arbitrary<Point> = fc.record({ block: fc.nat(1000), offset: fc.nat(1000), late: fc.boolean() })
const words = fc.constantFrom('a', 'x y', '100', 'won’t', '한국', ' ')
const shape = fc.nat(SHAPES.length - 1)
const range = { from: point, to: point }

export const randomOp: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('insert' as const), at: point, text: words, bold: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('delete' as const), ...range }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replace' as const), ...range, text: words }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('bold' as const, 'plain' as const, 'italic' as const, 'link' as const, 'unlink' as const),
      ...range,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('split' as const), at: point, shape }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('line' as const), at: point }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join' as const), block: fc.nat(1000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('role' as const), block: fc.nat(1000), shape }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('paste' as const),
      ...range,
      lines: fc.array(words, { minLength: 1, maxLength: 3 }),
      shape,
    }),
  },
)

/** Does one action in the sheet, at a place of the accepted copy. */
export function apply(d: Desk, op: Op): void {
  const { editor } = d
  const { state } = editor
  const { schema, tr } = state
  const blocks = shownBlocks(state.doc)
  const body = blocks.length - 2
  const placeOf = ({ block, offset, late }: Point): { block: number; offset: number; at: number } => {
    const index = 2 + (block % body)
    const slots = blocks[index]?.slots ?? []
    const slot = slots[offset % slots.length]
    return { block: index, offset: offset % slots.length, at: (late ? slot?.last : slot?.first) ?? 0 }
  }
  const rangeOf = ({ from, to }: { from: Point; to: Point }): readonly [number, number] => {
    const ends = [placeOf(from), placeOf(to)].sort((a, b) => a.block - b.block || a.offset - b.offset)
    const [first, last] = ends
    return first && last && first.block === last.block && first.offset === last.offset
      ? [first.at, first.at]
      : [first?.at ?? 0, Math.max(first?.at ?? 0, last?.at ?? 0)]
  }
  switch (op.kind) {
    case 'insert': {
      const { at } = placeOf(op.at)
      editor.view.dispatch(
        tr.step(
          new ReplaceStep(
            at,
            at,
            new Slice(Fragment.from(schema.text(op.text, op.bold ? [schema.mark('bold')] : [])), 0, 0),
          ),
        ),
      )
      return
    }
    case 'delete':
    case 'replace': {
      const [from, to] = rangeOf(op)
      if (from === to) return
      if (op.kind === 'delete') editor.view.dispatch(tr.delete(from, to))
      else editor.view.dispatch(tr.replaceWith(from, to, schema.text(op.text)))
      return
    }
    case 'bold':
    case 'plain':
    case 'italic':
    case 'link':
    case 'unlink': {
      const [from, to] = rangeOf(op)
      restyle(d, from, to, op.kind)
      return
    }
    case 'split': {
      const { at } = placeOf(op.at)
      tr.split(at)
      setAttrs(tr, at + 1, SHAPES[op.shape] ?? attrsOf(tr.doc))
      editor.view.dispatch(tr)
      return
    }
    case 'line': {
      const { at } = placeOf(op.at)
      editor.view.dispatch(tr.insert(at, schema.node('hardBreak')))
      return
    }
    case 'join': {
      const block = blocks[3 + (op.block % Math.max(body, 1))]
      if (!block) return
      editor.view.dispatch(block.isBreak ? tr.delete(block.start, block.start + 1) : tr.join(block.start))
      return
    }
    case 'role': {
      const block = blocks[2 + (op.block % body)]
      const attrs = SHAPES[op.shape]
      if (!block || !attrs) return
      if (editor.view.dom.dataset['mode'] !== 'suggesting') {
        setAttrs(tr, block.start, attrs)
        editor.view.dispatch(tr)
        return
      }
      const proposing = new Proposing(state)
      let id: string | undefined
      proposeShape(
        tr,
        block.isBreak ? { position: 0, breakAt: block.start } : { position: block.start },
        attrs,
        () => (id ??= proposing.newId()),
        proposing,
      )
      if (tr.docChanged) editor.view.dispatch(withSuggestionRecords(tr, proposing.records))
      return
    }
    case 'paste': {
      const [from, to] = rangeOf(op)
      const lines = op.lines.map((line) => schema.node('block', { ...SHAPES[op.shape] }, schema.text(line)))
      insertBlocks(tr, from, to, lines, shownStretch(state, from, to))
      editor.view.dispatch(tr.setMeta('uiEvent', 'paste'))
    }
  }
}

function restyle(
  { editor }: Desk,
  from: number,
  to: number,
  kind: 'bold' | 'plain' | 'italic' | 'link' | 'unlink',
): void {
  const { state } = editor
  const { schema, tr } = state
  const name = kind === 'plain' ? 'bold' : kind === 'unlink' ? 'link' : kind
  const on = kind !== 'plain' && kind !== 'unlink'
  if (from === to) return
  if (editor.view.dom.dataset['mode'] === 'suggesting') {
    run({ editor } as Desk, suggestStyleFor(name, on, from, to))
    return
  }
  const mark = schema.mark(name, name === 'link' ? { href: 'https://example.org/' } : null)
  // Only on text: hard breaks carry no marks in the shared document.
  const pieces: [number, number][] = []
  state.doc.nodesBetween(from, to, (node, at) => {
    if (node.isText) pieces.push([Math.max(from, at), Math.min(to, at + node.nodeSize)])
  })
  for (const [first, last] of pieces) {
    if (on) tr.addMark(first, last, mark)
    else tr.removeMark(first, last, mark.type)
  }
  if (tr.docChanged) editor.view.dispatch(tr)
}

const suggestStyleFor =
  (name: StyleName, on: boolean, from: number, to: number): Command =>
  (state, dispatch) => {
    const { tr } = state
    const proposing = new Proposing(state)
    let id: string | undefined
    proposeStyles(
      tr,
      { from, to },
      name,
      on ? (name === 'link' ? 'https://example.org/' : 'on') : '',
      () => (id ??= proposing.newId()),
      proposing,
    )
    if (tr.docChanged) dispatch?.(withSuggestionRecords(tr, proposing.records))
    return true
  }

/** A window in Suggesting mode. */
export function suggestingDesk(state: Uint8Array, clientId: number, person = 'Ida'): Desk {
  let made = 0
  const d = desk(state, clientId, { person, newId: () => `s${clientId}-${++made}` })
  run(d, setWritingMode('suggesting'))
  return d
}

export const accepted = ({ doc }: Desk): Copy => acceptedCopy(readMarkedCopy(doc))
export const pending = (copy: MarkedCopy): number =>
  copy.filter(({ proposed, joins, becomes }) => proposed.length > 0 || joins !== undefined || becomes !== undefined)
    .length

export function acceptAll({ doc }: Desk): void {
  decideSuggestions(doc, () => 'accept')
}
export function rejectAll({ doc }: Desk): void {
  decideSuggestions(doc, () => 'reject')
}
