import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { scrollerOf } from './settleScroll'
import { WhileTyping } from './whileTyping'
import { withoutDomObserver } from './withoutDomObserver'

/** Mark of a block that is far from the screen; the style sheet says what becomes of it. */
const FAR = 'data-far'
/** Blocks from which on a sheet is long. */
const LONG = 150
/** Blocks before and after those on the screen that are near at least, and that are made near at once. */
const READING = { least: 12, ahead: 36 }
/** While somebody types: for every letter Chromium puts together the text of all that is drawn, for input methods. */
const TYPING = { least: 1, ahead: 2 }
const HANDS = ['wheel', 'pointerdown', 'touchstart'] as const

/** Places among the blocks, from 0, both included. */
interface Stretch {
  readonly first: number
  readonly last: number
}

/**
 * Blocks of a long story that are far from the screen are not drawn. With `content-visibility: auto` alone Chromium looks at every frame
 * for each of thousands of blocks whether it is in sight. Screen readers would miss what is not drawn: they are given all. All from the
 * caret to the screen is drawn: a Shift-click selects it, and of what is selected the browser gives away only what is drawn (to a middle
 * click on Linux, to services and speech on macOS).
 */
export const offscreenBlocks = (): Plugin =>
  new Plugin({
    key: new PluginKey('offscreenBlocks'),
    // A page that is never laid out has no such thing, and nothing on the screen.
    view: (view) => (typeof ResizeObserver === 'undefined' ? {} : new Watch(view)),
  })

/** Looks which blocks are on the screen, whenever that may have changed. */
class Watch {
  readonly #size: ResizeObserver
  #near: Stretch | undefined
  /** Blocks that are drawn. */
  #drawn: Stretch | undefined
  #next = 0
  #around = READING
  readonly #typing = new WhileTyping(
    () => this.#look(TYPING),
    () => this.#look(READING),
  )

  constructor(readonly view: EditorView) {
    // Comes when the sheet is put into the window too. What is changed within an observer's turn would be seen by it again.
    this.#size = new ResizeObserver(() => {
      cancelAnimationFrame(this.#next)
      this.#next = requestAnimationFrame(() => this.#look())
    })
    this.#size.observe(view.dom)
    document.addEventListener('scroll', this.#scrolled, { capture: true, passive: true })
    for (const hand of HANDS) document.addEventListener(hand, this.#touched, { capture: true, passive: true })
  }

  update(view: EditorView, before: EditorState): void {
    this.#tell()
    this.#typing.follow(view, before, this.#around === TYPING)
  }

  destroy(): void {
    this.#size.disconnect()
    this.#typing.stop()
    cancelAnimationFrame(this.#next)
    document.removeEventListener('scroll', this.#scrolled, { capture: true })
    for (const hand of HANDS) document.removeEventListener(hand, this.#touched, { capture: true })
  }

  readonly #scrolled = ({ target }: Event): void => {
    if (target instanceof Node && target.contains(this.view.dom)) this.#look()
  }

  /** A hand scrolls faster than letters do, and Chromium shows what comes before it is asked for here. */
  readonly #touched = (): void => {
    if (this.#around === TYPING) this.#look(READING)
  }

  #look(around = this.#around): void {
    const { dom, isDestroyed } = this.view
    if (isDestroyed || !dom.isConnected) return
    const isFewer = around === TYPING && this.#around !== TYPING
    this.#around = around
    const blocks = dom.children
    if (blocks.length < LONG) return this.#set(undefined)
    const seen = onScreen(dom)
    if (!seen) return
    const first = Math.max(0, seen.first - around.least)
    const last = Math.min(blocks.length - 1, seen.last + around.least)
    if (isFewer || !this.#near || this.#near.first > first || this.#near.last < last)
      this.#set({ first: Math.max(0, seen.first - around.ahead), last: seen.last + around.ahead })
  }

  #set(near: Stretch | undefined): void {
    if (near === this.#near) return
    this.#near = near
    this.#tell()
  }

  #tell(): void {
    const {
      dom,
      state: {
        selection: { $from, $to },
      },
    } = this.view
    const near = this.#near
    const drawn = near && { first: Math.min(near.first, $from.index(0)), last: Math.max(near.last, $to.index(0)) }
    const isSame = drawn?.first === this.#drawn?.first && drawn?.last === this.#drawn?.last
    // A block that is put elsewhere may bring its mark along.
    if (isSame && (!drawn || !isAnyFar(dom.children, drawn))) return
    this.#drawn = drawn
    withoutDomObserver(this.view, () => {
      for (const [index, block] of [...dom.children].entries())
        block.toggleAttribute(FAR, drawn !== undefined && (index < drawn.first || index > drawn.last))
    })
  }
}

function isAnyFar(blocks: HTMLCollection, { first, last }: Stretch): boolean {
  for (let index = first; index <= last; index++) if (blocks[index]?.hasAttribute(FAR)) return true
  return false
}

function onScreen(sheet: HTMLElement): Stretch | undefined {
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
