import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { scrollerOf } from './settleScroll'
import { withoutDomObserver } from './withoutDomObserver'

/** Attribute of a block that is far from the screen. The style sheet hides it. */
const FAR = 'data-far'
/** A sheet with fewer blocks draws them all. */
const LONG = 150
/** The fewest blocks drawn before and after those on the screen. */
const LEAST = 12
/** How many blocks before and after the screen are drawn when fewer than `LEAST` are left. */
const AHEAD = 36

/** Indexes of blocks; both ends are included. */
interface BlockRange {
  readonly first: number
  readonly last: number
}

/**
 * Does not draw the blocks of a long story that are far from the screen. With `content-visibility: auto` alone,
 * Chromium asks at every frame for each of thousands of blocks whether it is in sight. The style sheet draws all blocks
 * while a screen reader is in use. Blocks between the caret and the screen are drawn: a Shift-click selects them, and
 * the browser passes on only drawn text (to a middle click on Linux, to services and speech on macOS).
 */
export const offscreenBlocks = (): Plugin =>
  new Plugin({
    key: new PluginKey('offscreenBlocks'),
    // A page without layout (jsdom) has no ResizeObserver and nothing on the screen.
    view: (view) => (typeof ResizeObserver === 'undefined' ? {} : new Watch(view)),
  })

/** Marks far blocks whenever the screen may show others. */
class Watch {
  readonly #size: ResizeObserver
  #near: BlockRange | undefined
  /** Blocks that are drawn. */
  #drawn: BlockRange | undefined
  #next = 0

  constructor(readonly view: EditorView) {
    // Waits for the next frame: the observer would report changes made within its own call.
    this.#size = new ResizeObserver(() => {
      cancelAnimationFrame(this.#next)
      this.#next = requestAnimationFrame(() => this.#measure())
    })
    this.#size.observe(view.dom)
    document.addEventListener('scroll', this.#scrolled, { capture: true, passive: true })
  }

  update(): void {
    this.#mark()
  }

  destroy(): void {
    this.#size.disconnect()
    cancelAnimationFrame(this.#next)
    document.removeEventListener('scroll', this.#scrolled, { capture: true })
  }

  readonly #scrolled = ({ target }: Event): void => {
    if (target instanceof Node && target.contains(this.view.dom)) this.#measure()
  }

  #measure(): void {
    const { dom, isDestroyed } = this.view
    if (isDestroyed || !dom.isConnected) return
    const blocks = dom.children
    if (blocks.length < LONG) return this.#set(undefined)
    const seen = onScreen(dom)
    if (!seen) return
    const first = Math.max(0, seen.first - LEAST)
    const last = Math.min(blocks.length - 1, seen.last + LEAST)
    if (!this.#near || this.#near.first > first || this.#near.last < last)
      this.#set({ first: Math.max(0, seen.first - AHEAD), last: seen.last + AHEAD })
  }

  #set(near: BlockRange | undefined): void {
    if (near === this.#near) return
    this.#near = near
    this.#mark()
  }

  #mark(): void {
    const {
      dom,
      state: {
        selection: { $from, $to },
      },
    } = this.view
    const near = this.#near
    const drawn = near && { first: Math.min(near.first, $from.index(0)), last: Math.max(near.last, $to.index(0)) }
    const isSame = drawn?.first === this.#drawn?.first && drawn?.last === this.#drawn?.last
    // ProseMirror may move an element with its attribute to another place.
    if (isSame && (!drawn || !isAnyFar(dom.children, drawn))) return
    this.#drawn = drawn
    withoutDomObserver(this.view, () => {
      for (const [index, block] of [...dom.children].entries())
        block.toggleAttribute(FAR, drawn !== undefined && (index < drawn.first || index > drawn.last))
    })
  }
}

function isAnyFar(blocks: HTMLCollection, { first, last }: BlockRange): boolean {
  for (let index = first; index <= last; index++) if (blocks[index]?.hasAttribute(FAR)) return true
  return false
}

function onScreen(sheet: HTMLElement): BlockRange | undefined {
  const { top, bottom } = scrollerOf(sheet).getBoundingClientRect()
  if (top === bottom) return undefined
  const first = firstWhere(sheet.children, (box) => box.bottom > top)
  return {
    first,
    last: Math.max(
      first,
      firstWhere(sheet.children, (box) => box.top >= bottom),
    ),
  }
}

/** Index of the first element, from top to bottom, whose box meets the condition; the last index if no box does. */
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
