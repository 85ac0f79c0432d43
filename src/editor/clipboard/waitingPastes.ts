import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Mappable } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { isFromSharedDocument } from '../copy/origin'
import type { SheetRange } from '../facts/factRanges'
import { bindingOf } from '../copy/bindingOf'
import { composed } from '../view/compositionEnd'

/** A paste or drop whose words nobody can read yet. */
interface Waiting {
  readonly at: SheetRange
  readonly insert: (at: SheetRange) => void
}

interface WaitingPastes {
  /** Oldest first. */
  readonly list: readonly Waiting[]
  /** Where a place goes when words are inserted there: before what is typed, behind an older paste. */
  readonly side: -1 | 1
}

const NONE: WaitingPastes = { list: [], side: -1 }
const waitingKey = new PluginKey<WaitingPastes>('waitingPastes')

/** Keeps the place of each waiting paste while the sheet is edited. What is typed there comes after the paste. */
export function waitingPastes(): Plugin<WaitingPastes> {
  /** The places in the shared document, before a change of it. Such a change replaces the whole sheet. */
  let remembered: readonly RelativeRange[] = []
  return new Plugin<WaitingPastes>({
    key: waitingKey,
    state: {
      init: () => NONE,
      apply(tr, value, old) {
        const waiting = (tr.getMeta(waitingKey) as WaitingPastes | undefined) ?? value
        const { list, side } = waiting
        if (!tr.docChanged || list.length === 0) return waiting
        const placeOf = isFromSharedDocument(tr)
          ? (at: SheetRange, index: number): SheetRange => absolute(old, tr, at, remembered[index])
          : (at: SheetRange): SheetRange => mapped(at, tr.mapping, side)
        return { list: list.map(({ at, insert }, index) => ({ at: placeOf(at, index), insert })), side }
      },
    },
    view(view) {
      const { doc } = bindingOf(view.state)
      const remember = (): void => {
        remembered = waitingIn(view.state).list.map(({ at }) => relative(view.state, at))
      }
      doc.on('beforeAllTransactions', remember)
      return { destroy: () => doc.off('beforeAllTransactions', remember) }
    },
  })
}

const waitingIn = (state: EditorState): WaitingPastes => waitingKey.getState(state) ?? NONE

function mapped({ from, to }: SheetRange, mapping: Mappable, side: -1 | 1): SheetRange {
  const start = mapping.map(from, side)
  const end = mapping.mapResult(to, -1)
  if (from < to && !end.deletedBefore) return { from: start, to: Math.max(start, end.pos) }
  // Words that were typed over the selection are not part of it.
  const place = from === to || side < 0 ? start : mapping.map(to, side)
  return { from: place, to: place }
}

type RelativeRange = Readonly<Record<keyof SheetRange, Y.RelativePosition>>

function relative(state: EditorState, { from, to }: SheetRange): RelativeRange {
  const { type, mapping } = bindingOf(state)
  const place = (at: number): Y.RelativePosition => absolutePositionToRelativePosition(at, type, mapping)
  return { from: place(from), to: place(to) }
}

/** If its words are gone, the place stays near where it was. */
function absolute(
  old: EditorState,
  { doc }: Transaction,
  at: SheetRange,
  there: RelativeRange | undefined,
): SheetRange {
  const { doc: shared, type, mapping } = bindingOf(old)
  const place = (end: keyof SheetRange): number | null =>
    there ? relativePositionToAbsolutePosition(shared, type, there[end], mapping) : null
  const [start, end] = [place('from'), place('to')]
  const from = Math.min(start ?? end ?? at.from, doc.content.size)
  return { from, to: Math.min(Math.max(from, end ?? from), doc.content.size) }
}

const setWaiting = ({ state, dispatch }: EditorView, waiting: WaitingPastes): void =>
  dispatch(state.tr.setMeta(waitingKey, waiting))

/**
 * Calls `insert` for its place after `load`. Resolves once that is done. Rejects if loading fails: then nothing that
 * waits is inserted. The next paste loads again.
 */
export async function insertAfter(view: EditorView, load: () => Promise<unknown>, waiting: Waiting): Promise<void> {
  setWaiting(view, { list: [...waitingIn(view.state).list, waiting], side: -1 })
  try {
    await load()
    await composed(view)
  } catch (error) {
    if (!view.isDestroyed) setWaiting(view, NONE)
    throw error
  }
  if (!view.isDestroyed) insertAll(view)
}

function insertAll(view: EditorView): void {
  const [first, ...rest] = waitingIn(view.state).list
  if (!first) return
  setWaiting(view, rest.length === 0 ? NONE : { list: rest, side: 1 })
  if (view.editable) first.insert(first.at)
  insertAll(view)
}
