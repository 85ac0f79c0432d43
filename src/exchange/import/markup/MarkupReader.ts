import { importsText } from '../../../catalogue/rooms/imports'
import { BLOCK_ELEMENTS, isBlockStyle } from '../../../story/copy/markup/blockElements'
import { NO_PICTURE, type Picture } from '../../../story/copy/picture'
import { inOwnColumns, withoutHidden } from '../../../story/copy/mergedCells'
import { hasOwnMarks, marksOfQuoted } from '../../../story/copy/markup/quotedElement'
import { tableOf } from '../../../story/copy/tables'
import { creditFrom } from '../parts/fields/creditFrom'
import { readDataPicture } from '../parts/dataPicture'
import type { LossCollector, LossName } from '../parts/losses'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'
import { joinStyled, StyledText } from '../parts/blocks/StyledText'
import { BlockBuilder } from './BlockBuilder'
import { WORDLESS_ELEMENTS } from './wordlessElements'
import { inlineStyle } from './inlineStyle'
import { describedBy, hasDetails, isCredit, pictureOf } from './markupPicture'
import { elementsIn, isElement, beginningOf, lineOfText, rawTextOf, type MarkupElement } from './tree/markupTree'
import { isHidden, isWordMarker, unkeptFormatting } from './styleAttribute'
import { asWritten, holdsBlocks, isMerged, rowsOf } from './tableRows'
import { contextInside, TOP_CONTEXT, type TextContext } from './textContext'

const IMAGES = new Set(['img', 'image'])
/** A figure that holds one of these is read part by part. */
const PARTS_OF_COPY = new Set(['figure', 'table', 'blockquote', 'ul', 'ol'])

export interface MarkupDialect {
  /** Element name of another vocabulary → the equivalent HTML name. */
  readonly alias?: Readonly<Record<string, string>>
  /** Elements that are already read, such as a byline. They are skipped and not listed. */
  readonly skipped?: ReadonlySet<MarkupElement>
  /** Elements that hold a picture with its words. They are read as figures, whatever their name is. */
  readonly figures?: ReadonlySet<MarkupElement>
}

/**
 * Turns a tree of HTML (or of a similar vocabulary) into flat blocks. Keeps all visible text, and lists everything else
 * as losses.
 */
export class MarkupReader {
  readonly #losses: LossCollector
  readonly #alias: Readonly<Record<string, string>>
  readonly #skipped: ReadonlySet<MarkupElement>
  readonly #figures: ReadonlySet<MarkupElement>
  /** Bytes of embedded pictures, by their hash. */
  readonly pictures = new Map<string, Uint8Array>()
  readonly #blocks: BlockBuilder
  /** How many quotations are being read, one in the other. */
  #quotations = 0

  constructor(losses: LossCollector, { alias = {}, skipped = new Set(), figures = new Set() }: MarkupDialect = {}) {
    this.#losses = losses
    this.#blocks = new BlockBuilder(losses)
    this.#alias = alias
    this.#skipped = skipped
    this.#figures = figures
  }

  read(root: MarkupElement): void {
    this.#element(root, TOP_CONTEXT)
    this.#blocks.close(TOP_CONTEXT)
  }

  /** Reads the content of `root` without `root` itself. */
  readInside(root: MarkupElement): void {
    this.#inside(root, TOP_CONTEXT)
    this.#blocks.close(TOP_CONTEXT)
  }

  finish(): FoundBlock[] {
    return this.#blocks.finish()
  }

