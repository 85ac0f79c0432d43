import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** How long after a letter the height is still held. */
const PAUSE_MS = 1000

/**
 * Holds the height of the graf that somebody types in. A letter may give its graf another height and move all that comes after, so
 * that Chromium lays out the sheet and everything around it for every letter. A box whose size is given (`contain: size layout`) is
 * laid out by itself. Most letters leave the height as it is; the first one that does not lets it go, in the same frame.
 * Said in a style sheet of the page and not in the document, as in farFromSight.ts. A page shows one story.
 */
export const heldHeight = (): Plugin =>
  new Plugin({
    key: new PluginKey('heldHeight'),
    // A page that is never laid out has no such thing, and no heights.
    view: (view) => (typeof ResizeObserver === 'undefined' ? {} : new Hold(view))
  })

class Hold {
  readonly #rules = new CSSStyleSheet()
  readonly #range = document.createRange()
  readonly #width: ResizeObserver
  #held: { readonly graf: Element; readonly needs: string } | undefined
  #frame = 0
  #after: ReturnType<typeof setTimeout> | undefined
  #pause: ReturnType<typeof setTimeout> | undefined

  constructor(readonly view: EditorView) {
    let last = 0
    this.#width = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0
      if (width !== last) this.#letGo()
      last = width
    })
    this.#width.observe(view.dom)
    document.adoptedStyleSheets.push(this.#rules)
  }

  update(view: EditorView, before: EditorState): void {
    if (this.#held && !this.#stillFits(this.#held)) this.#letGo()
    if (before.doc === view.state.doc || grafOf(before) === grafOf(view.state)) return
    clearTimeout(this.#pause)
    this.#pause = setTimeout(this.#letGo, PAUSE_MS)
    if (this.#held) return
    this.#cancel()
    // What this letter changed is laid out once, and shown; the graf is held for the next one.
    this.#frame = requestAnimationFrame(() => (this.#after = setTimeout(this.#hold)))
  }

  destroy(): void {
    this.#width.disconnect()
    this.#letGo()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#rules)
  }

  readonly #hold = (): void => {
    const { dom, state, isDestroyed } = this.view
    if (isDestroyed || state.selection.$head.depth !== 1) return
    const graf = dom.querySelector(":scope > .caret-block[data-part='body']")
    const height = graf?.getBoundingClientRect().height ?? 0
    if (!graf || height === 0) return
    this.#held = { graf, needs: this.#needsOf(graf) }
    // Paper is laid out in pages.
    this.#rules.replaceSync(`@media screen { .ProseMirror > .caret-block[data-part='body'] { contain: size layout; block-size: ${String(height)}px; } }`)
  }

  readonly #letGo = (): void => {
    this.#cancel()
    clearTimeout(this.#pause)
    if (!this.#held) return
    this.#held = undefined
    this.#rules.replaceSync('')
  }

  #cancel(): void {
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#after)
  }

  #stillFits({ graf, needs }: { readonly graf: Element; readonly needs: string }): boolean {
    return graf.isConnected && graf.classList.contains('caret-block') && this.#needsOf(graf) === needs
  }

  /**
   * What the height of a graf follows from: how much room its words take, whatever room it has; what reaches out of it; and its
   * elements, since an empty line at its end takes room that neither of the two tells.
   */
  #needsOf(graf: Element): string {
    this.#range.selectNodeContents(graf)
    return [Math.round(this.#range.getBoundingClientRect().height), graf.scrollHeight, graf.getElementsByTagName('*').length].join(' ')
  }
}

const grafOf = ({ selection: { $head } }: EditorState) => ($head.depth === 0 ? undefined : $head.node(1))
