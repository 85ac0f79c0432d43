import { DEEPEST_LIST, type BlockRole } from '../../../story/copy/copy'
import type { Picture } from '../../../story/copy/picture'
import type { LossCollector } from '../parts/losses'
import { ListNumbers } from '../parts/blocks/ListNumbers'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'
import { joinStyled, StyledText, type RunStyle } from '../parts/blocks/StyledText'
import type { TextContext } from './textContext'

/** Characters without a shape that text never keeps. */
const INVISIBLE = /[\u00ad\u200b\ufeff\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g

/** Collects runs of text into blocks. White space is folded as a browser folds it, unless it is kept verbatim. */
export class BlockBuilder {
  readonly #losses: LossCollector
  readonly #blocks: FoundBlock[] = []
  readonly #numbers: ListNumbers
  /** Pictures inside the text of a block, placed after it. */
  #inWords: FoundBlock[] = []
  #words = new StyledText()
  #last = ''
  /** The style of pending white space, kept only if more text follows. */
  #space: RunStyle | undefined

  constructor(losses: LossCollector) {
    this.#losses = losses
    this.#numbers = new ListNumbers(losses)
  }

  /** All blocks that hold something. */
  finish(): FoundBlock[] {
    return this.#blocks.filter(
      (block) => block.cell !== undefined || block.picture !== undefined || block.text.trim() !== '',
    )
  }

  /** Adds blocks that are made already. */
  push(...blocks: readonly FoundBlock[]): void {
    if (blocks.length > 0) this.#numbers.end()
    this.#blocks.push(...blocks)
  }

  /** Adds a picture that comes in the middle of text. */
  picture(picture: Picture): void {
    this.#inWords.push({ role: 'cutline', picture, text: '', spans: [], depth: 0 })
  }

  /** Makes a block of `words`. */
  block(words: StyledText, around: TextContext): void {
    this.#words = words
    this.close(around)
  }

  /** Adds text that follows the text before without white space. */
  joined(value: string, around: TextContext): void {
    this.#space = undefined
    this.text(value, around)
  }

  text(value: string, around: TextContext): void {
    const invisible = value.match(INVISIBLE)
    if (invisible)
      this.#losses.add(
        'invisibleCharacters',
        `U+${(invisible[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()}`,
        invisible.length,
      )
    const clean = invisible ? value.replace(INVISIBLE, '') : value
    if (around.verbatim) return this.#lines(clean, around)
    clean.split(/[ \t\n\r\f]+/).forEach((word, index) => {
      if (index > 0 && this.#last !== '' && this.#last !== '\n') this.#space ??= around.style
      if (word !== '') this.#put(word, around.style)
    })
  }

  #lines(value: string, around: TextContext): void {
    value.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) this.break(around)
      if (line !== '') this.#put(line, around.style)
    })
  }

  #put(words: string, style: RunStyle): void {
    if (this.#space && !/\s$/.test(this.#last)) this.#words.add(' ', sharedStyle(this.#space, style))
    this.#space = undefined
    this.#words.add(words, style)
    this.#last = words
  }

  break(around: TextContext): void {
    this.#space = undefined
    // Some systems separate grafs by two line breaks.
    if (this.#last === '\n' && !around.item && !around.verbatim) return this.close(around)
    this.#words.add('\n', around.style)
    this.#last = '\n'
  }

  /** Ends the current block. */
  close(around: TextContext): void {
    this.#closeWords(around)
    this.push(...this.#inWords.splice(0))
  }

  #closeWords(around: TextContext): void {
    const { text, spans } = this.#words.trimmed()
    this.#words = new StyledText()
    this.#last = ''
    this.#space = undefined
    if (text === '') return
    const { item, lists } = around
    if (item) {
      const own = item.block === undefined ? undefined : this.#blocks[item.block]
      if (own && item.block === this.#blocks.length - 1) {
        this.#losses.add('paragraphsInsideItems', text)
        const whole = joinStyled([new StyledText(own.text, own.spans), new StyledText(text, spans)], '\n')
        this.#blocks[item.block] = { ...own, text: whole.text, spans: whole.spans }
        return
      }
      item.block = this.#blocks.length
    }
    const list = lists.at(-1)
    if (list === undefined)
      return this.push({ role: roleOf(around), text, spans, depth: around.quote ? 0 : around.depth })
    const level = Math.min(lists.length, DEEPEST_LIST)
    this.#numbers.item(level, list, item?.number)
    this.#blocks.push({ role: 'listItem', level, list, text, spans, depth: 0 })
  }
}

const roleOf = ({ quote, depth }: TextContext): BlockRole => (quote ? 'quote' : depth > 0 ? 'subhead' : 'paragraph')

/** White space between two styles gets only the marks that both share. */
const sharedStyle = (a: RunStyle, b: RunStyle): RunStyle => ({
  ...(a.bold && b.bold ? { bold: true } : {}),
  ...(a.italic && b.italic ? { italic: true } : {}),
  ...(a.href !== undefined && a.href === b.href ? { href: a.href } : {}),
})
