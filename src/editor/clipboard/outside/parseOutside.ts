/**
 * Reads outside text into the schema. HTML is parsed in an inert document (no scripts, no loading) by an allow-list;
 * everything else is dropped. Outside text can never contain facts.
 */
import { Fragment, type Mark, type Node as SheetNode, type Schema } from '@tiptap/pm/model'
import { PARAGRAPH, type BlockAttrs } from '../../schema/blockAttrs'
import { safeHref } from '../../schema/safeHref'
import { outsideTable } from './outsideTable'
import { DEEPEST, isBlock, isHidden, isLeftOut, isLineOfItsOwn, styleOf, wordListItem } from './outsideElements'
import { lossesOfPage, lossesOfText } from './pageLosses'
import type { Incoming, ReadOutside } from '../incoming'
import { defined } from '../../../story/text/defined'
import { writeQuotedMarks } from './writeQuotedMarks'
import { writeRaisedFigures } from './writeRaisedFigures'

/**
 * Invisible characters: controls, soft hyphen, zero-width space, word joiner, byte order mark, direction overrides.
 * Joiners, isolates and direction marks stay: scripts need them.
 */
const UNSEEN = /[\u0000-\u0008\u000B\u000E-\u001F\u007F\u00AD\u200B\u202A-\u202E\u2060\uFEFF]/g
/** Vertical tab (a line break in words that come from Word), form feed, next line, the space mark of Ogham. */
const PARTS_WORDS = /[\u000B\u000C\u0085\u1680]/g
const UNSEEN_VERBATIM = /[\u0000-\u0008\u000B-\u001F\u007F\u00AD\u200B\u202A-\u202E\u2060\uFEFF]/g

interface Surroundings {
  readonly attrs: BlockAttrs
  readonly marks: readonly Mark[]
  readonly lists: readonly ('bullet' | 'ordered')[]
  readonly verbatim: boolean
  /** Line ends in the text are seen as such: posts and chats write no `br`. */
  readonly keepsLines: boolean
  readonly depth: number
}

/** Reads the page, or the plain text of the same words if the page has none. */
export function readOutside(schema: Schema, { html, text }: Pick<Incoming, 'html' | 'text'>): ReadOutside {
  const page: ReadOutside = html === '' ? { blocks: [], losses: [] } : parseOutsideHtml(schema, html)
  if (page.blocks.length > 0) return page
  const plain = parseOutsideText(schema, text)
  // A page of pictures has no words: people are told of them all the same.
  return { blocks: plain.blocks, losses: [...page.losses, ...plain.losses] }
}

function parseOutsideHtml(schema: Schema, html: string): ReadOutside {
  const inert = new DOMParser().parseFromString(html, 'text/html')
  const losses = lossesOfPage(inert.body)
  writeQuotedMarks(inert.body)
  writeRaisedFigures(inert.body)
  const reader = new OutsideReader(schema)
  reader.read(inert.body, { attrs: PARAGRAPH, marks: [], lists: [], verbatim: false, keepsLines: false, depth: 0 })
  return { blocks: reader.finish(), losses }
}

/** Plain text: each line with text is a paragraph. A single line keeps the spaces at its ends. */
function parseOutsideText(schema: Schema, text: string): ReadOutside {
  const reader = new OutsideReader(schema)
  const lines = text.split(/\r\n?|[\n\u2028\u2029]/)
  for (const line of lines) reader.line(lines.length === 1 ? line : line.trim())
  return { blocks: reader.finish(), losses: lossesOfText(text) }
}

class OutsideReader {
  private readonly blocks: SheetNode[] = []
  private pieces: SheetNode[] = []
  private attrs: BlockAttrs = PARAGRAPH

  constructor(
    private readonly schema: Schema,
    private readonly inCell = false,
  ) {}

  line(text: string): void {
    this.close()
    this.attrs = PARAGRAPH
    this.text(text, [], true)
    this.add(this.pieces)
  }

