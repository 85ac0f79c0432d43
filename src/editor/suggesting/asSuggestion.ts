/**
 * Turns an edit into a proposal of it. Standing text is not deleted or changed: deletions are marked, insertions are
 * pending, and accepting gives the edit. Compares the sheet before and after, not the steps: first the replaced
 * stretches, then marks and block shapes elsewhere. A new paragraph is a character of the pending text, a join is an
 * attribute of its block, so that standing text is never rewritten: others continue to type in it, and tags and authors
 * stay.
 */
import { Fragment, Slice, type Mark, type Node as SheetNode, type Schema } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { AddMarkStep, AttrStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform'
import { BLOCK_BREAK, LINE_BREAK } from '../../story/copy/markedCopy'
import { factIdsOf, factMark } from '../facts/factRanges'
import { REPLACED } from '../find/findPlugin'
import { attrsOf, isPlainBlock, partOfNode, sameAttrs } from '../schema/blockAttrs'
import { asOwnUndoStep, isOwnUndoStep } from '../copy/factRecords'
import { changedRanges, mapBack, type ChangedRange } from './changedRanges'
import { factsReplaced, factsTypedOn } from './keptFacts'
import { breakShapeOf, proposeShape, proposeStyles, styleOf, STYLES } from './proposals'
import { sameToken, tokensBetween, type Token } from './sheetTokens'
import { marksOf, shapeText, suggestionMark } from './suggestionMarks'
import { Proposing, withSuggestionRecords } from './suggestionRecords'

/** Headline and deck are never joined to others. */
const FIXED_BLOCKS = 2

/** The proposal of `done`, which was made from `state`. Undefined if it cannot be proposed. */
export function asSuggestion(state: EditorState, done: Transaction): Transaction | undefined {
  if (onlyTags(done)) return done
  const proposing = new Proposing(state)
  const tr = state.tr
  const ranges = trimmedRanges(done)
  if (!ranges) return undefined
  if (ranges.some((range) => standsAlone(state.doc, range))) return undefined
  if (!proposeElsewhere(tr, done, ranges, proposing)) return undefined
  const shared = done.getMeta('uiEvent') === 'drop' ? { id: undefined as string | undefined } : undefined
  const placed: Placed[] = []
  for (const range of [...ranges].reverse()) {
    const id = shared?.id ?? nearbyId(tr.doc, range, proposing) ?? proposing.newId()
    if (shared) shared.id = id
    placed.push(proposeRange(tr, state, range, id, proposing))
  }
  settleSelection(tr, state, done, placed)
  if (done.storedMarksSet) tr.setStoredMarks(done.storedMarks)
  for (const name of ['uiEvent', 'composition', REPLACED])
    if (done.getMeta(name) !== undefined) tr.setMeta(name, done.getMeta(name))
  if (isOwnUndoStep(done)) asOwnUndoStep(tr)
  if (done.scrolledIntoView) tr.scrollIntoView()
  return withSuggestionRecords(tr, usedRecords(tr, proposing))
}

/** Tagging and commenting are not suggestions. */
const onlyTags = ({ steps }: Transaction): boolean =>
  steps.every(
    (step) =>
      (step instanceof AddMarkStep || step instanceof RemoveMarkStep) &&
      (step.mark.type.name === 'fact' || step.mark.type.name === 'comment'),
  )

interface TokenRange extends ChangedRange {
  readonly old: readonly Token[]
  readonly fresh: readonly Token[]
}

/** The first letter typed over words. Later letters belong to it, so it replaces all of them, even if it equals one. */
const isFirstLetter = (old: readonly Token[], fresh: readonly Token[]): boolean =>
  fresh.length === 1 && old.length > 1 && [...fresh, ...old].every(({ kind }) => kind === 'char')

const LETTER = /[\p{L}\p{N}\p{M}]/u

/** Whether cutting here leaves part of a word on each side: “brief remark” is not a suggestion for “brief remarks”. */
function isInWord(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at]]
  return before?.kind === 'char' && after?.kind === 'char' && LETTER.test(before.text) && LETTER.test(after.text)
}

