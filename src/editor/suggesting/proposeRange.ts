import { Fragment, Slice, type Mark, type Node as SheetNode, type Schema } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { BLOCK_BREAK, LINE_BREAK } from '../../story/copy/suggestions/markedCopy'
import { factIdsOf, factMark } from '../facts/factRanges'
import { attrsOf, isPlainBlock, partOfNode } from '../schema/blockAttrs'
import { factsReplaced, factsTypedOn } from './keptFacts'
import { marksOf, shapeText, suggestionMark } from './suggestionMarks'
import type { Token } from './sheetTokens'
import type { Proposing } from './suggestionRecords'
import type { TokenRange } from './trimmedRanges'

/** Headline and deck are never joined to others. */
const FIXED_BLOCKS = 2

export interface Placed {
  readonly range: TokenRange
  /** The start of the pending text, in the sheet after `steps` steps. */
  readonly start: number | undefined
  readonly steps: number
}

/** Proposes one replaced stretch. Positions before it do not move. */
export function proposeRange(
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
export function standsAlone(doc: SheetNode, range: TokenRange): boolean {
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