  read(parent: Node, around: Surroundings): void {
    if (around.depth > DEEPEST) return
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.words(child.nodeValue ?? '', around, parent)
      else if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE)
        this.element(child as Element, {
          ...around,
          keepsLines: keepsLines(child as Element) ?? around.keepsLines,
          depth: around.depth + 1,
        })
    }
  }

  finish(): SheetNode[] {
    this.close()
    return this.blocks
  }

  private element(element: Element, around: Surroundings): void {
    const name = element.localName.toLowerCase()
    if (isLeftOut(element)) return
    if (name === 'br') this.pieces.push(this.breakNode())
    else if (name === 'table' && this.table(element, around)) return
    else if (name === 'td' || name === 'th') this.cell(element, around)
    else if (isBlock(element) || (isLineOfItsOwn(element) && around.attrs.role !== 'subhead'))
      this.block(element, name, around)
    else this.inline(element, name, around)
  }

  /** Reads an element of a line. The lines of a heading are one graf, a space apart. */
  private inline(element: Element, name: string, around: Surroundings): void {
    const space = isLineOfItsOwn(element) ? ' ' : ''
    this.text(space, around.marks, false)
    this.read(element, { ...around, marks: this.marksOf(element, name, around.marks) })
    this.text(space, around.marks, false)
  }

  private block(element: Element, name: string, around: Surroundings): void {
    const inside = this.surroundings(element, name, around)
    this.close()
    this.attrs = inside.attrs
    this.read(element, inside)
    this.close()
    this.attrs = around.attrs
  }

  private surroundings(element: Element, name: string, around: Surroundings): Surroundings {
    switch (name) {
      case 'h1':
      case 'h2':
        return { ...around, attrs: { role: 'subhead', level: 2, list: null }, marks: [] }
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return { ...around, attrs: { role: 'subhead', level: 3, list: null }, marks: [] }
      case 'blockquote':
        return { ...around, attrs: { role: 'quote', level: null, list: null } }
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        return { ...around, lists: [...around.lists, name === 'ol' ? 'ordered' : 'bullet'] }
      case 'li':
        return {
          ...around,
          attrs: {
            role: 'listItem',
            level: Math.min(Math.max(around.lists.length, 1), 6),
            list: around.lists.at(-1) ?? 'bullet',
          },
        }
      case 'p': {
        const item = attrsOfWordItem(element)
        return { ...around, ...defined({ attrs: item }), marks: this.marksOf(element, name, around.marks) }
      }
      case 'pre':
      case 'listing':
      case 'xmp':
      case 'plaintext':
        return { ...around, verbatim: true }
      default:
        return { ...around, marks: this.marksOf(element, name, around.marks) }
    }
  }

  /** Reads a table of at least two columns. Returns false for layout tables and tables in cells, which become grafs. */
  private table(element: Element, around: Surroundings): boolean {
    const { rows, columns, isTooLarge } = outsideTable(element)
    const { table, row: rowType, cell: cellType } = this.schema.nodes
    if (this.inCell || columns < 2 || isTooLarge || !table || !rowType || !cellType) return false
    this.close()
    const caption = [...element.children].find(({ localName }) => localName === 'caption')
    if (caption && !isHidden(caption)) this.block(caption, 'caption', around)
    const cells = rows.map((row, index) =>
      Array.from({ length: columns }, (_, column) => {
        const source = row[column]
        const header = index === 0 && row.every((cell) => cell === undefined || cell.localName === 'th')
        return cellType.create({ header }, source ? this.wordsOfCell(source, around) : null)
      }),
    )
    this.blocks.push(
      table.create(
        null,
        cells.filter((row) => row.some(({ content }) => content.size > 0)).map((row) => rowType.create(null, row)),
      ),
    )
    return true
  }

  private wordsOfCell(element: Element, around: Surroundings): Fragment {
    const reader = new OutsideReader(this.schema, true)
    reader.read(element, { ...around, attrs: PARAGRAPH, lists: [] })
    return Fragment.from(
      reader.finish().flatMap((block, index) => [...(index > 0 ? [this.breakNode()] : []), ...block.children]),
    )
  }

  /** The cells of a row become one paragraph, separated by tabs. */
  private cell(element: Element, around: Surroundings): void {
    if (element.previousElementSibling !== null) this.pieces.push(this.schema.text('\t'))
    const cells = new OutsideReader(this.schema, true)
    cells.read(element, { ...around, attrs: PARAGRAPH, lists: [] })
    cells.finish().forEach((block, index) => {
      if (index > 0) this.pieces.push(this.schema.text(' '))
      block.forEach((child) => this.pieces.push(child.isText ? child : this.schema.text(' ')))
    })
  }

  private words(value: string, { marks, verbatim, keepsLines: lines }: Surroundings, parent: Node): void {
    // White space between the rows and cells of a table is how its source is set.
    if (!verbatim && !(lines && (value.trim() !== '' || !TABLE_PARTS.has(parent.nodeName.toLowerCase())))) {
      this.text(value, marks, false)
      return
    }
    value.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) this.pieces.push(this.breakNode())
      this.text(line, marks, verbatim)
    })
  }

  private text(value: string, marks: readonly Mark[], verbatim: boolean): void {
    const clean = value.replace(PARTS_WORDS, ' ').replace(verbatim ? UNSEEN_VERBATIM : UNSEEN, '')
    let text = verbatim ? clean : clean.replace(/[ \t\n\r\f]+/g, ' ')
    if (!verbatim && text.startsWith(' ') && this.endsWithSpace()) text = text.slice(1)
    if (text !== '') this.pieces.push(this.schema.text(text, marks))
  }

  private endsWithSpace(): boolean {
    const last = this.pieces.at(-1)
    return !last || !last.isText || /[ \t]$/.test(last.text ?? '')
  }

  private breakNode(): SheetNode {
    const type = this.schema.nodes['hardBreak']
    if (!type) throw new Error('The schema has no hard break.')
    return type.create()
  }

  private marksOf(element: Element, name: string, marks: readonly Mark[]): readonly Mark[] {
    const weight = styleOf(element, 'font-weight')
    const slope = styleOf(element, 'font-style')
    let next = marks
    const bold = weight === '' ? name === 'b' || name === 'strong' : /^(?:bold|bolder|[6-9]00)$/.test(weight)
    const italic = slope === '' ? name === 'i' || name === 'em' || name === 'cite' : /^(?:italic|oblique)/.test(slope)
    if (bold) next = this.withMark(next, 'bold')
    if (italic) next = this.withMark(next, 'italic')
    const href = name === 'a' ? safeHref(element.getAttribute('href')) : undefined
    return href === undefined ? next : this.withMark(next, 'link', { href })
  }

  private withMark(marks: readonly Mark[], name: string, attrs?: Record<string, string>): readonly Mark[] {
    const type = this.schema.marks[name]
    return type ? type.create(attrs ?? null).addToSet(marks) : marks
  }

  /** Ends the current block without white space at its ends. Drops an empty one. */
  private close(): void {
    const pieces = trimmedPieces(this.pieces, this.schema)
    // Office programs write an empty line as a paragraph of one no-break space.
    this.add(pieces.every((piece) => piece.isText && (piece.text ?? '').trim() === '') ? [] : pieces)
  }

  private add(pieces: readonly SheetNode[]): void {
    this.pieces = []
    const type = this.schema.nodes['block']
    if (!type) throw new Error('The schema has no blocks.')
    if (pieces.length > 0) this.blocks.push(type.create({ ...this.attrs }, Fragment.from(pieces)))
  }
}