/** The replaced stretches without equal text at their ends. */
function trimmedRanges(done: Transaction): TokenRange[] | undefined {
  const ranges: TokenRange[] = []
  for (const range of changedRanges(done)) {
    const old = tokensBetween(done.before, range.from, range.to)
    const fresh = tokensBetween(done.doc, range.newFrom, range.newTo)
    if (!old || !fresh) return undefined
    let start = 0
    let end = 0
    const most = Math.min(old.length, fresh.length)
    const same = (a: Token | undefined, b: Token | undefined): boolean =>
      a !== undefined && b !== undefined && sameToken(a, b)
    while (start < most && same(old[start], fresh[start])) start++
    while (end < most - start && same(old[old.length - 1 - end], fresh[fresh.length - 1 - end])) end++
    if (start === old.length && start === fresh.length) continue
    if (isFirstLetter(old, fresh)) start = end = 0
    while (start > 0 && (isInWord(old, start) || isInWord(fresh, start))) start--
    while (end > 0 && (isInWord(old, old.length - end) || isInWord(fresh, fresh.length - end))) end--
    const edge = (tokens: readonly Token[], first: number, last: number): readonly [number, number] => [
      start === 0 ? first : endOf(tokens[start - 1], first),
      end === 0 ? last : (tokens[tokens.length - end]?.at ?? last),
    ]
    const [from, to] = edge(old, range.from, range.to)
    const [newFrom, newTo] = edge(fresh, range.newFrom, range.newTo)
    ranges.push({
      from,
      to: Math.max(from, to),
      newFrom,
      newTo: Math.max(newFrom, newTo),
      old: old.slice(start, old.length - end),
      fresh: fresh.slice(start, fresh.length - end),
    })
  }
  return ranges
}

const endOf = (token: Token | undefined, otherwise: number): number => (token ? token.at + 1 : otherwise)

/** The person's own suggestion that the stretch contains or touches. Further typing belongs to it. */
function nearbyId(doc: SheetNode, { from, to, old }: TokenRange, { isMine }: Proposing): string | undefined {
  const ids: unknown[] = []
  const addMarks = (node: SheetNode | null): void => {
    for (const mark of node?.marks ?? [])
      if (mark.type.name === 'insertion' || mark.type.name === 'deletion') ids.push(mark.attrs['id'])
    if (node?.type.name === 'hardBreak') ids.push(node.attrs['deletion'])
  }
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  if ($from.depth > 0) {
    addMarks($from.nodeBefore)
    if ($from.parentOffset === 0) ids.push($from.parent.attrs['joins'])
  }
  if ($to.depth > 0) {
    addMarks($to.nodeAfter)
    if ($to.parentOffset === $to.parent.content.size) ids.push(doc.maybeChild($to.index(0) + 1)?.attrs['joins'])
  }
  for (const token of old) {
    if (token.kind === 'char')
      for (const mark of token.marks) if (mark.type.name === 'insertion') ids.push(mark.attrs['id'])
  }
  return ids.find(isMine)
}

interface Placed {
  readonly range: TokenRange
  /** The start of the pending text, in the sheet after `steps` steps. */
  readonly start: number | undefined
  readonly steps: number
}

/** Proposes one replaced stretch. Positions before it do not move. */
function proposeRange(
  tr: Transaction,
  state: EditorState,
  range: TokenRange,
  id: string,
  proposing: Proposing,
): Placed {
  const { schema } = state
  const place = placeFor(tr.doc, range)
  const content = place === undefined ? [] : pendingContent(tr.doc, range, place, id, proposing, schema)
  if (place !== undefined && content.length > 0) tr.step(new ReplaceStep(place, place, fragmentSlice(content)))
  const after = tr.steps.length
  const shift = (at: number): number =>
    place !== undefined && at >= place ? at + content.reduce((sum, node) => sum + node.nodeSize, 0) : at
  takeOut(tr, range.old, id, proposing, shift)
  return {
    range,
    start: content.length > 0 && place !== undefined ? tr.mapping.slice(after).map(place, -1) : undefined,
    steps: tr.steps.length,
  }
}

const fragmentSlice = (nodes: readonly SheetNode[]) => new Slice(Fragment.fromArray([...nodes]), 0, 0)

/** Marks text for deletion. Deletes the person's own pending text directly. */
function takeOut(
  tr: Transaction,
  old: readonly Token[],
  id: string,
  { isMine }: Proposing,
  shift: (at: number) => number,
): void {
  const { schema } = tr.doc.type
  const mark = suggestionMark(schema, 'deletion', { id })
  for (const stretch of stretchesOf(old).reverse()) {
    const from = shift(stretch.from)
    const to = from + stretch.to - stretch.from
    const token = stretch.token
    if (token.kind === 'break') {
      if (token.node.attrs['deletion'] === null) tr.setNodeAttribute(from, 'deletion', id)
    } else if (token.kind === 'open') {
      if (token.index >= FIXED_BLOCKS && token.node.attrs['joins'] === null) tr.setNodeAttribute(from, 'joins', id)
    } else if (marksOf(token.marks, 'insertion').some((one) => isMine(one.attrs['id']))) tr.delete(from, to)
    else if (marksOf(token.marks, 'deletion').length === 0) tr.addMark(from, to, mark)
  }
}

