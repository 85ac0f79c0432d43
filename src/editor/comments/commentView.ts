/**
 * Shows words with a comment: one `span` per piece, marked while its thread is open. Set on the elements directly, as
 * with facts.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView, MarkViewConstructor } from '@tiptap/pm/view'

class CommentElements {
  private readonly elements = new Map<HTMLElement, string>()
  private open: ReadonlySet<string> = new Set()
  private current: string | undefined

  add(id: string, element: HTMLElement): void {
    this.elements.set(element, id)
    this.show(id, element)
  }

  remove(element: HTMLElement): void {
    this.elements.delete(element)
  }

  setOpen(open: ReadonlySet<string>): void {
    this.open = open
    for (const [element, id] of this.elements) this.show(id, element)
  }

  setCurrent(current: string | undefined): void {
    if (current === this.current) return
    const changed = new Set([this.current, current])
    this.current = current
    for (const [element, id] of this.elements) if (changed.has(id)) this.show(id, element)
  }

  private show(id: string, element: HTMLElement): void {
    element.dataset['comment'] = this.open.has(id) ? 'open' : 'closed'
    element.toggleAttribute('data-comment-current', id === this.current)
  }
}

const key = new PluginKey<CommentElements>('commentView')

export function commentView(): Plugin<CommentElements> {
  const elements = new CommentElements()
  const span: MarkViewConstructor = (mark) => {
    const id = String(mark.attrs['id'])
    const dom = document.createElement('span')
    dom.dataset['commentId'] = id
    elements.add(id, dom)
    return { dom, ignoreMutation: (mutation) => mutation.type === 'attributes', destroy: () => elements.remove(dom) }
  }
  return new Plugin<CommentElements>({
    key,
    state: { init: () => elements, apply: (_tr, value) => value },
    props: { markViews: { comment: span } },
  })
}

export function setOpenComments(view: EditorView, open: ReadonlySet<string>): void {
  key.getState(view.state)?.setOpen(open)
}

/** Marks the words of the comment whose note is selected; undefined for none. */
export function setCurrentComment(view: EditorView, id: string | undefined): void {
  key.getState(view.state)?.setCurrent(id)
}
