import type { Editor, EditorEvents } from '@tiptap/core'
import type { SheetRange } from '../facts/factRanges'

/** A place in the sheet that follows edits while something is on its way to it. */
export class HeldPlace {
  /** The selection at the beginning, or where the thing before it went. */
  range: SheetRange
  #caret: SheetRange
  readonly #editor: Editor
  readonly #follow = ({ transaction, appendedTransactions }: EditorEvents['transaction']): void => {
    for (const { mapping } of [transaction, ...appendedTransactions]) {
      const map = ({ from, to }: SheetRange): SheetRange => {
        const start = mapping.map(from, 1)
        return { from: start, to: from === to ? start : Math.max(start, mapping.map(to, -1)) }
      }
      this.range = map(this.range)
      this.#caret = map(this.#caret)
    }
  }

  constructor(editor: Editor) {
    const { from, to } = editor.state.selection
    this.#editor = editor
    this.range = { from, to }
    this.#caret = { from, to }
    editor.on('transaction', this.#follow)
  }

  /** Whether the selection is where it was. */
  get isSelected(): boolean {
    const { from, to } = this.#editor.state.selection
    return from === this.#caret.from && to === this.#caret.to
  }

  /** Goes on to the next place. The current selection counts as where it was. */
  moveTo(at: number): void {
    const { from, to } = this.#editor.state.selection
    this.range = { from: at, to: at }
    this.#caret = { from, to }
  }

  release(): void {
    this.#editor.off('transaction', this.#follow)
  }
}
