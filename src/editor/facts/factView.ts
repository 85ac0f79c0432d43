/**
 * Shows tagged words: one `span` per piece of a tag with `data-fact-id`, `data-fact-status` and, for overlapping tags,
 * `data-depth`. Statuses are set on the elements directly, not as decorations, so that thousands of facts do not slow
 * typing.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView, MarkViewConstructor } from '@tiptap/pm/view'
import type { FactStatus } from '../../story/ledger/fact'

export interface FactLook {
  readonly status: FactStatus
  /** 0, 1 or 2: the depth of the underline. */
  readonly depth?: number
}

export type FactLooks = ReadonlyMap<string, FactLook>

/** The elements of each fact in the sheet, and their looks. */
class FactElements {
  private readonly elements = new Map<string, Set<HTMLElement>>()
  private readonly looks = new Map<string, FactLook>()
  private current: string | undefined

  add(id: string, element: HTMLElement): void {
    const known = this.elements.get(id)
    if (known) known.add(element)
    else this.elements.set(id, new Set([element]))
    this.show(id, element)
  }

  remove(id: string, element: HTMLElement): void {
    const known = this.elements.get(id)
    known?.delete(element)
    if (known?.size === 0) this.elements.delete(id)
  }

  setLooks(looks: FactLooks): void {
    for (const id of this.looks.keys()) if (!looks.has(id)) this.change(id, undefined)
    this.changeLooks(looks)
  }

  changeLooks(changed: FactLooks): void {
    for (const [id, look] of changed) this.change(id, look)
  }

  setCurrent(id: string | undefined): void {
    const before = this.current
    this.current = id
    for (const changed of [before, id]) {
      if (changed === undefined) continue
      for (const element of this.elements.get(changed) ?? []) this.show(changed, element)
    }
  }

  elementOf(id: string): HTMLElement | undefined {
    return [...(this.elements.get(id) ?? [])].sort((a, b) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    )[0]
  }

  private change(id: string, look: FactLook | undefined): void {
    const before = this.looks.get(id)
    if (look) this.looks.set(id, look)
    else this.looks.delete(id)
    if (before?.status === look?.status && before?.depth === look?.depth) return
    for (const element of this.elements.get(id) ?? []) this.show(id, element)
  }

  private show(id: string, element: HTMLElement): void {
    const look = this.looks.get(id)
    element.dataset['factStatus'] = look?.status ?? 'toCheck'
    element.dataset['depth'] = String(look?.depth ?? 0)
    if (this.current === id) element.dataset['current'] = ''
    else delete element.dataset['current']
  }
}

const key = new PluginKey<FactElements>('factView')

export function factView(): Plugin<FactElements> {
  const elements = new FactElements()
  const factSpan: MarkViewConstructor = (mark) => {
    const id = String(mark.attrs['id'])
    const dom = document.createElement('span')
    dom.dataset['factId'] = id
    elements.add(id, dom)
    return {
      dom,
      // Setting a status is not an edit.
      ignoreMutation: (mutation) => mutation.type === 'attributes',
      destroy: () => elements.remove(id, dom),
    }
  }
  return new Plugin<FactElements>({
    key,
    state: { init: () => elements, apply: (_tr, value) => value },
    props: { markViews: { fact: factSpan } },
  })
}

/** Shows statuses. Facts that are not in the map read "to check". */
export function setFactStatuses(view: EditorView, looks: FactLooks): void {
  key.getState(view.state)?.setLooks(looks)
}

/** Shows other statuses of some facts. */
export function changeFactStatuses(view: EditorView, changed: FactLooks): void {
  key.getState(view.state)?.changeLooks(changed)
}

/** Marks the current fact with `data-current`; undefined for none. */
export function setCurrentFact(view: EditorView, id: string | undefined): void {
  key.getState(view.state)?.setCurrent(id)
}

/** The first element of a fact, to scroll to. */
export const factElement = (view: EditorView, id: string): HTMLElement | undefined =>
  key.getState(view.state)?.elementOf(id)
