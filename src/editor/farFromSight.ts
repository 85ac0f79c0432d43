import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { changedBlocks } from './changedBlocks'
import { scrollerOf } from './settleScroll'

/** Blocks from which on a sheet is long. */
const LONG = 800
/** Blocks before and after those on the screen that are near at least, and that are made near at once. */
const LEAST = 40
const AHEAD = 120

/** Indexes of blocks, both included. */
interface Stretch { readonly first: number; readonly last: number }
interface Near extends Stretch { readonly shown: DecorationSet }

/**
 * The sheet of a long story has the class `long`, and its blocks near the screen the class `near`. With `content-visibility: auto` alone
 * Chromium looks at every frame for each of thousands of blocks whether it is in sight; the style sheet spares it that for those that are
 * not near. A sheet that nobody sees yet, or that is not long, has neither class.
 */
export function farFromSight(): Plugin<Near | null> {
  const key = new PluginKey<Near | null>('farFromSight')
  return new Plugin<Near | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, near, before) {
        const wanted = transaction.getMeta(key) as Stretch | 'none' | undefined
        if (wanted !== undefined) return wanted === 'none' ? null : nearIn(transaction.doc, wanted)
        return near && transaction.docChanged ? followed(near, before.doc, transaction.doc, (shown) => shown.map(transaction.mapping, transaction.doc)) : near
      }
    },
    props: {
      decorations: (state) => key.getState(state)?.shown,
      attributes: (state): Record<string, string> => (key.getState(state) ? { class: 'long' } : {})
    },
    // A page that is never laid out has no such thing, and nothing on the screen.
    view: (view) => typeof ResizeObserver === 'undefined' ? {} : new Watch(view, (state) => key.getState(state) ?? null, (stretch) => view.dispatch(view.state.tr.setMeta(key, stretch).setMeta('addToHistory', false)))
  })
}

function nearIn(doc: SheetNode, { first, last }: Stretch): Near {
  const decorations: Decoration[] = []
  doc.forEach((block, at, index) => {
    if (index >= first && index <= last) decorations.push(Decoration.node(at, at + block.nodeSize, { class: 'near' }))
  })
  return { first, last, shown: DecorationSet.create(doc, decorations) }
}

/** After a change: the same blocks when words in one of them changed, else as many as there are more, until it is seen where they are. */
function followed(near: Near, before: SheetNode, after: SheetNode, mapped: (shown: DecorationSet) => DecorationSet): Near {
  const { from, to, toBefore } = changedBlocks(before, after)
  if (to - from === 1 && toBefore - from === 1 && before.child(from).sameMarkup(after.child(from))) return { ...near, shown: mapped(near.shown) }
  return nearIn(after, { first: near.first, last: near.last + Math.max(0, after.childCount - before.childCount) })
}

/** Looks which blocks are on the screen, whenever that may have changed. */
class Watch {
  readonly #size: ResizeObserver
  #next = 0

  constructor(readonly view: EditorView, readonly near: (state: EditorState) => Near | null, readonly tell: (stretch: Stretch | 'none') => void) {
    // Comes when the sheet is put into the window too. What is changed within an observer's turn would be seen by it again.
    this.#size = new ResizeObserver(() => {
      cancelAnimationFrame(this.#next)
      this.#next = requestAnimationFrame(this.#look)
    })
    this.#size.observe(view.dom)
    document.addEventListener('scroll', this.#scrolled, { capture: true, passive: true })
  }

  destroy(): void {
    this.#size.disconnect()
    cancelAnimationFrame(this.#next)
    document.removeEventListener('scroll', this.#scrolled, { capture: true })
  }

  readonly #scrolled = ({ target }: Event): void => {
    if (target instanceof Node && target.contains(this.view.dom)) this.#look()
  }

  readonly #look = (): void => {
    const { view } = this
    if (view.isDestroyed || !view.dom.isConnected) return
    const { childCount } = view.state.doc
    const near = this.near(view.state)
    if (childCount < LONG) {
      if (near) this.tell('none')
      return
    }
    const seen = onScreen(view)
    if (!seen) return
    const first = Math.max(0, seen.first - LEAST)
    const last = Math.min(childCount - 1, seen.last + LEAST)
    if (!near || near.first > first || near.last < last) this.tell({ first: seen.first - AHEAD, last: seen.last + AHEAD })
  }
}

function onScreen(view: EditorView): Stretch | undefined {
  const { top, bottom } = scrollerOf(view.dom).getBoundingClientRect()
  const blocks = view.dom.children
  if (top === bottom || blocks.length === 0) return undefined
  const first = firstWhere(blocks, (box) => box.bottom > top)
  const last = Math.max(first, firstWhere(blocks, (box) => box.top >= bottom) - 1)
  // An element between the blocks (where something is dropped) moves them by one: LEAST is many times that.
  return { first, last }
}

/** Place of the first element, from top to bottom, whose box meets the condition; the last one when none does. */
function firstWhere(elements: HTMLCollection, meets: (box: DOMRect) => boolean): number {
  let low = 0
  let high = elements.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const element = elements[middle]
    if (element && meets(element.getBoundingClientRect())) high = middle
    else low = middle + 1
  }
  return low
}