/** Groups neighbouring characters with the same marks. Breaks and block starts are single. */
function stretchesOf(tokens: readonly Token[]): { from: number; to: number; token: Token }[] {
  const stretches: { from: number; to: number; token: Token }[] = []
  for (const token of tokens) {
    const last = stretches.at(-1)
    if (
      last &&
      token.kind === 'char' &&
      last.token.kind === 'char' &&
      last.to === token.at &&
      last.token.marks === token.marks
    )
      last.to++
    else stretches.push({ from: token.at, to: token.at + 1, token })
  }
  return stretches
}

/** The place of pending text: after the text that it replaces in one block, else at the start of the stretch. */
function placeFor(doc: SheetNode, { from, to, fresh }: TokenRange): number | undefined {
  if (fresh.length === 0) return undefined
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  if ($from.depth > 0) return $from.sameParent($to) ? to : from
  if ($to.depth > 0) return to
  return from > 0 ? from - 1 : undefined
}

/** A new block after a table or picture: no text block can carry it. */
function standsAlone(doc: SheetNode, range: TokenRange): boolean {
  const place = placeFor(doc, range)
  return (
    place !== undefined &&
    doc.resolve(range.from).depth === 0 &&
    range.fresh.some(({ kind }) => kind === 'open') &&
    !isPlainBlock(doc.resolve(place).parent)
  )
}

/** The new tokens as pending text. Breaks are characters of it. */
function pendingContent(
  doc: SheetNode,
  range: TokenRange,
  place: number,
  id: string,
  proposing: Proposing,
  schema: Schema,
): SheetNode[] {
  const { from, to, fresh } = range
  const $place = doc.resolve(place)
  const inBody = isPlainBlock($place.parent) && partOfNode($place.parent) === 'body'
  const known = new Set<string>()
  doc.descendants((node) => {
    if (node.isText) for (const fact of factIdsOf(node)) known.add(fact)
  })
  const typed = fresh.map((token) => (token.kind === 'char' ? token.text : ' ')).join('')
  const inOneBlock = doc.resolve(from).sameParent(doc.resolve(to))
  const kept =
    from < to && inOneBlock ? factsReplaced(doc, range) : from === to ? factsTypedOn(doc, place, id, typed) : []
  const nodes: SheetNode[] = []
  let text = ''
  let marks: readonly Mark[] | undefined
  const flush = (): void => {
    if (text !== '') nodes.push(schema.text(text, marks))
    text = ''
  }
  const put = (letter: string, own: readonly Mark[]): void => {
    if (!marks || own.length !== marks.length || !own.every((mark, index) => marks?.[index]?.eq(mark))) {
      flush()
      marks = own
    }
    text += letter
  }
  for (const token of fresh) {
    if (token.kind === 'char') {
      // Text proposed for deletion inside a wider replacement stays in its place.
      if (marksOf(token.marks, 'deletion').length > 0) continue
      const as: unknown = marksOf(token.marks, 'insertion')[0]?.attrs['as']
      const insertion = suggestionMark(schema, 'insertion', { id, as: typeof as === 'string' ? as : null })
      // Proposed text cannot have its own tag yet.
      const plain = token.marks.filter(
        (mark) =>
          !['insertion', 'deletion', 'restyle', 'comment'].includes(mark.type.name) &&
          (mark.type.name !== 'fact' || known.has(String(mark.attrs['id']))),
      )
      put(
        token.text,
        kept.reduce((set, fact) => factMark(schema, fact).addToSet(set), insertion.addToSet(plain)),
      )
    } else if (token.kind === 'open' && !inBody)
      put(' ', suggestionMark(schema, 'insertion', { id, as: null }).addToSet([]))
    else {
      const as = token.kind === 'break' ? 'line' : shapeText(attrsOf(token.node))
      put(
        token.kind === 'break' ? LINE_BREAK : BLOCK_BREAK,
        suggestionMark(schema, 'insertion', { id, as }).addToSet([]),
      )
      flush()
      marks = undefined
    }
  }
  flush()
  return nodes
}

/**
 * Proposes changed marks and block shapes outside the replaced stretches. Returns false if anything else changed (a
 * picture's credit, a header cell).
 */
