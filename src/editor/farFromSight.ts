import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { scrollerOf } from './settleScroll'

/** Blocks from which on a sheet is long. */
const LONG = 150
/** Blocks before and after those on the screen that are near at least, and that are made near at once. */
const LEAST = 12
const AHEAD = 36

/** Places among the blocks, from 0, both included. */
interface Stretch { readonly first: number; readonly last: number }

/**
 * Blocks of a long story that are far from the screen are not drawn. With `content-visibility: auto` alone Chromium looks at every frame
 * for each of thousands of blocks whether it is in sight. Which they are is said in a style sheet of the page and not in the document:
 * it costs nothing while somebody types. A page shows one story. All from the caret to the screen is drawn: a Shift-click selects it,
 * and of what is selected the browser gives away only what is drawn (to a middle click on Linux, to services and speech on macOS).
 */
export const farFromSight = (): Plugin =>
  new Plugin({
    key: new PluginKey('farFromSight'),
    // A page that is never laid out has no such thing, and nothing on the screen.
    view: (view) => (typeof ResizeObserver === 'undefined' ? {} : new Watch(view))
  })

/** Looks which blocks are on the screen, whenever that may have changed. */
class Watch {
  readonly #rules = new CSSStyleSheet()
  readonly #size: ResizeObserver
  #near: Stretch | undefined
  /** Blocks that are drawn. */
  #drawn: Stretch | undefined
  #next = 0

  constructor(readonly view: EditorView) {
    // Comes when the sheet is put into the window too. What is changed within an observer's turn would be seen by it again.
    this.#size = new ResizeObserver(() => {
      cancelAnimationFrame(this.#next)
      this.#next = requestAnimationFrame(this.#look)
    })
    this.#size.observe(view.dom)
    document.addEventListener('scroll', this.#scrolled, { capture: true, passive: true })
    document.adoptedStyleSheets.push(this.#rules)
  }

  update(): void {
    this.#tell()
  }

  destroy(): void {
    this.#size.disconnect()
    cancelAnimationFrame(this.#next)
    document.removeEventListener('scroll', this.#scrolled, { capture: true })
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#rules)
  }

  readonly #scrolled = ({ target }: Event): void => {
    if (target instanceof Node && target.contains(this.view.dom)) this.#look()
  }

  readonly #look = (): void => {
    const { dom, isDestroyed } = this.view
    if (isDestroyed || !dom.isConnected) return
    const blocks = dom.children
    if (blocks.length < LONG) return this.#set(undefined)
    const seen = onScreen(dom)
    if (!seen) return
    const first = Math.max(0, seen.first - LEAST)
    const last = Math.min(blocks.length - 1, seen.last + LEAST)
    if (!this.#near || this.#near.first > first || this.#near.last < last) this.#set({ first: Math.max(0, seen.first - AHEAD), last: seen.last + AHEAD })
  }

  #set(near: Stretch | undefined): void {
    if (near === this.#near) return
    this.#near = near
    this.#tell()
  }

  #tell(): void {
    const { $from, $to } = this.view.state.selection
    const near = this.#near
    const drawn = near && { first: Math.min(near.first, $from.index(0)), last: Math.max(near.last, $to.index(0)) }
    if (drawn?.first === this.#drawn?.first && drawn?.last === this.#drawn?.last) return
    this.#drawn = drawn
    // Counted from 1. Screen readers would miss what is not drawn at all.
    const far = drawn && [`-n + ${drawn.first}`, `n + ${drawn.last + 2}`].map((places) => `:root:not([data-assisted]) .ProseMirror > :nth-child(${places})`)
    this.#rules.replaceSync(far ? `${far.join(', ')} { --out-of-sight: hidden; }` : '')
  }
}

function onScreen(sheet: HTMLElement): Stretch | undefined {
  const { top, bottom } = scrollerOf(sheet).getBoundingClientRect()
  if (top === bottom) return undefined
  const first = firstWhere(sheet.children, (box) => box.bottom > top)
  return { first, last: Math.max(first, firstWhere(sheet.children, (box) => box.top >= bottom)) }
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
