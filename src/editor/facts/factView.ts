/**
 * Shows tagged words: one `span` per piece of a tag with `data-fact-id`, `data-fact-status` and, for overlapping tags,
 * `data-depth`. Statuses are set on the elements directly, not as decorations, so that thousands of facts do not slow
 * typing.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView, MarkViewConstructor } from '@tiptap/pm/view'
import type { Block, Copy, Span } from '../../story/copy/copy'
import type { FactStatus } from '../../story/ledger/fact'

export interface FactLook {
  readonly status: FactStatus
  /** 0, 1 or 2: the depth of the underline. */
  readonly depth?: number
}

/** The elements of each fact in the sheet, and their looks. */
class FactElements {
  private readonly elements = new Map<string, Set<HTMLElement>>()
  private looks: ReadonlyMap<string, FactLook> = new Map()
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

  setLooks(looks: ReadonlyMap<string, FactLook>): void {
    const before = this.looks
    this.looks = looks
    for (const [id, elements] of this.elements) {
      const old = before.get(id)
      const look = looks.get(id)
      if (old?.status === look?.status && old?.depth === look?.depth) continue
      for (const element of elements) this.show(id, element)
    }
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
export function setFactStatuses(view: EditorView, looks: ReadonlyMap<string, FactLook>): void {
  key.getState(view.state)?.setLooks(looks)
}

/** Marks the current fact with `data-current`; undefined for none. */
export function setCurrentFact(view: EditorView, id: string | undefined): void {
  key.getState(view.state)?.setCurrent(id)
}

/** The first element of a fact, to scroll to. */
export const factElement = (view: EditorView, id: string): HTMLElement | undefined =>
  key.getState(view.state)?.elementOf(id)

/**
 * The underline depth of each fact, so that all overlapping tags are visible: one deeper than the deepest earlier tag
 * it touches, at most 2. Of tags with the same start the widest is deepest.
 */
export function depthsOf(copy: Copy): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  for (const block of copy) {
    const goesOn = block.spans.some((span) => isFactSpan(span) && depths.has(span.id))
    for (const [id, depth] of goesOn ? depthsIn(block, depths) : depthsInAlone(block))
      if (!depths.has(id)) depths.set(id, depth)
  }
  return depths
}

/** Unchanged blocks are the same objects: a keystroke costs one block. */
const alone = new WeakMap<Block, ReadonlyMap<string, number>>()

function depthsInAlone(block: Block): ReadonlyMap<string, number> {
  const known = alone.get(block)
  if (known) return known
  const depths = depthsIn(block, new Map())
  alone.set(block, depths)
  return depths
}

/** `before`: depths of facts that began in an earlier block. */
function depthsIn(block: Block, before: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const depths = new Map(before)
  const facts = block.spans.filter(isFactSpan)
  for (const span of [...facts].sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)) {
    if (depths.has(span.id)) continue
    const touching = facts.filter((other) => other.id !== span.id && other.from < span.to && other.to > span.from)
    const taken = new Set(touching.map((other) => depths.get(other.id)))
    const free = [0, 1, 2].find((depth) => !taken.has(depth))
    depths.set(span.id, free ?? 2)
  }
  return depths
}

type FactSpan = Extract<Span, { mark: 'fact' | 'comment' }>

const isFactSpan = (span: Span): span is FactSpan => span.mark === 'fact'
