import type { Node as SheetNode } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { blocksOnScreen } from '../view/layout/blocksOnScreen'

/** What a note beside the words is about: a comment's thread, or a suggestion. */
export interface NoteKey {
  readonly kind: 'comment' | 'suggestion'
  readonly id: string
}

/** Where the words of a note are. */
export interface NotedWords extends NoteKey {
  /** The middle of their first line, in pixels from the top of the sheet. */
  readonly line: number
}

/** Blocks before the screen whose notes are laid out too: notes that overlap move down, into the screen. */
const BEFORE = 40
/** Blocks after it. */
const AFTER = 3
const NOTED = '[data-comment="open"], [data-suggestion]'

/**
 * Reads where the words of notes are, of the blocks around the screen alone. To be called when the page is laid out
 * (after a frame): between a change and its frame it would lay out the page once more.
 */
export class NotedWordsReader {
  /** Pixels from the top of a block to the middle of the line, as last read: a block off the screen has no lines. */
  readonly #known = new WeakMap<Element, number>()

  /** In the order of the words. */
  read(view: EditorView): readonly NotedWords[] {
    const { dom, state } = view
    const seen = dom.isConnected ? blocksOnScreen(dom) : undefined
    if (!seen) return []
    const { top } = dom.getBoundingClientRect()
    const found = new Map<string, NotedWords>()
    const last = Math.min(dom.children.length - 1, seen.last + AFTER)
    for (let index = Math.max(0, seen.first - BEFORE); index <= last; index++) {
      const block = dom.children[index]
      if (!block) continue
      const isNear = index >= seen.first - 1 && index <= seen.last + 1
      const own = proposedOf(state.doc.maybeChild(index))
      const words = block.querySelectorAll(NOTED)
      if (own.length === 0 && words.length === 0) continue
      const start = block.getBoundingClientRect().top
      const add = (key: NoteKey, element: Element): void => {
        const name = keyOfNote(key)
        if (!found.has(name)) found.set(name, { ...key, line: start - top + this.#lineIn(element, start, isNear) })
      }
      for (const id of own) add({ kind: 'suggestion', id }, block)
      for (const element of words) for (const key of keysOf(element)) add(key, element)
    }
    return [...found.values()]
  }

  #lineIn(element: Element, start: number, isNear: boolean): number {
    if (!isNear) return this.#known.get(element) ?? FIRST_LINE
    const box = element.getClientRects()[0]
    const isBlock = element.parentElement?.classList.contains('ProseMirror') === true
    const line = !box || isBlock ? FIRST_LINE : box.top + box.height / 2 - start
    this.#known.set(element, line)
    return line
  }
}

/** The middle of the first line of a graf, in pixels. */
const FIRST_LINE = 14

export const keyOfNote = ({ kind, id }: NoteKey): string => `${kind} ${id}`

/** The comment of such a key; undefined when it is a suggestion's. */
export const commentOfNote = (key: string | null): string | undefined =>
  key?.startsWith('comment ') === true ? key.slice('comment '.length) : undefined

/** The suggestion of such a key. */
export const suggestionOfNote = (key: string | null): string | undefined =>
  key?.startsWith('suggestion ') === true ? key.slice('suggestion '.length) : undefined

/** The innermost comment or suggestion that an element of the sheet belongs to. */
export function noteAround(element: Element): NoteKey | undefined {
  const noted = element.closest(NOTED)
  return noted ? keysOf(noted)[0] : undefined
}

/** The key of the note whose words hold the caret or begin the selection. `isOpen`: whether a key is a note's. */
export function noteAt(view: EditorView, isOpen: (key: string) => boolean): string | undefined {
  const { from, empty, $from } = view.state.selection
  // At the end of the words, too: that is where the caret is after a jump to them.
  for (const side of empty ? [1, -1] : [1]) {
    const { node } = view.domAtPos(from, side)
    for (let at = node instanceof Element ? node : node.parentElement; at && at !== view.dom; at = at.parentElement)
      for (const key of keysOf(at).map(keyOfNote)) if (isOpen(key)) return key
  }
  return proposedOf($from.depth === 0 ? null : $from.node(1))
    .map((id) => keyOfNote({ kind: 'suggestion', id }))
    .find(isOpen)
}

function keysOf(element: Element): readonly NoteKey[] {
  const { suggestion, commentId } = element instanceof HTMLElement ? element.dataset : {}
  return suggestion === undefined
    ? commentId === undefined
      ? []
      : [{ kind: 'comment', id: commentId }]
    : [{ kind: 'suggestion', id: suggestion }]
}

/** Suggestions on a block as a whole: another role, a join, a picture that goes. */
function proposedOf(node: SheetNode | null): readonly string[] {
  const { joins, becomes, deletion } = node?.attrs ?? {}
  return [joins, typeof becomes === 'string' ? becomes.split(' ')[0] : undefined, deletion].filter(
    (id): id is string => typeof id === 'string' && id !== '',
  )
}
