import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Without a change to a block for this long, typing has paused. */
const PAUSE_MS = 1000

/**
 * Tells when somebody types: calls `begin` after the frame that shows a letter, so that the letter does not wait for
 * it, and `end` once typing has paused.
 */
export class TypingActivity {
  #frame: number | undefined
  #afterFrame: ReturnType<typeof setTimeout> | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  /** Time of the last letter (`performance.now()`). */
  #last = 0

  constructor(
    readonly begin: () => void,
    readonly end: () => void,
  ) {}

  /** Call for each update of the view. `hasBegun` is true while the work of `begin` is in effect. */
  follow(view: EditorView, before: EditorState, hasBegun: boolean): void {
    if (before.doc === view.state.doc || blockOfCaret(before) === blockOfCaret(view.state)) return
    this.#last = performance.now()
    this.#pause ??= setTimeout(this.#endOfPause, PAUSE_MS)
    if (hasBegun) return
    this.#cancelBegin()
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined
      this.#afterFrame = setTimeout(this.begin)
    })
  }

  /** Calls neither `begin` nor `end` until the next letter. */
  stop(): void {
    this.#cancelBegin()
    clearTimeout(this.#pause)
    this.#pause = undefined
  }

  readonly #endOfPause = (): void => {
    const left = this.#last + PAUSE_MS - performance.now()
    this.#pause = left > 0 ? setTimeout(this.#endOfPause, left) : undefined
    if (left <= 0) this.end()
  }

  #cancelBegin(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
    clearTimeout(this.#afterFrame)
  }
}

const blockOfCaret = ({ selection: { $head } }: EditorState) => ($head.depth === 0 ? undefined : $head.node(1))