function proposeElsewhere(
  tr: Transaction,
  done: Transaction,
  ranges: readonly TokenRange[],
  proposing: Proposing,
): boolean {
  let possible = true
  let id: string | undefined
  const ownId = (): string => (id ??= proposing.newId())
  const broken = breakShapeOf(done)
  if (broken) proposeShape(tr, { position: 0, breakAt: broken.breakAt }, broken.attrs, ownId, proposing)
  const replaced = (at: number): boolean => ranges.some(({ from, to }) => at >= from && at < to)
  done.steps.forEach((step, index) => {
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep)
      proposeMarks(
        tr,
        done,
        mapBack(done, index, step.from, 1),
        mapBack(done, index, step.to, -1),
        ranges,
        ownId,
        proposing,
      )
    else if (step instanceof AttrStep || step instanceof ReplaceAroundStep) {
      const place = step instanceof AttrStep ? step.pos : step.from
      // Blocks inserted by the transaction have their shape already.
      const end = done.mapping.slice(index + 1).map(place, 1)
      if (ranges.some(({ newFrom, newTo }) => end >= newFrom && end < newTo)) return
      const at = mapBack(done, index, place, 1)
      const before = done.before.nodeAt(at)
      const now = done.doc.nodeAt(done.mapping.map(at, 1))
      if (replaced(at)) return
      if (!isPlainBlock(before) || !isPlainBlock(now)) possible = false
      if (!before || !now || !possible || sameAttrs(attrsOf(before), attrsOf(now))) return
      proposeShape(tr, { position: at }, attrsOf(now), ownId, proposing)
    }
  })
  return possible
}

function proposeMarks(
  tr: Transaction,
  done: Transaction,
  from: number,
  to: number,
  ranges: readonly TokenRange[],
  ownId: () => string,
  proposing: Proposing,
): void {
  if (from >= to) return
  done.before.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return
    const edges = [
      Math.max(from, at),
      Math.min(to, at + node.nodeSize),
      ...ranges.flatMap((range) => [range.from, range.to]),
    ]
      .filter((edge) => edge >= Math.max(from, at) && edge <= Math.min(to, at + node.nodeSize))
      .sort((a, b) => a - b)
    edges.slice(0, -1).forEach((first, index) => {
      const last = edges[index + 1] ?? first
      if (first === last || ranges.some((range) => first >= range.from && first < range.to)) return
      const nowFrom = done.mapping.map(first, 1)
      done.doc.nodesBetween(nowFrom, nowFrom + last - first, (now, nowAt) => {
        if (!now.isText) return
        const start = Math.max(nowAt, nowFrom) - nowFrom + first
        const end = Math.min(nowAt + now.nodeSize, nowFrom + last - first) - nowFrom + first
        for (const style of STYLES) {
          const wanted = styleOf(now.marks, style)
          if (styleOf(node.marks, style) !== wanted)
            proposeStyles(tr, { from: start, to: end }, style, wanted, ownId, proposing)
        }
        for (const name of ['fact', 'comment']) carryTags(tr, { from: start, to: end }, name, node.marks, now.marks)
      })
    })
  })
}

function carryTags(
  tr: Transaction,
  { from, to }: { readonly from: number; readonly to: number },
  name: string,
  before: readonly Mark[],
  now: readonly Mark[],
): void {
  const of = (marks: readonly Mark[]): readonly Mark[] => marks.filter((mark) => mark.type.name === name)
  for (const mark of of(before)) if (!mark.isInSet(now)) tr.removeMark(from, to, mark)
  for (const mark of of(now)) if (!mark.isInSet(before)) tr.addMark(from, to, mark)
}

/** Puts the caret after the pending text; after a deletion, on the side to which it moved. */
function settleSelection(tr: Transaction, state: EditorState, done: Transaction, placed: readonly Placed[]): void {
  const settle = (position: number): number => {
    for (const { range, start, steps } of placed) {
      if (position < range.newFrom || position > range.newTo) continue
      const emitted = range.fresh.filter(
        (token) => token.at < position && !(token.kind === 'char' && marksOf(token.marks, 'deletion').length > 0),
      ).length
      const forward = state.selection.empty && state.selection.head <= range.from
      if (start !== undefined) return tr.mapping.slice(steps).map(start, -1) + emitted
      return tr.mapping.map(forward ? range.to : range.from, forward ? 1 : -1)
    }
    return tr.mapping.map(done.mapping.invert().map(position))
  }
  if (!done.selectionSet && placed.length === 0) return
  const { anchor, head } = done.selection
  const size = tr.doc.content.size
  const at = (position: number): number => Math.min(Math.max(settle(position), 0), size)
  tr.setSelection(TextSelection.between(tr.doc.resolve(at(anchor)), tr.doc.resolve(at(head))))
}

/** Records of suggestions in the sheet. An unused id leaves no record. */
function usedRecords(tr: Transaction, { records }: Proposing) {
  if (records.length === 0) return []
  const used = new Set<unknown>()
  tr.doc.descendants((node) => {
    for (const mark of node.marks) used.add(mark.attrs['id'])
    for (const name of ['joins', 'deletion'] as const) used.add(node.attrs[name])
    if (typeof node.attrs['becomes'] === 'string') used.add(node.attrs['becomes'].split(' ')[0])
  })
  return records.filter(({ id }) => used.has(id))
}
