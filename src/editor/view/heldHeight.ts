import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { WhileTyping } from './whileTyping'
import { withoutDomObserver } from './withoutDomObserver'

/**
 * Holds the height of the graf that somebody types in. A letter may give its graf another height and move all that comes after, so
 * that Chromium lays out the sheet and everything around it for every letter. A box whose size is given (`contain: size layout`) is
 * laid out by itself. Most letters leave the height as it is; the first one that does not lets it go, in the same frame.
 */
export const heldHeight = (): Plugin =>
  new Plugin({
    key: new PluginKey('heldHeight'),
    // A page that is never laid out has no such thing, and no heights.
    view: (view) => (typeof ResizeObserver === 'undefined' ? {} : new Hold(view)),
  })

class Hold {
  readonly #range = document.createRange()
  readonly #width: ResizeObserver
  #held: { readonly graf: HTMLElement; readonly needs: string } | undefined
  readonly #typing = new WhileTyping(
    () => this.#hold(),
    () => this.#letGo(),
  )

  constructor(readonly view: EditorView) {
    let last = 0
    this.#width = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0
      if (width !== last) this.#letGo()
      last = width
    })
    this.#width.observe(view.dom)
  }

  update(view: EditorView, before: EditorState): void {
    if (this.#held && !this.#stillFits(this.#held)) this.#letGo()
    // What this letter changed is laid out once, and shown; the graf is held for the next one.
    this.#typing.follow(view, before, this.#held !== undefined)
  }

  destroy(): void {
    this.#width.disconnect()
    this.#typing.stop()
  }

  #hold(): void {
    const { dom, state, isDestroyed } = this.view
    if (isDestroyed || state.selection.$head.depth !== 1) return
    const graf = dom.querySelector<HTMLElement>(":scope > .caret-block[data-part='body']")
    const height = graf?.getBoundingClientRect().height ?? 0
    if (!graf || height === 0) return
    this.#held = { graf, needs: this.#needsOf(graf) }
    withoutDomObserver(this.view, () => {
      graf.style.contain = 'size layout'
      graf.style.blockSize = `${String(height)}px`
    })
  }

  #letGo(): void {
    this.#typing.stop()
    if (!this.#held) return
    const { graf } = this.#held
    this.#held = undefined
    withoutDomObserver(this.view, () => {
      graf.style.contain = graf.style.blockSize = ''
      if (graf.style.length === 0) graf.removeAttribute('style')
    })
  }

  #stillFits({ graf, needs }: { readonly graf: HTMLElement; readonly needs: string }): boolean {
    return graf.isConnected && graf.classList.contains('caret-block') && this.#needsOf(graf) === needs
  }

  /**
   * What the height of a graf follows from: how much room its words take, whatever room it has; what reaches out of it; and its
   * elements, since an empty line at its end takes room that neither of the two tells.
   */
  #needsOf(graf: Element): string {
    this.#range.selectNodeContents(graf)
    return [
      Math.round(this.#range.getBoundingClientRect().height),
      graf.scrollHeight,
      graf.getElementsByTagName('*').length,
    ].join(' ')
  }
}
