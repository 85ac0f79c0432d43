/**
 * Shows tagged words: one `span` per piece of a tag with `data-fact-id`, `data-fact-status` and, for overlapping tags,
 * `data-depth`. Statuses are set on the elements directly, not as decorations, so that thousands of facts do not slow
 * typing. The pieces of a tag in the margin have `data-bar`, and the first one in each block is its head, from which
 * the style sheet draws the bar down to the last one.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView, MarkViewConstructor } from '@tiptap/pm/view'
import type { FactStatus } from '../../story/ledger/facts/fact'
import { FIRST_BAR, LAST_BAR } from './factDepths'

export interface FactLook {
  readonly status: FactStatus
  /** 0 and 1: a line under the words; from 2 on in the margin. */
  readonly depth?: number
  /** The head of its bar counts so many other tags in the margin. */
  readonly more?: number
}

export type FactLooks = ReadonlyMap<string, FactLook>

/** The elements of each fact in the sheet, and their looks. */
class FactElements {
  private readonly elements = new Map<string, Set<HTMLElement>>()
  private readonly looks = new Map<string, FactLook>()
  private current: string | undefined
  /** Tags with pieces that came or went since their bars were drawn. */
  private readonly unlaid = new Set<string>()
  /** A number for each tag that has had a bar: a name in the style sheet, whatever its id is. */
  private readonly numbers = new Map<string, number>()

  add(id: string, element: HTMLElement): void {
    const known = this.elements.get(id)
    if (known) known.add(element)
    else this.elements.set(id, new Set([element]))
    this.show(id, element)
    this.unlaid.add(id)
  }

  remove(id: string, element: HTMLElement): void {
    const known = this.elements.get(id)
    known?.delete(element)
    if (known?.size === 0) this.elements.delete(id)
    this.unlaid.add(id)
  }

  /** Once the pieces that came are on the page. */
  layNew(): void {
    for (const id of this.unlaid) this.lay(id)
    this.unlaid.clear()
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
    return this.piecesOf(id)[0]
  }

  private piecesOf(id: string): readonly HTMLElement[] {
    return [...(this.elements.get(id) ?? [])].sort((a, b) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    )
  }

  /** Marks the pieces of a tag in the margin: where its bar begins in each block, and how far it goes. */
  private lay(id: string): void {
    const { depth = 0, more = 0 } = this.looks.get(id) ?? {}
    if (depth < FIRST_BAR || depth > LAST_BAR) {
      if (this.numbers.has(id)) for (const piece of this.elements.get(id) ?? []) clearBar(piece)
      return
    }
    const number = this.numbers.get(id) ?? this.numbers.size
    this.numbers.set(id, number)
    const blocks = new Set<Element | null>()
    for (const piece of this.piecesOf(id)) {
      const block = piece.closest('[data-part]')
      const isHead = !blocks.has(block)
      blocks.add(block)
      piece.dataset['bar'] = isHead ? 'head' : ''
      piece.style.setProperty('--tag', `--tag-${number}`)
      piece.style.setProperty('--tag-from', `--tag-${number}-from`)
      if (isHead && more > 0) piece.dataset['more'] = String(more)
      else delete piece.dataset['more']
    }
  }

  private change(id: string, look: FactLook | undefined): void {
    const before = this.looks.get(id)
    if (look) this.looks.set(id, look)
    else this.looks.delete(id)
    if (before?.status === look?.status && before?.depth === look?.depth && before?.more === look?.more) return
    for (const element of this.elements.get(id) ?? []) this.show(id, element)
    this.lay(id)
  }

  private show(id: string, element: HTMLElement): void {
    const look = this.looks.get(id)
    element.dataset['factStatus'] = look?.status ?? 'toCheck'
    element.dataset['depth'] = String(look?.depth ?? 0)
    if (this.current === id) element.dataset['current'] = ''
    else delete element.dataset['current']
  }
}

function clearBar(piece: HTMLElement): void {
  delete piece.dataset['bar']
  delete piece.dataset['more']
  for (const name of ['--tag', '--tag-from']) piece.style.removeProperty(name)
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
    view: () => ({ update: () => elements.layNew() }),
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

/** The fact whose bar in the margin is under the pointer. Its bar belongs to the element of its first words. */
export function barAt({ target, clientX }: Pick<MouseEvent, 'target' | 'clientX'>): string | undefined {
  if (!(target instanceof HTMLElement) || target.dataset['bar'] !== 'head') return undefined
  const block = target.closest('[data-part]')?.getBoundingClientRect()
  return block && (clientX < block.left || clientX > block.right) ? target.dataset['factId'] : undefined
}

/** The first element of a fact, to scroll to. */
export const factElement = (view: EditorView, id: string): HTMLElement | undefined =>
  key.getState(view.state)?.elementOf(id)
