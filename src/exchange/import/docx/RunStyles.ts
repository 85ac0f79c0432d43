import type { LossCollector, LossName } from '../parts/losses'
import { attributeOf, childOf, childrenOf, type MarkupElement } from '../markup/markupTree'
import type { RunStyle } from '../parts/blocks/StyledText'
import type { DocxReview } from './DocxReview'
import { toggle, type DocxStyles } from './docxStyles'
import { textOfWord } from './wordTree'
import { defined } from '../../../story/text/defined'

/** Run properties that the sheet does not have, with the loss that each is listed as. */
const UNKEPT: ReadonlyMap<string, LossName> = new Map(
  Object.entries<LossName>({
    u: 'underlining',
    strike: 'strikethrough',
    dstrike: 'strikethrough',
    vertAlign: 'superscript',
    highlight: 'highlighting',
    shd: 'highlighting',
    caps: 'capitals',
    smallCaps: 'capitals',
    color: 'fontsAndColours',
    rFonts: 'fontsAndColours',
    sz: 'fontsAndColours',
  }),
)

/**
 * Styles of runs: bold and italic, as they are and as a tracked change proposes them. Lists all other formatting as
 * losses.
 */
export class RunStyles {
  constructor(
    private readonly styles: DocxStyles,
    private readonly review: Pick<DocxReview, 'change'>,
    private readonly losses: LossCollector,
  ) {}

  /** Returns the style before a tracked change, with the proposed one beside it. */
  tracked(properties: MarkupElement | undefined, around: RunStyle): RunStyle {
    if (!properties) return around
    const proposed = this.#styleOf(properties, around)
    const change = childOf(properties, 'rPrChange')
    if (!change) return proposed
    const stands = this.#styleOf(childOf(change, 'rPr') ?? change, around)
    const other = (['bold', 'italic'] as const).filter((mark) => (stands[mark] ?? false) !== (proposed[mark] ?? false))
    if (other.length === 0) return proposed
    const id = this.review.change(change)
    return { ...stands, restyled: other.map((mark) => ({ id, style: `${proposed[mark] ? '+' : '-'}${mark}` })) }
  }

  /**
   * Lists formatting that the sheet does not have. `link`: the run is a link, so its colour and underline are not
   * listed.
   */
  listUnkept(run: MarkupElement, properties: MarkupElement | undefined, link: boolean): void {
    if (!properties) return
    const seen = new Set<LossName>()
    for (const property of childrenOf(properties)) {
      const what = UNKEPT.get(property.name)
      if (property.name === 'rPrChange' && this.tracked(properties, {}).restyled === undefined)
        seen.add('changesOfFormatting')
      if (
        what === undefined ||
        /^(?:none|0|false|off|auto|baseline|clear)$/.test(attributeOf(property, 'val')) ||
        (link && (property.name === 'u' || property.name === 'color'))
      )
        continue
      seen.add(what)
    }
    const words = seen.size > 0 ? textOfWord(run) : ''
    if (words !== '') for (const what of seen) this.losses.add(what, words)
  }

  #styleOf(properties: MarkupElement | undefined, around: RunStyle): RunStyle {
    const named = childOf(properties, 'rStyle')
    const character = named ? this.styles.of(attributeOf(named, 'val')) : undefined
    const bold = toggle(properties, 'b') ?? character?.bold ?? around.bold
    const italic = toggle(properties, 'i') ?? character?.italic ?? around.italic
    return {
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...defined({ href: around.href, inserted: around.inserted, deleted: around.deleted }),
    }
  }
}
