import type { LossCollector } from '../parts/losses'
import { LINE_BREAK } from '../../../story/copy/suggestions/markedCopy'
import { attributeOf, childOf, childrenOf, rawTextOf, type MarkupElement } from '../markup/tree/markupTree'
import type { RunStyle, StyledText } from '../parts/blocks/StyledText'
import { DocxLinks } from './DocxLinks'
import type { DocxPackage } from './docxPackage'
import type { DocxReview } from './DocxReview'
import { toggle, type DocxStyles } from './docxStyles'
import type { PictureReference } from './paragraphKind'
import { RunStyles } from './RunStyles'
import { findIn, hasContent, textOfWord } from './wordTree'

/** A picture in a drawing: the link to its bytes, and what describes it alone in a group. */
interface DrawnImage {
  readonly link: MarkupElement
  readonly own: MarkupElement | undefined
}

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
}

/**
 * Reads what is inside a paragraph: runs, links, fields, proposed changes. Sets aside what is placed after the
 * paragraph or is no copy.
 */
export class RunReader {
  readonly #pack: DocxPackage
  readonly #losses: LossCollector
  readonly #styles: DocxStyles
  readonly #review: DocxReview
  readonly #links: DocxLinks
  readonly #runStyles: RunStyles
  /** Cells hold no pictures. */
  inCell = false
  /** The style that the paragraph names. */
  paragraphStyle: string | undefined
  /** Text in the character style of a dateline. It becomes a field, not copy. */
  dateline = ''
  /** Text of a caption in the character style of a credit; undefined outside captions. */
  credit: string | undefined
  /** Text boxes, pictures and references to notes that were not taken yet. */
  readonly boxes: MarkupElement[] = []
  readonly pictures: PictureReference[] = []
  readonly notes: NoteReference[] = []

  constructor(pack: DocxPackage, losses: LossCollector, styles: DocxStyles, review: DocxReview) {
    this.#pack = pack
    this.#losses = losses
    this.#styles = styles
    this.#review = review
    this.#links = new DocxLinks(pack, losses)
    this.#runStyles = new RunStyles(styles, review, losses)
  }

