import { importsText } from '../../../catalogue/rooms/imports'
import { BLOCK_BREAK } from '../../../story/copy/suggestions/markedCopy'
import { inOwnColumns } from '../../../story/copy/mergedCells'
import { tableOf } from '../../../story/copy/tables'
import { ListNumbers, numberOf } from '../parts/blocks/ListNumbers'
import type { LossCollector } from '../parts/losses'
import { attributeOf, childOf, childrenOf, lineOfText, type MarkupElement } from '../markup/tree/markupTree'
import { StyledText } from '../parts/blocks/StyledText'
import type { DocxPackage } from './docxPackage'
import { DocxReview } from './DocxReview'
import { DocxNumbering, DocxStyles, toggle } from './docxStyles'
import { PARAGRAPH, paragraphKind, sameShape, shapeOf, type DocxBlock, type Kind } from './paragraphKind'
import { RunReader } from './RunReader'
import { asWritten, authorOf, cellsOf, isMerged, rowsOf, textOfWord } from './wordTree'
import { defined } from '../../../story/text/defined'

/**
 * Turns the body of a Word document into flat blocks. Tracked changes stay proposals. Those that the sheet cannot
 * propose are accepted and listed as losses.
 */
export class DocxReader {
  readonly #pack: DocxPackage
  readonly #losses: LossCollector
  readonly #styles: DocxStyles
  readonly #numbering: DocxNumbering
  readonly #numbers: ListNumbers
  readonly #runs: RunReader
  readonly #blocks: DocxBlock[] = []
  /** A paragraph whose end is only proposed: the next paragraph belongs to the same block. */
  #runOn: { readonly words: StyledText; readonly kind: Kind; readonly break: string } | undefined
  /** The suggestion that joins the next block to the one before. */
  #joins: string | undefined
  readonly review: DocxReview

  constructor(pack: DocxPackage, losses: LossCollector) {
    this.#pack = pack
    this.#losses = losses
    this.#styles = new DocxStyles(pack.styles)
    this.#numbering = new DocxNumbering(pack.numbering)
    this.#numbers = new ListNumbers(losses)
    this.review = new DocxReview(pack, losses)
    this.#runs = new RunReader(pack, losses, this.#styles, this.review)
  }

  /** Text in the character style of a dateline. */
  get dateline(): string {
    return this.#runs.dateline
  }

  read(): readonly DocxBlock[] {
    const body = childOf(this.#pack.document, 'body')
    if (body) this.#flow(body)
    this.#closeRunOn()
    this.#readNotes()
    for (const margin of this.#pack.margins)
      if (lineOfText(margin) !== '') this.#losses.add('headersAndFooters', textOfWord(margin))
    return this.#blocks
  }

  #flow(parent: MarkupElement): void {
    for (const child of childrenOf(parent)) {
      switch (child.name) {
        case 'p':
          this.#paragraph(child)
          break
        case 'tbl':
          this.#table(child)
          break
        case 'sdt':
          this.#control(child)
          break
        case 'sectPr':
        case 'bookmarkStart':
        case 'bookmarkEnd':
        case 'proofErr':
          break
        case 'commentRangeStart':
          this.review.begin(attributeOf(child, 'id'))
          break
        case 'commentRangeEnd':
          this.review.end(attributeOf(child, 'id'))
          break
        case 'altChunk':
          this.#losses.add('embeddedDocuments', attributeOf(child, 'id') || 'altChunk')
          break
        case 'del':
        case 'moveFrom':
          this.#listDeleted(child)
          break
        case 'AlternateContent':
          this.#flow(childOf(child, 'Choice') ?? childOf(child, 'Fallback') ?? child)
          break
        default:
          this.#flow(child)
      }
    }
  }

  #control(control: MarkupElement): void {
    const gallery = childOf(childOf(childOf(control, 'sdtPr'), 'docPartObj'), 'docPartGallery')
    const content = childOf(control, 'sdtContent')
    if (!content) return
    if (gallery && /table of contents/i.test(attributeOf(gallery, 'val')))
      return this.#losses.add('tablesOfContents', textOfWord(content))
    this.#flow(content)
  }

