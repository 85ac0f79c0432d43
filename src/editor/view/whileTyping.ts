import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Somebody who has typed no letter for so long does not type on. */
const PAUSE_MS = 1000

/**
 * For what makes the next letters cheaper and is dear itself: it is begun behind the frame that shows a letter, and ended in the
 * pause after the last one.
 */
export class WhileTyping {
  #frame = 0
  #after: ReturnType<typeof setTimeout> | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  /** When the last letter came (`performance.now()`). */
  #last = 0

  constructor(
    readonly begin: () => void,
    readonly end: () => void,
  ) {}

  /** For every update of the view: `isOn` while what was begun still stands. */
  follow(view: EditorView, before: EditorState, isOn: boolean): void {
    if (before.doc === view.state.doc || grafOf(before) === grafOf(view.state)) return
    this.#last = performance.now()
    this.#pause ??= setTimeout(this.#look, PAUSE_MS)
    if (isOn) return
    this.#cancel()
    this.#frame = requestAnimationFrame(() => (this.#after = setTimeout(this.begin)))
  }

  /** Nothing is begun or ended any more, until the next letter. */
  stop(): void {
    this.#cancel()
    clearTimeout(this.#pause)
    this.#pause = undefined
  }

  readonly #look = (): void => {
    const left = this.#last + PAUSE_MS - performance.now()
    this.#pause = left > 0 ? setTimeout(this.#look, left) : undefined
    if (left <= 0) this.end()
  }

  #cancel(): void {
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#after)
  }
}

const grafOf = ({ selection: { $head } }: EditorState) => ($head.depth === 0 ? undefined : $head.node(1))