  /** Reads runs and the elements that wrap them. */
  inline(parent: MarkupElement, style: RunStyle, box: StyledText): void {
    const children = childrenOf(parent)
    for (const [index, child] of children.entries()) {
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
          this.#run(child, style, box, this.#runStyles.figuresAround(children, index))
          break
        case 'hyperlink':
          this.inline(child, this.#links.around(child, style), box)
          break
        case 'fldSimple':
          this.inline(child, this.#links.by(attributeOf(child, 'instr'), style), box)
          break
        case 'commentRangeStart':
          this.#review.begin(attributeOf(child, 'id'))
          break
        case 'commentRangeEnd':
          this.#review.end(attributeOf(child, 'id'))
          break
        case 'ins':
        case 'moveTo':
          this.inline(
            child,
            hasContent(child) ? { ...style, inserted: { id: this.#review.change(child) } } : style,
            box,
          )
          break
        case 'del':
        case 'moveFrom':
          this.inline(child, hasContent(child) ? { ...style, deleted: this.#review.change(child) } : style, box)
          break
        case 'oMath':
        case 'oMathPara':
          this.#losses.add('formulas', textOfWord(child))
          box.add(textOfWord(child), style)
          break
        case 'AlternateContent':
          this.inline(childOf(child, 'Choice') ?? childOf(child, 'Fallback') ?? child, style, box)
          break
        default:
          this.inline(child, style, box)
      }
    }
  }

  /** `figures`: the text of the run and of its neighbours at the same level. */
  #run(run: MarkupElement, around: RunStyle, box: StyledText, figures: string): void {
    const properties = childOf(run, 'rPr')
    const named = childOf(properties, 'rStyle')
    if (named && box.length === 0 && this.#styles.of(attributeOf(named, 'val')).names.includes('dateline')) {
      this.dateline += rawTextOf(run)
      return
    }
    if (
      named &&
      this.credit !== undefined &&
      this.#styles.of(attributeOf(named, 'val')).names.includes('picture credit')
    ) {
      this.credit += rawTextOf(run)
      return
    }
    const style = this.#runStyles.tracked(properties, around)
    const hidden =
      toggle(properties, 'vanish') ?? this.#styles.hide(this.paragraphStyle, named && attributeOf(named, 'val'))
    if (hidden && rawTextOf(run).trim() !== '') this.#losses.add('hiddenText', textOfWord(run))
    else this.#runStyles.listUnkept(run, properties, around.href !== undefined, figures)
    for (const child of childrenOf(this.#runStyles.withRaisedFigures(run, properties, figures))) {
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
    const comments = this.#review.open
    this.#runContent(child, comments ? { ...style, comments } : style, box)
    const read = box.length - before
    if (style.inserted && read > 0) this.#review.markProposed()
    else this.#review.countUnchanged(read)
    if (read > 0 && (style.deleted !== undefined || style.restyled)) this.#review.extendLast()
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
        // A page or column break in the middle of a paragraph parts its words: "killed 14", "000 people".
        if (/^(?:page|column)$/.test(attributeOf(child, 'type')) && box.length === 0) return
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
        this.notes.push({ kind, id: attributeOf(child, 'id') })
        this.#losses.add('footnoteMarks', `[${this.notes.length}]`)
        return box.add(`[${this.notes.length}]`, style)
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
        return this.inline(childOf(child, 'rubyBase') ?? child, style, box)
      default:
    }
  }

  /** Queues all text boxes and pictures of a drawing; lists each picture that cannot be read with its description. */
  #drawing(drawing: MarkupElement): void {
    const { boxes, images } = partsOfDrawing(drawing)
    for (const box of boxes) {
      this.#losses.add('textBoxes', textOfWord(box))
      this.boxes.push(box)
    }
    const whole = findIn(drawing, 'docPr')
    for (const { link, own } of images) {
      // Word describes a picture alone at the drawing, and pictures of a group one by one.
      const about = own && (images.length > 1 || attributeOf(own, 'descr') !== '') ? own : whole
      const part = this.#pack.pictures.get(attributeOf(link, 'embed') || attributeOf(link, 'id'))
      if (part === undefined || this.inCell) this.#listPicture(about, drawing)
      else this.#queuePicture(part, about)
    }
    if (boxes.length === 0 && images.length === 0) this.#listPicture(whole, drawing)
  }

  #listPicture(about: MarkupElement | undefined, drawing: MarkupElement): void {
    this.#losses.add(
      'pictures',
      about ? attributeOf(about, 'descr') || attributeOf(about, 'title') || attributeOf(about, 'name') : drawing.name,
    )
    // Its caption stays a cutline.
    if (!this.inCell) this.#queuePicture(undefined, about)
  }

  #queuePicture(part: string | undefined, about: MarkupElement | undefined): void {
    this.pictures.push({
      part,
      alt: about ? attributeOf(about, 'descr') : '',
      about: about ? attributeOf(about, 'name') : '',
    })
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
}

const INVISIBLE = /[\u00ad\u200b\ufeff\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** Finds the text boxes and pictures of a drawing, also in groups. What is inside a text box is read with its text. */
function partsOfDrawing(drawing: MarkupElement): {
  readonly boxes: readonly MarkupElement[]
  readonly images: readonly DrawnImage[]
} {
  const boxes: MarkupElement[] = []
  const images: DrawnImage[] = []
  const look = (element: MarkupElement, own: MarkupElement | undefined): void => {
    if (element.name === 'txbxContent') boxes.push(element)
    else if (element.name === 'blip' || element.name === 'imagedata') images.push({ link: element, own })
    else if (element.name === 'AlternateContent') {
      const chosen = childOf(element, 'Choice') ?? childOf(element, 'Fallback')
      if (chosen) look(chosen, own)
    } else {
      const named = element.name === 'pic' ? childOf(childOf(element, 'nvPicPr'), 'cNvPr') : undefined
      for (const child of childrenOf(element)) look(child, named ?? own)
    }
  }
  look(drawing, undefined)
  return { boxes, images }
}