  #paragraph(paragraph: MarkupElement): void {
    const properties = childOf(paragraph, 'pPr')
    const styleName = childOf(properties, 'pStyle')
    const style = this.#styles.of(styleName ? attributeOf(styleName, 'val') : 'Normal')
    const kind = paragraphKind(properties, style, this.#numbering, this.#losses)
    // A desk note above the copy ("DRAFT. Not for publication.") is not copy. A pending paragraph continues after it.
    if (style.names.includes('desk note') && lineOfText(paragraph) !== '')
      return this.#losses.add('deskNotes', textOfWord(paragraph))
    // The correction belongs to an earlier version; the story keeps its own record of it.
    if (style.names.includes('published correction') && lineOfText(paragraph) !== '')
      return this.#losses.add('printedCorrection', textOfWord(paragraph))
    const before = this.#runOn
    this.#runOn = undefined
    const goesOn = before && kind.part === undefined && !kind.caption
    if (before && !goesOn) {
      this.#losses.add('changesAccepted', importsText('change.newParagraph'))
      this.#push(before.words, before.kind)
    }
    const box = goesOn ? before.words : new StyledText()
    const base = goesOn ? this.#breakInto(before, kind) : this.#baseOf(properties, kind)
    this.#runs.credit = kind.caption && !this.#runs.inCell ? '' : undefined
    this.#runs.paragraphStyle = styleName && attributeOf(styleName, 'val')
    this.#runs.inline(
      paragraph,
      { ...(kind.plain ? {} : { ...(style.bold ? { bold: true } : {}), ...(style.italic ? { italic: true } : {}) }) },
      box,
    )
    const markProperties = childOf(properties, 'rPr')
    if (
      childOf(properties, 'jc') &&
      !/^(?:left|start|both)$/.test(attributeOf(childOf(properties, 'jc') ?? paragraph, 'val')) &&
      box.text !== ''
    )
      this.#losses.add('fontsAndColours', box.text)
    // A picture in the paragraph of its caption comes before the text.
    if (kind.caption) this.#placePictures()
    this.#end(box, base, childOf(markProperties, 'ins'), childOf(markProperties, 'del'))
    this.#placePictures()
    // A text box may hold paragraphs with text boxes.
    for (const found of this.#runs.boxes.splice(0)) this.#flow(found)
  }

