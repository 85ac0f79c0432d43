/**
 * Checks the spelling of a sheet: the blocks around the screen, and those that changed, in a pause of typing. A key
 * costs nothing here; what is far from the screen is checked when it comes near, or when somebody looks for it.
 */
import type { Editor } from '@tiptap/core'
import type { Node as SheetNode } from '@tiptap/pm/model'
import { blockLanguages } from '../../story/spelling/blockLanguages'
import {
  misspellingsIn,
  questionsOf,
  type Dictionary,
  type IsKnown,
  type Misspelling,
  type Question,
} from '../../story/spelling/misspellings'
import { eachTextNode, type PlacedText } from '../copy/textNodes'
import type { BlockRange } from '../view/layout/nearBlocks'
import { nearBlocksOf } from '../view/layout/offscreenBlocks'
import { shownText } from './shownText'
import { markMisspellings, markedWords, type MarkedWord } from './spellingMarks'

/** A dictionary that answers later. */
export interface AskedDictionary extends Dictionary {
  /** Resolves when it can say of each word whether it is right. Without its dictionary a word counts as right. */
  ask(questions: readonly Question[]): Promise<void>
}

export interface SpellSheetNeeds {
  readonly editor: Editor
  readonly dictionary: AskedDictionary
  /** BCP 47, of the story; '' if it has none. */
  readonly language: () => string
  /** Whether the desk or this story knows a word. */
  readonly isKnown: IsKnown
}

/** Typing pauses this long before words are checked. */
const PAUSE_MS = 400
/** The caret left a word that it had typed. */
const LEFT_MS = 60
/** Blocks that are read at once when the next misspelt word is looked for. */
const BLOCKS_AT_ONCE = 50

export class SpellSheet {
  readonly #editor: Editor
  readonly #needs: SpellSheetNeeds
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The caret is in a word that was typed and not left yet. */
  #isTyping = false
  /** A check that waits for a dictionary. A later one takes its place. */
  #asked = 0
  /** Finds by block, as long as dictionary, language and known words stay what they are. */
  #found = new WeakMap<SheetNode, readonly Misspelling[]>()
  readonly #stopListening: () => void

  constructor(needs: SpellSheetNeeds) {
    this.#needs = needs
    this.#editor = needs.editor
    this.#editor.on('transaction', this.#follow)
    this.#editor.on('blur', this.#left)
    this.#stopListening = nearBlocksOf(this.#editor.state)?.listen(() => this.#soon(PAUSE_MS)) ?? (() => undefined)
    this.#soon(0)
  }

  /** Checks everything again: the known words or the language changed. */
  readonly again = (): void => {
    this.#found = new WeakMap()
    this.#soon(0)
  }

  /** The first misspelt word after a position, else the first of the sheet. Undefined if there is none. */
  async nextAfter(position: number): Promise<MarkedWord | undefined> {
    const { doc } = this.#editor.state
    const blocks = textNodesOf(doc)
    const start = blocks.findIndex(({ node, position: at }) => at + node.nodeSize > position)
    const first = Math.max(start, 0)
    // The block of the caret comes twice: first what follows the caret, at the end what comes before it.
    const inOrder = [...blocks.slice(first), ...blocks.slice(0, first + 1)]
    for (let at = 0; at < inOrder.length; at += BLOCKS_AT_ONCE) {
      const some = inOrder.slice(at, at + BLOCKS_AT_ONCE)
      await this.#ask(some)
      if (this.#editor.isDestroyed || this.#editor.state.doc !== doc) return undefined
      for (const [index, placed] of some.entries()) {
        const found = this.#wordsOf(placed)
        const next = start >= 0 && at + index === 0 ? found.find(({ from }) => from >= position) : found[0]
        if (next) return next
      }
    }
    return undefined
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#asked++
    this.#stopListening()
    this.#editor.off('transaction', this.#follow)
    this.#editor.off('blur', this.#left)
    if (!this.#editor.isDestroyed) markMisspellings(this.#editor.view, [])
  }

  readonly #follow = ({
    transaction,
  }: {
    readonly transaction: { docChanged: boolean; selectionSet: boolean }
  }): void => {
    if (transaction.docChanged) {
      this.#isTyping = true
      this.#soon(PAUSE_MS)
    } else if (transaction.selectionSet) this.#left()
  }