const TABLE_PARTS: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr'])

/** Undefined: as around it. */
function keepsLines(element: Element): boolean | undefined {
  const style = styleOf(element, 'white-space') || styleOf(element, 'white-space-collapse')
  return style === '' || style === 'inherit' ? undefined : /^(?:pre(?!serve-spaces)|break-spaces)/.test(style)
}

function attrsOfWordItem(paragraph: Element): BlockAttrs | undefined {
  const item = wordListItem(paragraph)
  return item && { role: 'listItem', level: item.level, list: item.isNumbered ? 'ordered' : 'bullet' }
}

function trimmedPieces(pieces: readonly SheetNode[], schema: Schema): SheetNode[] {
  const rest = [...pieces]
  const cut = (node: SheetNode, text: string): SheetNode[] => (text === '' ? [] : [schema.text(text, node.marks)])
  for (let first = rest[0]; first && (!first.isText || /^[ \t\n]/.test(first.text ?? '')); first = rest[0]) {
    rest.splice(0, 1, ...(first.isText ? cut(first, (first.text ?? '').replace(/^[ \t\n]+/, '')) : []))
  }
  for (let last = rest.at(-1); last && (!last.isText || /[ \t\n]$/.test(last.text ?? '')); last = rest.at(-1)) {
    rest.splice(-1, 1, ...(last.isText ? cut(last, (last.text ?? '').replace(/(?<![ \t\n])[ \t\n]+$/, '')) : []))
  }
  return rest
}
