import { publishableHref } from '../../../projection/published/publishableText'
import type { LossCollector } from '../parts/losses'
import { attributeOf, beginningOf, type MarkupElement } from '../markup/tree/markupTree'
import type { RunStyle } from '../parts/blocks/StyledText'
import type { DocxPackage } from './docxPackage'

/**
 * Addresses of a document's links. Word writes links in two ways: as elements, and as fields with an instruction and a
 * result.
 */
export class DocxLinks {
  /** The complex fields that are open: the instruction of each, and whether its result has begun. */
  readonly #fields: { instruction: string; shown: boolean }[] = []

  constructor(
    private readonly pack: Pick<DocxPackage, 'links'>,
    private readonly losses: LossCollector,
  ) {}

  /** Whether the reader is inside a field's instruction, which is not shown. */
  get inInstruction(): boolean {
    return this.#fields.some(({ shown }) => !shown)
  }

  /** Reads a mark of a complex field: the start of the field, of its result, or its end. */
  char(type: string): void {
    if (type === 'begin') this.#fields.push({ instruction: '', shown: false })
    const open = this.#fields.at(-1)
    if (type === 'separate' && open) open.shown = true
    if (type !== 'end' || !open) return
    this.#fields.pop()
    const name = open.instruction.trim()
    if (!/^(?:HYPERLINK|TOC|PAGEREF)\b/i.test(name) && name !== '') this.losses.add('fields', name)
  }

  /** Adds to the instruction of the innermost field. */
  instruct(words: string): void {
    const open = this.#fields.at(-1)
    if (open && !open.shown) open.instruction += words
  }

  /** Returns the style with the address of the enclosing field, if that is a link. */
  ofField(style: RunStyle): RunStyle {
    if (this.#fields.length === 0) return style
    const link = this.#fields.findLast(({ instruction, shown }) => shown && /^\s*HYPERLINK\b/i.test(instruction))
    return link ? this.by(link.instruction, style) : style
  }

  /** Returns the style with the address in a field instruction, if there is one. */
  by(instruction: string, style: RunStyle): RunStyle {
    const address = /^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))/i.exec(instruction)
    return address ? this.#withAddress(address[1] ?? address[2] ?? '', '', style) : style
  }

  /** Returns the style inside a `w:hyperlink`. */
  around(link: MarkupElement, style: RunStyle): RunStyle {
    const id = attributeOf(link, 'id')
    const address = id === '' ? undefined : this.pack.links.get(id)
    const anchor = attributeOf(link, 'anchor')
    if (address === undefined) {
      if (anchor !== '') this.losses.add('linksWithinDocument', beginningOf(link))
      return style
    }
    return this.#withAddress(anchor === '' ? address : `${address}#${anchor}`, beginningOf(link), style)
  }

  #withAddress(address: string, words: string, style: RunStyle): RunStyle {
    const href = publishableHref(address)
    if (href === undefined) this.losses.add('forbiddenLinks', [words, address].filter((part) => part !== '').join(' '))
    return href === undefined ? style : { ...style, href }
  }
}