  #inside(parent: MarkupElement, around: TextContext): void {
    for (const child of parent.children) {
      if (isElement(child)) this.#element(child, around)
      else this.#blocks.text(child, around)
    }
  }

  #element(element: MarkupElement, around: TextContext): void {
    if (this.#skipped.has(element)) return
    const name = (Object.hasOwn(this.#alias, element.name) ? this.#alias[element.name] : undefined) ?? element.name
    if (Object.hasOwn(WORDLESS_ELEMENTS, name)) return this.#wordless(element, WORDLESS_ELEMENTS[name] ?? '')
    if (isWordMarker(element)) return
    if (isHidden(element)) return this.#listLoss('hiddenText', element)
    // Words that somebody deleted with changes tracked. Beside them stands what came in their place.
    if (name === 'del') return this.#listLoss('deletedText', element)
    this.#noteStyling(element, name)
    if (this.#figures.has(element)) return this.#figure(element, around)
    switch (name) {
      case 'br':
        return this.#blocks.break(around)
      case 'img':
      case 'image':
        return this.#picture(element)
      case 'hr':
        this.#blocks.close(around)
        return this.#losses.add('horizontalRules', '---')
      case 'table':
        return this.#table(element, around)
      case 'figure':
        return this.#figure(element, around)
      case 'q':
        return this.#quoted(element, around)
      default:
        if (BLOCK_ELEMENTS.has(name)) this.#block(element, name, around)
        else if (isBlockStyle(element.attributes['style'] ?? '')) this.#line(element, name, around)
        else this.#inside(element, { ...around, style: inlineStyle(element, name, around.style, this.#losses) })
    }
  }

  /** Reads an element that is a line of its own by its style. The lines of a heading are one graf, a space apart. */
  #line(element: MarkupElement, name: string, around: TextContext): void {
    if (around.depth === 0) return this.#block(element, name, around)
    this.#blocks.text(' ', around)
    this.#inside(element, { ...around, style: inlineStyle(element, name, around.style, this.#losses) })
    this.#blocks.text(' ', around)
  }

  #block(element: MarkupElement, name: string, around: TextContext): void {
    this.#blocks.close(around)
    const inside = contextInside(element, name, around, this.#losses)
    this.#inside(element, inside)
    this.#blocks.close(inside)
  }

  #table(table: MarkupElement, around: TextContext): void {
    this.#blocks.close(around)
    const { rows, hidden } = rowsOf(table, this.#alias)
    // Pages and mail use tables for layout. A table of one cell, or with paragraphs in its cells, is read as copy.
    if (
      rows.every(({ cells }) => cells.length === 0) ||
      (rows.length < 2 && rows.every(({ cells }) => cells.length < 2)) ||
      rows.some(({ cells }) => cells.some((cell) => !hidden.has(cell) && holdsBlocks(cell, this.#alias)))
    ) {
      this.#inside(table, around)
      this.#blocks.close(around)
      return
    }
    for (const element of hidden) this.#listLoss('hiddenText', element)
    for (const caption of table.children)
      if (isElement(caption) && caption.name === 'caption') this.#element(caption, around)
    if (rows.some(({ cells }) => cells.some(isMerged))) this.#losses.add('mergedCells', beginningOf(table))
    const pictures: FoundBlock[] = []
    const written = inOwnColumns(rows.map(({ cells }) => cells.map(asWritten)))
    const words = withoutHidden(written, (cell) => hidden.has(cell)).map((cells) =>
      cells.map((cell) => (cell ? this.#cell(cell, around, pictures) : new StyledText())),
    )
    const isGallery = pictures.length > 0 && words.every((row) => row.every(({ text }) => text.trim() === ''))
    if (around.quote || around.lists.length > 0) {
      this.#losses.add('tablesInsideQuotes', beginningOf(table))
      for (const row of words) {
        this.#blocks.block(joinStyled(row, ' | '), around)
      }
    } else if (!isGallery)
      for (const cell of tableOf(
        words,
        rows[0]?.cells.every((cell) => hidden.has(cell) || (this.#alias[cell.name] ?? cell.name) === 'th') === true,
      ))
        this.#blocks.push({ ...cell, depth: 0 })
    for (const { picture, text } of pictures)
      this.#losses.add(
        'picturesInsideTables',
        picture?.alt || text || picture?.credit || importsText('example.picture'),
      )
    this.#blocks.push(...pictures)
  }

  /** Returns a cell as one text, its blocks separated by line breaks. Adds its pictures to `pictures`. */
  #cell(cell: MarkupElement, { style }: TextContext, pictures: FoundBlock[]): StyledText {
    const reader = new MarkupReader(this.#losses, {
      alias: this.#alias,
      skipped: this.#skipped,
      figures: this.#figures,
    })
    reader.#inside(cell, { ...TOP_CONTEXT, style })
    reader.#blocks.close(TOP_CONTEXT)
    for (const [file, bytes] of reader.pictures) this.pictures.set(file, bytes)
    const blocks = reader.finish()
    pictures.push(...blocks.filter(({ picture }) => hasDetails(picture)))
    return joinStyled(
      blocks.filter(({ picture }) => !hasDetails(picture)).map(({ text, spans }) => new StyledText(text, spans)),
      '\n',
    )
  }

  /** Adds the quotation marks that browsers draw around `q`. */
  #quoted(element: MarkupElement, around: TextContext): void {
    const marks = hasOwnMarks(rawTextOf(element)) ? '' : marksOfQuoted(this.#quotations)
    this.#blocks.text(marks.charAt(0), around)
    this.#quotations++
    this.#inside(element, around)
    this.#quotations--
    if (marks !== '') this.#blocks.joined(marks.charAt(1), around)
  }

  /**
   * Reads a figure. Its caption is the cutline of its picture, the last one of several. A picture that is not in the
   * file is listed, and its caption is a cutline alone. Figures of other things, and in quotes and lists, become their
   * text.
   */
  #figure(figure: MarkupElement, around: TextContext): void {
    const inside = [...elementsIn(figure)].filter((element) => element !== figure)
    const named = (names: ReadonlySet<string>): readonly MarkupElement[] =>
      inside.filter(({ name }) => names.has(this.#alias[name] ?? name))
    const images = named(IMAGES)
    if (
      around.quote ||
      around.lists.length > 0 ||
      named(PARTS_OF_COPY).length > 0 ||
      (images.length === 0 && !this.#isCaptionOnly(figure))
    )
      return this.#block(figure, 'figure', around)
    this.#blocks.close(around)
    const embedded: Picture[] = []
    for (const image of images) {
      const picture = pictureOf(image, this.pictures)
      if (picture) embedded.push(picture)
      else this.#listPicture(image)
    }
    const last = embedded.pop()
    for (const picture of embedded) this.#blocks.push({ role: 'cutline', picture, text: '', spans: [], depth: 0 })
    const credited = this.#creditsIn(inside)
    const caption = new MarkupReader(this.#losses, {
      alias: this.#alias,
      skipped: new Set([...this.#skipped, ...images, ...credited]),
    })
    caption.readInside(figure)
    const { text, spans } = joinStyled(
      caption.finish().map((block) => new StyledText(block.text, block.spans)),
      '\n',
    ).trimmed()
    const described = last ?? (images[0] ? describedBy(images[0]) : NO_PICTURE)
    const credits = new Set(credited.map((element) => creditFrom(lineOfText(element), text)))
    credits.delete('')
    const picture = credits.size > 0 ? { ...described, credit: [...credits].join(' / ') } : described
    // A picture that is listed leaves nothing here but its words.
    if (last || text !== '' || picture.credit !== '')
      this.#blocks.push({ role: 'cutline', picture, text, spans, depth: 0 })
  }

  /** Returns the elements that hold a credit and are in no other one. */
  #creditsIn(inside: readonly MarkupElement[]): readonly MarkupElement[] {
    const within = new Set<MarkupElement>()
    return inside.filter((element) => {
      if (!isCredit(element) || this.#skipped.has(element) || within.has(element)) return false
      for (const inner of elementsIn(element)) within.add(inner)
      return true
    })
  }

  /** Whether all words of a figure are its caption. Its other content, such as a player, is listed. */
  #isCaptionOnly(figure: MarkupElement): boolean {
    const nameOf = ({ name }: MarkupElement): string => this.#alias[name] ?? name
    const others = figure.children.filter((child) => !isElement(child) || nameOf(child) !== 'figcaption')
    return (
      others.length < figure.children.length &&
      others.every((child) =>
        isElement(child)
          ? Object.hasOwn(WORDLESS_ELEMENTS, nameOf(child)) || beginningOf(child) === ''
          : child.trim() === '',
      )
    )
  }

  #picture(element: MarkupElement): void {
    const read = readDataPicture(element.attributes['src'] ?? '', element.attributes['alt'] ?? '')
    if (!read) return this.#listPicture(element)
    this.pictures.set(read.picture.file, read.bytes)
    this.#blocks.picture(read.picture)
  }

  #listPicture(element: MarkupElement): void {
    const { alt = element.attributes['alternate-text'] ?? '', src = element.attributes['source'] ?? '' } =
      element.attributes
    this.#losses.add(
      'pictures',
      [alt, src.startsWith('data:') ? importsText('example.insideFile') : src, beginningOf(element)]
        .filter((part) => part !== '')
        .join(' '),
    )
  }

  #wordless(element: MarkupElement, what: LossName | ''): void {
    if (what !== '')
      this.#losses.add(
        what,
        beginningOf(element) ||
          element.attributes['src'] ||
          element.attributes['data'] ||
          element.attributes['title'] ||
          element.attributes['value'] ||
          element.name,
      )
  }

  #listLoss(what: LossName, element: MarkupElement): void {
    const words = beginningOf(element)
    if (words !== '') this.#losses.add(what, words)
  }

  #noteStyling(element: MarkupElement, name: string): void {
    const what = unkeptFormatting(element, name)
    if (what !== undefined && beginningOf(element) !== '') this.#losses.add(what, beginningOf(element))
  }
}
