import { publishableHref } from '../../../projection/published/publishableText'
import type { LossCollector } from '../parts/losses'
import { attributeOf, beginningOf, type MarkupElement } from '../markup/markupTree'
import type { RunStyle } from '../parts/StyledText'
import type { DocxPackage } from './docxPackage'

/** Addresses of a document's links, in both of Word's ways: elements, and fields with an instruction and a result. */
export class DocxLinks {
  /** Complex fields that are open: whether their result has begun, and the address when they are links. */
  readonly #fields: { instruction: string; shown: boolean }[] = []

  constructor(
    private readonly pack: Pick<DocxPackage, 'links'>,
    private readonly losses: LossCollector,
  ) {}

  /** In the instruction of a field, whose words do not show. */
  get inInstruction(): boolean {
    return this.#fields.some(({ shown }) => !shown)
  }

  /** A sign of a complex field: where it begins, where its result begins, where it ends. */
  char(type: string): void {
    if (type === 'begin') this.#fields.push({ instruction: '', shown: false })
    const open = this.#fields.at(-1)
    if (type === 'separate' && open) open.shown = true
    if (type !== 'end' || !open) return
    this.#fields.pop()
    const name = open.instruction.trim()
    if (!/^(?:HYPERLINK|TOC|PAGEREF)\b/i.test(name) && name !== '') this.losses.add('fields', name)
  }

  /** Words of an instruction. */
  instruct(words: string): void {
    const open = this.#fields.at(-1)
    if (open && !open.shown) open.instruction += words
  }

  /** With the address of the field around, if it is a link. */
  ofField(style: RunStyle): RunStyle {
    if (this.#fields.length === 0) return style
    const link = this.#fields.findLast(({ instruction, shown }) => shown && /^\s*HYPERLINK\b/i.test(instruction))
    return link ? this.by(link.instruction, style) : style
  }

  /** With the address that an instruction names, if it does. */
  by(instruction: string, style: RunStyle): RunStyle {
    const address = /^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))/i.exec(instruction)
    return address ? this.#withAddress(address[1] ?? address[2] ?? '', '', style) : style
  }

  /** Inside a `w:hyperlink`. */
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