  readonly #left = (): void => {
    if (!this.#isTyping) return
    this.#isTyping = false
    this.#soon(LEFT_MS)
  }

  #soon(afterMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#check(), afterMs)
  }

  async #check(): Promise<void> {
    if (this.#editor.isDestroyed) return
    // An input method must not lose the element it writes in.
    if (this.#editor.view.composing) return this.#soon(PAUSE_MS)
    const asked = ++this.#asked
    const { doc } = this.#editor.state
    const near = textNodesOf(doc, nearBlocksOf(this.#editor.state)?.range)
    if (near.some(({ node }) => !this.#found.has(node))) await this.#ask(near)
    // Another check follows what was typed meanwhile.
    if (asked !== this.#asked || this.#editor.isDestroyed || this.#editor.state.doc !== doc) return
    if (this.#editor.view.composing) return this.#soon(PAUSE_MS)
    const words = near.flatMap((placed) => this.#wordsOf(placed)).filter((word) => !this.#isTyped(word))
    if (!areSame(words, markedWords(this.#editor.state))) markMisspellings(this.#editor.view, words)
  }

  /** Asks the dictionary about blocks that it was not asked about. */
  async #ask(blocks: readonly PlacedText[]): Promise<void> {
    const { language, dictionary } = this.#needs
    const questions = blocks.flatMap(({ node }) => {
      if (this.#found.has(node)) return []
      const { text } = shownText(node)
      return questionsOf(text, blockLanguages(text, language()))
    })
    const open = questions.filter((question) => dictionary.isRight(question.language, question.word) === undefined)
    if (open.length > 0) await dictionary.ask(open)
  }

  #wordsOf({ node, position }: PlacedText): readonly MarkedWord[] {
    const { language, dictionary, isKnown } = this.#needs
    let found = this.#found.get(node)
    if (!found) {
      const { text, places } = shownText(node)
      found = misspellingsIn(text, blockLanguages(text, language()), dictionary, isKnown).map(
        ({ from, to, ...one }) => ({
          ...one,
          from: places?.[from] ?? from,
          to: places === undefined ? to : (places[to - 1] ?? to - 1) + 1,
        }),
      )
      this.#found.set(node, found)
    }
    const start = position + 1
    return found.map(({ from, to, ...one }) => ({ ...one, from: start + from, to: start + to }))
  }

  #isTyped({ from, to }: MarkedWord): boolean {
    const { selection } = this.#editor.state
    return this.#isTyping && selection.empty && from <= selection.head && selection.head <= to
  }
}

function textNodesOf(doc: SheetNode, range?: BlockRange): readonly PlacedText[] {
  const found: PlacedText[] = []
  if (!range) eachTextNode(doc, (node, position) => void found.push({ node, position }))
  else {
    let position = 0
    for (let index = 0; index < doc.childCount && index <= range.last; index++) {
      const child = doc.child(index)
      if (index >= range.first) eachTextIn(child, position, found)
      position += child.nodeSize
    }
  }
  return found
}

function eachTextIn(node: SheetNode, position: number, found: PlacedText[]): void {
  if (node.isTextblock) found.push({ node, position })
  else
    node.descendants((inner, at) => {
      if (!inner.isTextblock) return true
      found.push({ node: inner, position: position + 1 + at })
      return false
    })
}

const areSame = (some: readonly MarkedWord[], others: readonly MarkedWord[]): boolean =>
  some.length === others.length &&
  some.every(({ from, to, word }, index) => {
    const other = others[index]
    return other?.from === from && other.to === to && other.word === word
  })
