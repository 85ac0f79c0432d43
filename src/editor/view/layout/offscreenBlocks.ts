import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { blocksOnScreen } from './blocksOnScreen'
import { NearBlocks, type BlockRange } from './nearBlocks'
import { TypingActivity } from '../typingActivity'
import { withoutDomObserver } from '../withoutDomObserver'

/** Attribute of a block that is far from the screen. The style sheet hides it. */
const FAR = 'data-far'
/** A sheet with fewer blocks draws them all. */
const LONG = 150
/**
 * Blocks drawn before and after those on the screen: `least` at all times; `ahead` are drawn when fewer than `least`
 * are left.
 */
const READING = { least: 12, ahead: 36 }
/**
 * Fewer while somebody types: for every letter Chromium collects the text of all drawn blocks for input methods. Kept
 * for the figures of typing in docs/performance.md.
 */
const TYPING = { least: 1, ahead: 2 }
/** Events of a hand that may scroll faster than `scroll` events come. */
const HAND_EVENTS = ['wheel', 'pointerdown', 'touchstart'] as const

/** Blocks that are drawn before and after those near the screen because they are selected. */
const SELECTED = 400

const key = new PluginKey<NearBlocks>('offscreenBlocks')

/** The blocks around the screen. */
export const nearBlocksOf = (state: EditorState): NearBlocks | undefined => key.getState(state)

/**
 * Does not draw the blocks of a long story that are far from the screen. With `content-visibility: auto` alone,
 * Chromium asks at every frame for each of thousands of blocks whether it is in sight. The style sheet draws all blocks
 * while a screen reader is in use. Blocks between the caret and the screen are drawn: a Shift-click selects them, and
 * the browser passes on only drawn text (to a middle click on Linux, to services and speech on macOS). To draw all of a
 * story of 100,000 words takes a third of a second and a hundred megabytes: of a selection that goes further than 400
 * blocks from the screen, the rest is selected and copied, not drawn.
 */
export const offscreenBlocks = (): Plugin => {
  const near = new NearBlocks()
  return new Plugin<NearBlocks>({
    key,
    state: { init: () => near, apply: (_transaction, value) => value },
    // A page without layout (jsdom) has no ResizeObserver and nothing on the screen.
    view: (view) => (typeof ResizeObserver === 'undefined' ? {} : new Watch(view, near)),
  })
}

/** Marks far blocks whenever the screen may show others. */
class Watch {
  readonly #size: ResizeObserver
  /** Blocks that are drawn. */
  #drawn: BlockRange | undefined
  #next = 0
  #around = READING
  readonly #typing = new TypingActivity(
    () => this.#measure(TYPING),
    () => this.#measure(READING),
  )

  constructor(
    readonly view: EditorView,
    readonly near: NearBlocks,
  ) {
    // Waits for the next frame: the observer would report changes made within its own call.
    this.#size = new ResizeObserver(() => {
      cancelAnimationFrame(this.#next)
      this.#next = requestAnimationFrame(() => this.#measure())
    })
    this.#size.observe(view.dom)
    document.addEventListener('scroll', this.#scrolled, { capture: true, passive: true })
    for (const name of HAND_EVENTS) document.addEventListener(name, this.#touched, { capture: true, passive: true })
  }

  update(view: EditorView, before: EditorState): void {
    this.#mark()
    this.#typing.follow(view, before, this.#around === TYPING)
  }

  destroy(): void {
    this.#size.disconnect()
    this.#typing.stop()
    cancelAnimationFrame(this.#next)
    document.removeEventListener('scroll', this.#scrolled, { capture: true })
    for (const name of HAND_EVENTS) document.removeEventListener(name, this.#touched, { capture: true })
  }

  readonly #scrolled = ({ target }: Event): void => {
    if (target instanceof Node && target.contains(this.view.dom)) this.#measure()
  }

  readonly #touched = (): void => {
    if (this.#around === TYPING) this.#measure(READING)
  }

  #measure(around = this.#around): void {
    const { dom, isDestroyed } = this.view
    if (isDestroyed || !dom.isConnected) return
    const drawsFewer = around === TYPING && this.#around !== TYPING
    this.#around = around
    const blocks = dom.children
    if (blocks.length < LONG) return this.#set(undefined)
    const seen = blocksOnScreen(dom)
    if (!seen) return
    const first = Math.max(0, seen.first - around.least)
    const last = Math.min(blocks.length - 1, seen.last + around.least)
    const near = this.near.range
    if (drawsFewer || !near || near.first > first || near.last < last)
      this.#set({ first: Math.max(0, seen.first - around.ahead), last: seen.last + around.ahead })
  }

  #set(near: BlockRange | undefined): void {
    if (near === this.near.range) return
    this.near.set(near)
    this.#mark()
  }

  #mark(): void {
    const {
      dom,
      state: {
        selection: { $from, $to },
      },
    } = this.view
    const near = this.near.range
    const drawn = near && {
      first: Math.min(near.first, Math.max($from.index(0), near.first - SELECTED)),
      last: Math.max(near.last, Math.min($to.index(0), near.last + SELECTED)),
    }
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
