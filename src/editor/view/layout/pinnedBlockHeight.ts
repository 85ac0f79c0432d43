import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { TypingActivity } from '../typingActivity'
import { withoutDomObserver } from '../withoutDomObserver'

/**
 * Pins the height of the block that somebody types in (`contain: size layout`), so that Chromium lays out that block
 * alone for a letter, not the whole sheet and the window around it. A letter that changes the height unpins the block
 * in the same frame. Kept for the figures of typing in docs/performance.md.
 */
export const pinnedBlockHeight = (): Plugin =>
  new Plugin({
    key: new PluginKey('pinnedBlockHeight'),
    // A page without layout (jsdom) has no ResizeObserver and no heights.
    view: (view) => (typeof ResizeObserver === 'undefined' ? {} : new Pin(view)),
  })

class Pin {
  readonly #range = document.createRange()
  readonly #width: ResizeObserver
  #pinned: { readonly block: HTMLElement; readonly needs: string } | undefined
  readonly #typing = new TypingActivity(
    () => this.#pin(),
    () => this.#unpin(),
  )

  constructor(readonly view: EditorView) {
    let last = 0
    this.#width = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0
      if (width !== last) this.#unpin()
      last = width
    })
    this.#width.observe(view.dom)
  }

  update(view: EditorView, before: EditorState): void {
    if (this.#pinned && !this.#stillFits(this.#pinned)) this.#unpin()
    this.#typing.follow(view, before, this.#pinned !== undefined)
  }

  destroy(): void {
    this.#width.disconnect()
    this.#typing.stop()
  }

  #pin(): void {
    const { dom, state, isDestroyed } = this.view
    if (isDestroyed || state.selection.$head.depth !== 1) return
    const block = dom.querySelector<HTMLElement>(":scope > .caret-block[data-part='body']")
    // The copy may be zoomed: a length set here is in its own pixels.
    const height = (block?.getBoundingClientRect().height ?? 0) / (block?.currentCSSZoom ?? 1)
    if (!block || height === 0) return
    this.#pinned = { block, needs: this.#needsOf(block) }
    withoutDomObserver(this.view, () => {
      block.style.contain = 'size layout'
      block.style.blockSize = `${String(height)}px`
    })
  }

  #unpin(): void {
    this.#typing.stop()
    if (!this.#pinned) return
    const { block } = this.#pinned
    this.#pinned = undefined
    withoutDomObserver(this.view, () => {
      block.style.contain = block.style.blockSize = ''
      if (block.style.length === 0) block.removeAttribute('style')
    })
  }

  #stillFits({ block, needs }: { readonly block: HTMLElement; readonly needs: string }): boolean {
    return block.isConnected && block.classList.contains('caret-block') && this.#needsOf(block) === needs
  }

  /**
   * The measures that the height of a block depends on: the height of its words, what overflows, and the number of its
   * elements, because an empty line at its end shows in neither of the others.
   */
  #needsOf(block: Element): string {
    this.#range.selectNodeContents(block)
    return [
      Math.round(this.#range.getBoundingClientRect().height),
      block.scrollHeight,
      block.getElementsByTagName('*').length,
    ].join(' ')
  }
}
