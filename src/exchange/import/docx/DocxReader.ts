import { importsText } from '../../../catalogue/rooms/imports'
import { BLOCK_BREAK, LINE_BREAK } from '../../../story/copy/markedCopy'
import { tableOf } from '../../../story/copy/tables'
import type { LossCollector } from '../parts/losses'
import { attributeOf, childOf, childrenOf, lineOfText, rawTextOf, type MarkupElement } from '../markup/markupTree'
import { StyledText, type RunStyle } from '../parts/StyledText'
import { DocxLinks } from './DocxLinks'
import type { DocxPackage } from './docxPackage'
import { DocxReview } from './DocxReview'
import { DocxNumbering, DocxStyles, toggle } from './docxStyles'
import {
  PARAGRAPH,
  paragraphKind,
  sameShape,
  shapeOf,
  type DocxBlock,
  type PictureReference,
  type Kind,
} from './paragraphKind'
import { RunStyles } from './RunStyles'
import { authorOf, findIn, hasContent, isMerged, textOfWord } from './wordTree'
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
  readonly #links: DocxLinks
  readonly #runStyles: RunStyles
  readonly #blocks: DocxBlock[] = []
  /** A paragraph whose end is only proposed: the next paragraph belongs to the same block. */
  #runOn: { readonly words: StyledText; readonly kind: Kind; readonly break: string } | undefined
  /** The suggestion that joins the next block to the one before. */
  #joins: string | undefined
  readonly review: DocxReview
  /** Text boxes of the current paragraph, read after it. */
  #boxes: MarkupElement[] = []
  /** Pictures of the current paragraph, placed after it. */
  #pictures: PictureReference[] = []
  #inCell = false
  /** Text in the character style of a dateline. It becomes a field, not copy. */
  dateline = ''
  /** Text of a caption in the character style of a credit; undefined outside captions. */
  #credit: string | undefined
  #notes: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[] = []

  constructor(pack: DocxPackage, losses: LossCollector) {
    this.#pack = pack
    this.#losses = losses
    this.#styles = new DocxStyles(pack.styles)
    this.#numbering = new DocxNumbering(pack.numbering)
    this.review = new DocxReview(pack, losses)
    this.#links = new DocxLinks(pack, losses)
    this.#runStyles = new RunStyles(this.#styles, this.review, losses)
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
    this.#credit = kind.caption && !this.#inCell ? '' : undefined
    this.#inline(
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
    const boxes = this.#boxes
    this.#boxes = []
    for (const found of boxes) this.#flow(found)
  }

  #placePictures(): void {
    for (const picture of this.#pictures.splice(0))
      this.#blocks.push({ role: 'cutline', text: '', spans: [], depth: 0, embedded: picture })
  }

  /** Ends a paragraph. A proposed paragraph mark becomes a character, and a proposed join a note on the next block. */
  #end(box: StyledText, kind: Kind, inserted: MarkupElement | undefined, deleted: MarkupElement | undefined): void {
    const alone = this.#inCell || kind.part !== undefined || kind.caption
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
      this.#inCell ||
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

  #push(words: StyledText, { role, level, list, depth, part, caption, becomes }: Kind): void {
    const { text, spans, proposed } = words.trimmed()
    const credit = this.#credit ?? ''
    this.#credit = undefined
    if (text === '' && credit === '') return
    const joins = part === undefined && !caption && !this.#inCell ? this.#joins : undefined
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

  /** Reads runs and the elements that wrap them. */
  #inline(parent: MarkupElement, style: RunStyle, box: StyledText): void {
    for (const child of childrenOf(parent)) {
      switch (child.name) {
        case 'pPr':
        case 'rPr':
        case 'bookmarkStart':
        case 'bookmarkEnd':
        case 'proofErr':
        case 'permStart':
        case 'permEnd':
        case 'lastRenderedPageBreak':
        case 'sdtPr':
        case 'sdtEndPr':
        case 'fldData':
        case 'rt':
          break
        case 'r':
          this.#run(child, style, box)
          break
        case 'hyperlink':
          this.#inline(child, this.#links.around(child, style), box)
          break
        case 'fldSimple':
          this.#inline(child, this.#links.by(attributeOf(child, 'instr'), style), box)
          break
        case 'commentRangeStart':
          this.review.begin(attributeOf(child, 'id'))
          break
        case 'commentRangeEnd':
          this.review.end(attributeOf(child, 'id'))
          break
        case 'ins':
        case 'moveTo':
          this.#inline(
            child,
            hasContent(child) ? { ...style, inserted: { id: this.review.change(child) } } : style,
            box,
          )
          break
        case 'del':
        case 'moveFrom':
          this.#inline(child, hasContent(child) ? { ...style, deleted: this.review.change(child) } : style, box)
          break
        case 'oMath':
        case 'oMathPara':
          this.#losses.add('formulas', textOfWord(child))
          box.add(textOfWord(child), style)
          break
        case 'AlternateContent':
          this.#inline(childOf(child, 'Choice') ?? childOf(child, 'Fallback') ?? child, style, box)
          break
        default:
          this.#inline(child, style, box)
      }
    }
  }

  #listDeleted(element: MarkupElement): void {
    const words = textOfWord(element)
    if (words !== '')
      this.#losses.add('changesAccepted', importsText('change.takenOut', { author: authorOf(element), words }))
  }

  #run(run: MarkupElement, around: RunStyle, box: StyledText): void {
    const properties = childOf(run, 'rPr')
    const named = childOf(properties, 'rStyle')
    if (named && box.length === 0 && this.#styles.of(attributeOf(named, 'val')).names.includes('dateline')) {
      this.dateline += rawTextOf(run)
      return
    }
    if (
      named &&
      this.#credit !== undefined &&
      this.#styles.of(attributeOf(named, 'val')).names.includes('picture credit')
    ) {
      this.#credit += rawTextOf(run)
      return
    }
    const style = this.#runStyles.tracked(properties, around)
    const hidden = toggle(properties, 'vanish') === true
    if (hidden && rawTextOf(run).trim() !== '') this.#losses.add('hiddenText', textOfWord(run))
    else this.#runStyles.listUnkept(run, properties, around.href !== undefined)
    for (const child of childrenOf(run)) {
      if (child === properties) continue
      if (child.name === 'fldChar') this.#links.char(attributeOf(child, 'fldCharType'))
      else if (child.name === 'instrText') this.#links.instruct(rawTextOf(child))
      else if (!hidden && !this.#links.inInstruction) this.#proposedContent(child, this.#links.ofField(style), box)
    }
  }

  /**
   * Reads one child of a run, inside or outside a proposal. A change right after a proposal may belong to the same
   * suggestion.
   */
  #proposedContent(child: MarkupElement, style: RunStyle, box: StyledText): void {
    const before = box.length
    const comments = this.review.open
    this.#runContent(child, comments ? { ...style, comments } : style, box)
    const read = box.length - before
    if (style.inserted && read > 0) this.review.markProposed()
    else this.review.countUnchanged(read)
    if (read > 0 && (style.deleted !== undefined || style.restyled)) this.review.extendLast()
  }

  #runContent(child: MarkupElement, style: RunStyle, box: StyledText): void {
    switch (child.name) {
      case 't':
      case 'delText':
        return box.add(this.#visible(rawTextOf(child).replace(/[\r\n]+/g, ' ')), style)
      case 'tab':
      case 'ptab':
        return box.add('\t', style)
      case 'br':
      case 'cr':
        if (/^(?:page|column)$/.test(attributeOf(child, 'type'))) return
        return style.inserted
          ? box.add(LINE_BREAK, { ...style, inserted: { ...style.inserted, as: 'line' } })
          : box.add('\n', style)
      case 'noBreakHyphen':
        return box.add('\u2011', style)
      case 'sym': {
        const code = Number.parseInt(attributeOf(child, 'char'), 16)
        const character =
          code >= 0xf000 && code <= 0xf0ff
            ? ''
            : String.fromCodePoint(Number.isFinite(code) && code > 31 && code < 0x110000 ? code : 0xfffd)
        if (character === '')
          this.#losses.add('symbolFonts', `${attributeOf(child, 'font')} ${attributeOf(child, 'char')}`)
        return box.add(character, style)
      }
      case 'footnoteReference':
      case 'endnoteReference': {
        const kind = child.name === 'footnoteReference' ? 'footnote' : 'endnote'
        this.#notes.push({ kind, id: attributeOf(child, 'id') })
        this.#losses.add('footnoteMarks', `[${this.#notes.length}]`)
        return box.add(`[${this.#notes.length}]`, style)
      }
      case 'drawing':
      case 'pict':
      case 'object':
        return this.#drawing(child)
      case 'AlternateContent': {
        const chosen = childOf(child, 'Choice') ?? childOf(child, 'Fallback')
        for (const inner of chosen ? childrenOf(chosen) : []) this.#runContent(inner, style, box)
        return
      }
      case 'ruby':
        this.#losses.add('ruby', textOfWord(childOf(child, 'rt') ?? child))
        return this.#inline(childOf(child, 'rubyBase') ?? child, style, box)
      default:
    }
  }

  /** Queues text boxes and pictures of a drawing; lists a picture that cannot be read with its description. */
  #drawing(drawing: MarkupElement): void {
    const boxes: MarkupElement[] = []
    const look = (element: MarkupElement): void => {
      if (element.name === 'txbxContent') boxes.push(element)
      else childrenOf(element).forEach(look)
    }
    look(drawing)
    for (const box of boxes) {
      this.#losses.add('textBoxes', textOfWord(box))
      this.#boxes.push(box)
    }
    if (boxes.length > 0) return
    const about = findIn(drawing, 'docPr')
    const link = findIn(drawing, 'blip') ?? findIn(drawing, 'imagedata')
    const part = link ? this.#pack.pictures.get(attributeOf(link, 'embed') || attributeOf(link, 'id')) : undefined
    if (part !== undefined && !this.#inCell) {
      this.#pictures.push({
        part,
        alt: about ? attributeOf(about, 'descr') : '',
        about: about ? attributeOf(about, 'name') : '',
      })
      return
    }
    this.#losses.add(
      'pictures',
      about ? attributeOf(about, 'descr') || attributeOf(about, 'title') || attributeOf(about, 'name') : drawing.name,
    )
  }

  #visible(words: string): string {
    const invisible = words.match(INVISIBLE)
    if (!invisible) return words
    this.#losses.add(
      'invisibleCharacters',
      `U+${(invisible[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()}`,
      invisible.length,
    )
    return words.replace(INVISIBLE, '')
  }

  /** Reads a table. A table of one cell is a frame, and its text is copy. */
  #table(table: MarkupElement): void {
    this.#closeRunOn()
    const rows = childrenOf(table).flatMap((child) =>
      child.name === 'tr'
        ? [child]
        : child.name === 'sdt' || child.name === 'ins'
          ? childrenOf(childOf(child, 'sdtContent') ?? child, 'tr')
          : [],
    )
    const cellsOf = (row: MarkupElement): readonly MarkupElement[] =>
      childrenOf(row).flatMap((child) =>
        child.name === 'tc'
          ? [child]
          : child.name === 'sdt'
            ? childrenOf(childOf(child, 'sdtContent') ?? child, 'tc')
            : [],
      )
    if (rows.length < 2 && rows.every((row) => cellsOf(row).length < 2)) {
      for (const row of rows) for (const cell of cellsOf(row)) this.#flow(cell)
      return
    }
    if (rows.some((row) => cellsOf(row).some(isMerged))) this.#losses.add('mergedCells', textOfWord(table))
    const first = rows[0]
    const words = rows.map((row) => cellsOf(row).map((cell) => this.#cell(cell)))
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
      const proposed = cell.cell ? (words[cell.cell.row]?.[cell.cell.column]?.proposed ?? []) : []
      this.#blocks.push({ ...cell, depth: 0, ...(proposed.length > 0 ? { proposed } : {}) })
    }
  }

  /** Returns a cell as one text, its paragraphs separated by line breaks. */
  #cell(cell: MarkupElement): StyledText {
    const before = this.#blocks.length
    const nested = this.#inCell
    this.#inCell = true
    this.#flow(cell)
    this.#closeRunOn()
    this.#inCell = nested
    const words = new StyledText()
    this.#blocks.splice(before).forEach((block, index) => {
      if (index > 0) words.add('\n', {})
      words.append(new StyledText(block.text, block.spans, block.proposed))
    })
    return words
  }

  #readNotes(): void {
    const notes = this.#notes
    this.#notes = []
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

const INVISIBLE = /[\u00ad\u200b\ufeff\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