  #placePictures(): void {
    for (const picture of this.#runs.pictures.splice(0)) {
      this.#numbers.end()
      this.#blocks.push({ role: 'cutline', text: '', spans: [], depth: 0, embedded: picture })
    }
  }

  /** Ends a paragraph. A proposed paragraph mark becomes a character, and a proposed join a note on the next block. */
  #end(box: StyledText, kind: Kind, inserted: MarkupElement | undefined, deleted: MarkupElement | undefined): void {
    const alone = this.#runs.inCell || kind.part !== undefined || kind.caption
    if (inserted && !alone) {
      this.#runOn = { words: box, kind, break: this.review.change(inserted) }
      return
    }
    if (inserted)
      this.#losses.add('changesAccepted', importsText('change.newParagraphBy', { author: authorOf(inserted) }))
    this.#push(box, kind)
    if (deleted && !alone && this.#blocks.length > 0) this.#joins = this.review.change(deleted)
    else if (deleted) this.#losses.add('changesLeftOut', importsText('change.joined', { author: authorOf(deleted) }))
    else this.review.countUnchanged(1)
  }

  #breakInto(
    { words, kind, break: id }: { readonly words: StyledText; readonly kind: Kind; readonly break: string },
    next: Kind,
  ): Kind {
    // If the whole paragraph is proposed, the block keeps the shape of the next paragraph.
    const isNew =
      words.text !== '' &&
      words.text ===
        words.proposed.map(({ mark, from, to }) => (mark === 'insertion' ? words.text.slice(from, to) : '')).join('')
    words.add(BLOCK_BREAK, { inserted: { id, as: shapeOf(next) } })
    return isNew && !sameShape(kind, next) ? { ...next, becomes: { id, shape: shapeOf(kind) } } : kind
  }

  /** Returns the kind of the paragraph before a tracked change of its properties. */
  #baseOf(properties: MarkupElement | undefined, kind: Kind): Kind {
    const change = childOf(properties, 'pPrChange')
    if (!change) return kind
    const old = childOf(change, 'pPr')
    const name = childOf(old, 'pStyle')
    const before = paragraphKind(
      old,
      this.#styles.of(name ? attributeOf(name, 'val') : 'Normal'),
      this.#numbering,
      this.#losses,
    )
    if (
      this.#runs.inCell ||
      kind.part !== undefined ||
      before.part !== undefined ||
      kind.caption ||
      before.caption ||
      sameShape(kind, before)
    ) {
      this.#losses.add('changesOfFormatting', importsText('change.paragraph', { author: authorOf(change) }))
      return kind
    }
    return { ...before, becomes: { id: this.review.change(change), shape: shapeOf(kind) } }
  }

  #push(words: StyledText, { role, level, list, depth, part, caption, becomes, numbered }: Kind): void {
    const { text, spans, proposed } = words.trimmed()
    const credit = this.#runs.credit ?? ''
    this.#runs.credit = undefined
    // Word counts empty items, too.
    const inFile = numbered && this.#numbering.next(numbered.list, numbered.level)
    // Headings and cells of the sheet have no numbers.
    if (inFile && (list === undefined || this.#runs.inCell)) this.#losses.add('listNumbers', numberOf(inFile))
    if (text === '' && credit === '') return
    if (list === undefined || this.#runs.inCell) this.#numbers.end()
    else this.#numbers.item(level, list, inFile)
    const joins = part === undefined && !caption && !this.#runs.inCell ? this.#joins : undefined
    this.#joins = undefined
    const common = {
      text,
      spans,
      depth,
      ...defined({ part, caption: caption && { ...caption, credit } }),
      ...(proposed.length > 0 ? { proposed } : {}),
      ...defined({ joins, becomes }),
    }
    this.#blocks.push(list === undefined ? { role, ...common } : { role: 'listItem', level, list, ...common })
  }

  /** Ends a pending paragraph that nothing follows: its proposed mark is dropped. */
  #closeRunOn(): void {
    if (this.#runOn) this.#push(this.#runOn.words, this.#runOn.kind)
    this.#runOn = undefined
  }

  #listDeleted(element: MarkupElement): void {
    const words = textOfWord(element)
    if (words !== '')
      this.#losses.add('changesAccepted', importsText('change.takenOut', { author: authorOf(element), words }))
  }

  /** Reads a table. A table of one cell is a frame, and its text is copy. */
  #table(table: MarkupElement): void {
    this.#closeRunOn()
    const rows = rowsOf(table)
    if (rows.length < 2 && rows.every((row) => cellsOf(row).length < 2)) {
      for (const row of rows) for (const cell of cellsOf(row)) this.#flow(cell)
      return
    }
    if (rows.some((row) => cellsOf(row).some(isMerged))) this.#losses.add('mergedCells', textOfWord(table))
    const first = rows[0]
    const words = inOwnColumns(rows.map((row) => cellsOf(row).map(asWritten))).map((cells) =>
      cells.map((cell) => (cell ? this.#cell(cell) : new StyledText())),
    )
    for (const row of rows) {
      const properties = childOf(row, 'trPr')
      const change = childOf(properties, 'ins') ?? childOf(properties, 'del')
      if (change)
        this.#losses.add(
          'changesOfTables',
          importsText(change.name === 'ins' ? 'change.rowPutIn' : 'change.rowTakenOut', { author: authorOf(change) }),
        )
    }
    for (const cell of tableOf(words, first !== undefined && toggle(childOf(first, 'trPr'), 'tblHeader') === true)) {
      this.#numbers.end()
      const proposed = cell.cell ? (words[cell.cell.row]?.[cell.cell.column]?.proposed ?? []) : []
      this.#blocks.push({ ...cell, depth: 0, ...(proposed.length > 0 ? { proposed } : {}) })
    }
  }

  /** Returns a cell as one text, its paragraphs separated by line breaks. */
  #cell(cell: MarkupElement): StyledText {
    const before = this.#blocks.length
    const nested = this.#runs.inCell
    this.#runs.inCell = true
    this.#flow(cell)
    this.#closeRunOn()
    this.#runs.inCell = nested
    const words = new StyledText()
    this.#blocks.splice(before).forEach((block, index) => {
      if (index > 0) words.add('\n', {})
      words.append(new StyledText(block.text, block.spans, block.proposed))
    })
    return words
  }

  #readNotes(): void {
    const notes = this.#runs.notes.splice(0)
    const byId = {
      footnote: notesOf(this.#pack.footnotes, 'footnote'),
      endnote: notesOf(this.#pack.endnotes, 'endnote'),
    }
    notes.forEach(({ kind, id }, index) => {
      const note = byId[kind].get(id)
      if (!note) return
      const before = this.#blocks.length
      this.#flow(note)
      this.#closeRunOn()
      const words = this.#blocks.splice(before)
      this.#losses.add('footnotes', words.map(({ text }) => text).join(' '))
      words.forEach((block, at) => {
        const line = new StyledText(at === 0 ? `[${index + 1}] ` : '')
        line.append(new StyledText(block.text, block.spans, block.proposed))
        if (block.caption) line.add(` ${block.caption.credit}`, {})
        this.#push(line, PARAGRAPH)
      })
    })
  }
}

/** The notes of a part by their ids. The first one counts. */
const notesOf = (part: MarkupElement | undefined, kind: string): ReadonlyMap<string, MarkupElement> =>
  new Map((part ? [...childrenOf(part, kind)] : []).toReversed().map((note) => [attributeOf(note, 'id'), note]))
