import type { LossCollector, LossName } from '../parts/losses'
import { attributeOf, childOf, childrenOf, isElement, rawTextOf, type MarkupElement } from '../markup/tree/markupTree'
import { isRaisable, raised, signBefore, type Level } from '../../../story/copy/markup/raisedFigures'
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

/** Runs of one figure, at the most. */
const MOST_RUNS = 10

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

  /** Returns the text of a run and of the runs beside it at the same level: Word may split "-6". */
  figuresAround(siblings: readonly MarkupElement[], index: number): string {
    const levelAt = (at: number): Level | undefined => {
      const sibling = siblings[at]
      return sibling?.name === 'r' ? this.#levelOf(childOf(sibling, 'rPr')) : undefined
    }
    const level = levelAt(index)
    if (level === undefined) return ''
    let [from, to] = [index, index + 1]
    while (index - from < MOST_RUNS && levelAt(from - 1) === level) from--
    while (to - index < MOST_RUNS && levelAt(to) === level) to++
    return siblings
      .slice(from, to)
      .map((run) => textOfWord(run))
      .join('')
  }

  /** Writes figures above and below the line of a run in letters of their own, as `raisedFigures` says. */
  withRaisedFigures(run: MarkupElement, properties: MarkupElement | undefined, figures: string): MarkupElement {
    const level = this.#levelOf(properties)
    if (level === undefined) return run
    const all = isRaisable(figures, level)
    const letters = (text: string): string => (all ? raised(text, level) : `${signBefore(text, level)}${text}`)
    return {
      ...run,
      children: run.children.map((child) =>
        isElement(child) && (child.name === 't' || child.name === 'delText')
          ? { ...child, children: [letters(rawTextOf(child))] }
          : child,
      ),
    }
  }

  #levelOf(properties: MarkupElement | undefined): Level | undefined {
    const own = childOf(properties, 'vertAlign')
    const named = childOf(properties, 'rStyle')
    const level = own ? attributeOf(own, 'val') : named && this.styles.of(attributeOf(named, 'val')).vertAlign
    return level === 'superscript' || level === 'subscript' ? level : undefined
  }

  /**
   * Lists formatting that the sheet does not have. `link`: the run is a link, so its colour and underline are not
   * listed.
   */
  listUnkept(run: MarkupElement, properties: MarkupElement | undefined, link: boolean, figures: string): void {
    if (!properties) return
    const seen = new Set<LossName>()
    const level = this.#levelOf(properties)
    for (const property of childrenOf(properties)) {
      const what = UNKEPT.get(property.name)
      if (property.name === 'rPrChange' && this.tracked(properties, {}).restyled === undefined)
        seen.add('changesOfFormatting')
      if (
        what === undefined ||
        /^(?:none|0|false|off|auto|baseline|clear)$/.test(attributeOf(property, 'val')) ||
        (property.name === 'vertAlign' && level !== undefined && isRaisable(figures, level)) ||
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
