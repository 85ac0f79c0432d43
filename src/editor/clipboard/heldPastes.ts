import { PluginKey, type EditorState, type StateField, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isFromSharedDocument } from '../copy/origin'
import type { SheetRange } from '../facts/factRanges'
import type { LaterReader, OutsideReader } from './outsideReader'

/** A place in the sheet that waits for words. `turn`: its number in the order of the pastes. */
interface HeldPlace extends SheetRange {
  readonly turn: number
}
type Change = { readonly hold: HeldPlace } | { readonly free: number }

/** Keeps the places of the pastes that wait. */
export const heldKey = new PluginKey<readonly HeldPlace[]>('storyClipboard')

export const heldPlaces: StateField<readonly HeldPlace[]> = {
  init: () => [],
  apply(tr, before) {
    const move = isFromSharedDocument(tr) ? movedByOthers : moved
    const held = tr.docChanged ? before.map((place) => move(place, tr)) : before
    const change = tr.getMeta(heldKey) as Change | undefined
    if (!change) return held
    return 'hold' in change ? [...held, change.hold] : held.filter(({ turn }) => turn !== change.free)
  },
}

/** Words that are typed at the place come after the paste. Words of an earlier paste come before it. */
function moved(place: HeldPlace, tr: Transaction): HeldPlace {
  const isPaste = ['paste', 'drop'].includes(String(tr.getMeta('uiEvent')))
  const from = tr.mapping.map(place.from, isPaste ? 1 : -1)
  const end = tr.mapping.mapResult(place.to, -1)
  // Who types over the selected words has replaced them. The paste takes nothing more away.
  const isReplaced = place.from === place.to || end.deletedBefore
  return { ...place, from, to: isReplaced ? from : Math.max(from, end.pos) }
}

/** A change of another window comes as a new sheet, whose mapping tells no place. So the two sheets are compared. */
function movedByOthers(place: HeldPlace, { before, doc }: Transaction): HeldPlace {
  const start = before.content.findDiffStart(doc.content)
  const ends = before.content.findDiffEnd(doc.content)
  if (start === null || ends === null) return place
  // Equal letters at both sides of the change are counted twice.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  const [end, endNow] = [ends.a + overlap, ends.b + overlap]
  const at = (position: number): number => {
    if (position <= start) return position
    return position >= end ? position + endNow - end : Math.min(position, endNow)
  }
  return { ...place, from: at(place.from), to: at(place.to) }
}

const isWaiting = (state: EditorState): boolean => (heldKey.getState(state) ?? []).length > 0

/**
 * Pastes and drops of a sheet. They wait while the script that reads words of other programs is not loaded, which is so
 * for a moment after the first frame. Each goes to its place, in its order.
 */
export class HeldPastes {
  readonly #reader: LaterReader
  readonly #onUnread: () => void
  #turn = 0

  /** `onUnread`: called when words are not pasted because the script cannot be read. */
  constructor(reader: LaterReader, onUnread: () => void) {
    this.#reader = reader
    this.#onUnread = onUnread
  }

  /** Runs an act that needs the reader: now, or once the reader is loaded, if the sheet can still be edited. */
  read(view: EditorView, at: SheetRange, act: (at: SheetRange, reader: OutsideReader) => void): void {
    const reader = this.#reader.ready()
    if (reader && !isWaiting(view.state)) return act(at, reader)
    void this.#hold(view, at, act)
  }

  /** Runs an act that needs no reader: now, or after those that wait. */
  inTurn(view: EditorView, at: SheetRange, act: (at: SheetRange) => void): void {
    if (isWaiting(view.state)) void this.#hold(view, at, act)
    else act(at)
  }

  /**
   * Whether a key does nothing because a paste waits. Letters and further pastes are kept in order. Other keys would
   * act on words that are not there yet.
   */
  blocks(view: EditorView, { key, ctrlKey, metaKey, isComposing, keyCode }: KeyboardEvent): boolean {
    if (!isWaiting(view.state) || isComposing || keyCode === 229) return false
    const isLetter = key.length === 1 && ((!ctrlKey && !metaKey) || key.toLowerCase() === 'v')
    return !isLetter
  }

  async #hold(
    view: EditorView,
    { from, to }: SheetRange,
    act: (at: SheetRange, reader: OutsideReader) => void,
  ): Promise<void> {
    const turn = ++this.#turn
    change(view, { hold: { turn, from, to } })
    // All that wait go on with the same answer, in the order in which they asked.
    const reader = await this.#reader.load().catch(() => undefined)
    if (view.isDestroyed) return
    const place = heldKey.getState(view.state)?.find((one) => one.turn === turn)
    change(view, { free: turn })
    if (!reader) return this.#onUnread()
    if (place && view.editable) act({ from: place.from, to: place.to }, reader)
  }
}

const change = (view: EditorView, what: Change): void => view.dispatch(view.state.tr.setMeta(heldKey, what))
