import { importsText } from '../../../catalogue/rooms/imports'
import { publishableHref } from '../../../projection/published/publishableText'
import { DEEPEST_LIST, type BlockRole, type ListKind } from '../../../story/copy/copy'
import { NO_PICTURE, type Picture } from '../../../story/copy/picture'
import { tableOf } from '../../../story/copy/tables'
import { creditFrom } from '../parts/creditFrom'
import { readDataPicture } from '../parts/dataPicture'
import type { LossCollector, LossName } from '../parts/losses'
import type { FoundBlock } from '../parts/partsOfCopy'
import { StyledText, type RunStyle } from '../parts/StyledText'
import { elementsIn, isElement, beginningOf, lineOfText, rawTextOf, type MarkupElement } from './markupTree'
import { isHidden, isWordMarker, styleProperty, unkeptFormatting, wordListItem } from './styleAttribute'
import { holdsBlocks, isMerged, rowsOf } from './tableRows'
import { defined } from '../../../story/text/defined'

export interface MarkupDialect {
  /** Element name of another vocabulary → the equivalent HTML name. */
  readonly alias?: Readonly<Record<string, string>>
  /** Elements that are already read, such as a byline. They are skipped and not listed. */
  readonly skipped?: ReadonlySet<MarkupElement>
}

/** A list item: its first paragraph makes the block, further ones are appended to it. */
interface Item {
  block?: number
}

/** The context of a piece of text. */
interface Around {
  readonly style: RunStyle
  readonly quote: boolean
  readonly lists: readonly ListKind[]
  readonly item?: Item
  /** 1 to 6 inside a heading, else 0. */
  readonly depth: number
  /** White space is kept. */
  readonly verbatim: boolean
}

/** Address of a picture whose bytes are missing from the file. */
export const WITHOUT_FILE = 'about:blank'
/** Class names that pages use for a picture's credit. */
const CREDIT = /[\s_-]credits?[\s_-]/i

/** Paragraph styles for quotes of Word and LibreOffice, as their HTML names them. */
const QUOTE_STYLES = / (?:block-text|quote|intense-quote|quotations?|MsoQuote|MsoIntenseQuote|MsoBlockText) /

const TOP: Around = { style: {}, quote: false, lists: [], depth: 0, verbatim: false }

const BLOCKS = new Set([
  'html',
  'body',
  'p',
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'hgroup',
  'search',
  'figure',
  'figcaption',
  'address',
  'pre',
  'dl',
  'dt',
  'dd',
  'ul',
  'ol',
  'menu',
  'li',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'caption',
  'fieldset',
  'legend',
  'form',
  'details',
  'summary',
  'center',
  'dir',
  'listing',
  'xmp',
  'plaintext',
  'table',
  'hr',
])
/** Elements without story text, with the loss that each is listed as; '' if nothing is lost. */
const WORDLESS: Readonly<Record<string, LossName | ''>> = {
  script: 'scripts',
  style: 'styleSheets',
  noscript: 'noscript',
  template: 'templates',
  head: '',
  title: '',
  meta: '',
  link: '',
  base: '',
  col: '',
  colgroup: '',
  wbr: '',
  iframe: 'embeddedPages',
  frame: 'embeddedPages',
  frameset: 'embeddedPages',
  object: 'embeddedPages',
  embed: 'embeddedPages',
  applet: 'embeddedPages',
  audio: 'audio',
  video: 'video',
  canvas: 'drawings',
  svg: 'drawings',
  math: 'formulas',
  map: '',
  source: '',
  track: '',
  param: '',
  nav: 'navigation',
  input: 'formFields',
  button: 'formFields',
  select: 'formFields',
  textarea: 'formFields',
  datalist: '',
  option: '',
  dialog: 'popUps',
  rp: '',
  rt: 'ruby',
}
const INVISIBLE = /[\u00ad\u200b\ufeff\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g

/**
 * Turns a tree of HTML (or of a similar vocabulary) into flat blocks. Keeps all visible text, and lists everything else
 * as losses.
 */
export class MarkupReader {
  readonly #losses: LossCollector
  readonly #alias: Readonly<Record<string, string>>
  readonly #skipped: ReadonlySet<MarkupElement>
  /** Bytes of embedded pictures, by their hash. */
  readonly pictures = new Map<string, Uint8Array>()
  readonly #blocks: FoundBlock[] = []
  /** Pictures inside the text of a block, placed after it. */
  #inWords: FoundBlock[] = []
  #words = new StyledText()
  #last = ''
  /** The style of pending white space, kept only if more text follows. */
  #space: RunStyle | undefined

  constructor(losses: LossCollector, { alias = {}, skipped = new Set() }: MarkupDialect = {}) {
    this.#losses = losses
    this.#alias = alias
    this.#skipped = skipped
  }

  read(root: MarkupElement): void {
    this.#element(root, TOP)
    this.#close(TOP)
  }

  /** Reads the content of `root` without `root` itself. */
  readInside(root: MarkupElement): void {
    this.#inside(root, TOP)
    this.#close(TOP)
  }

  finish(): FoundBlock[] {
    return this.#blocks.filter(
      (block) => block.cell !== undefined || block.picture !== undefined || block.text.trim() !== '',
    )
  }

  #inside(parent: MarkupElement, around: Around): void {
    for (const child of parent.children) {
      if (isElement(child)) this.#element(child, around)
      else this.#text(child, around)
    }
  }

  #element(element: MarkupElement, around: Around): void {
    if (this.#skipped.has(element)) return
    const name = (Object.hasOwn(this.#alias, element.name) ? this.#alias[element.name] : undefined) ?? element.name
    if (Object.hasOwn(WORDLESS, name)) return this.#wordless(element, WORDLESS[name] ?? '')
    if (isWordMarker(element)) return
    if (isHidden(element)) return this.#listLoss('hiddenText', element)
    this.#noteStyling(element, name)
    switch (name) {
      case 'br':
        return this.#break(around)
      case 'img':
      case 'picture':
      case 'image':
        return this.#picture(element)
      case 'hr':
        this.#close(around)
        return this.#losses.add('horizontalRules', '---')
      case 'table':
        return this.#table(element, around)
      case 'figure':
        return this.#figure(element, around)
      case 'q':
        return this.#quoted(element, around)
      default:
        if (BLOCKS.has(name)) this.#block(element, name, around)
        else this.#inside(element, { ...around, style: this.#styleOf(element, name, around.style) })
    }
  }

  #block(element: MarkupElement, name: string, around: Around): void {
    this.#close(around)
    const inside = this.#around(element, name, around)
    this.#inside(element, inside)
    this.#close(inside)
  }

  #around(element: MarkupElement, name: string, around: Around): Around {
    const style = this.#styleOf(element, name, around.style)
    const heading = /^h([1-6])$/.exec(name)?.[1]
    if (heading !== undefined) {
      if (around.lists.length > 0) this.#losses.add('headingsInsideLists', beginningOf(element))
      else if (around.quote) this.#losses.add('headingsInsideQuotes', beginningOf(element))
      return { ...around, style: {}, depth: Number(heading) }
    }
    switch (name) {
      case 'blockquote':
        if (around.quote) this.#losses.add('quotesInsideQuotes', beginningOf(element))
        if (around.lists.length > 0) this.#losses.add('quotesInsideLists', beginningOf(element))
        return { ...around, style, quote: true }
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        return this.#list(element, name === 'ol' ? 'ordered' : 'bullet', { ...around, style })
      case 'li':
        return { ...around, style, lists: around.lists.length > 0 ? around.lists : ['bullet'], item: {} }
      case 'dt':
      case 'dd':
        this.#losses.add('definitionLists', beginningOf(element))
        return { ...around, style }
      case 'caption':
      case 'figcaption':
      case 'legend':
        return { ...around, style }
      case 'pre':
      case 'listing':
      case 'xmp':
      case 'plaintext':
        return { ...around, style, verbatim: true }
      case 'p': {
        const item = wordListItem(element)
        if (QUOTE_STYLES.test(` ${element.attributes['class'] ?? ''} `) && !item && around.lists.length === 0)
          return { ...around, style, quote: true }
        return item
          ? { ...around, style, lists: Array<ListKind>(item.level).fill(item.list), item: {} }
          : { ...around, style }
      }
      default:
        return { ...around, style }
    }
  }

  #list(element: MarkupElement, kind: ListKind, around: Around): Around {
    const lists = [...around.lists, kind]
    if (lists.length > DEEPEST_LIST) this.#losses.add('deepListLevels', beginningOf(element))
    if (around.quote) this.#losses.add('listsInsideQuotes', beginningOf(element))
    const start = element.attributes['start']
    if (kind === 'ordered' && start !== undefined && start !== '1') this.#losses.add('listNumbers', start)
    return { ...around, lists, quote: false }
  }

  #table(table: MarkupElement, around: Around): void {
    this.#close(around)
    const rows = rowsOf(table, this.#alias)
    // Pages and mail use tables for layout. A table of one cell, or with paragraphs in its cells, is read as copy.
    if (
      rows.every(({ cells }) => cells.length === 0) ||
      (rows.length < 2 && rows.every(({ cells }) => cells.length < 2)) ||
      rows.some(({ cells }) => cells.some((cell) => holdsBlocks(cell, this.#alias)))
    ) {
      this.#inside(table, around)
      this.#close(around)
      return
    }
    for (const caption of table.children)
      if (isElement(caption) && caption.name === 'caption') this.#element(caption, around)
    if (rows.some(({ cells }) => cells.some(isMerged))) this.#losses.add('mergedCells', beginningOf(table))
    const pictures: FoundBlock[] = []
    const words = rows.map(({ cells }) => cells.map((cell) => this.#cell(cell, around, pictures)))
    const isGallery = pictures.length > 0 && words.every((row) => row.every(({ text }) => text.trim() === ''))
    if (around.quote || around.lists.length > 0) {
      this.#losses.add('tablesInsideQuotes', beginningOf(table))
      for (const row of words) {
        this.#words = joined(row, ' | ')
        this.#close(around)
      }
    } else if (!isGallery)
      for (const cell of tableOf(
        words,
        rows[0]?.cells.every(({ name }) => (this.#alias[name] ?? name) === 'th') === true,
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
  #cell(cell: MarkupElement, { style }: Around, pictures: FoundBlock[]): StyledText {
    const reader = new MarkupReader(this.#losses, { alias: this.#alias, skipped: this.#skipped })
    reader.#inside(cell, { ...TOP, style })
    reader.#close(TOP)
    for (const [file, bytes] of reader.pictures) this.pictures.set(file, bytes)
    const blocks = reader.finish()
    pictures.push(...blocks.filter(({ picture }) => hasDetails(picture)))
    return joined(
      blocks.filter(({ picture }) => !hasDetails(picture)).map(({ text, spans }) => new StyledText(text, spans)),
      '\n',
    )
  }

  /** Adds the quotation marks that browsers draw around `q`. */
  #quoted(element: MarkupElement, around: Around): void {
    const marked = /^\s*["'“”„«»‹‘「『]/u.test(rawTextOf(element))
    if (!marked) this.#text('“', around)
    this.#inside(element, around)
    if (!marked) {
      this.#space = undefined
      this.#text('”', around)
    }
  }

  /**
   * Reads a figure. An embedded picture with its caption becomes a picture with a cutline, and so does a caption alone.
   * Any other figure becomes its text.
   */
  #figure(figure: MarkupElement, around: Around): void {
    const images = [...elementsIn(figure)].filter(({ name }) => (this.#alias[name] ?? name) === 'img')
    const [image] = images
    const picture =
      images.length > 1 || around.quote || around.lists.length > 0
        ? undefined
        : image
          ? this.#pictureOf(image)
          : this.#isCaptionOnly(figure)
            ? NO_PICTURE
            : undefined
    if (!picture) return this.#block(figure, 'figure', around)
    this.#close(around)
    const credited = [...elementsIn(figure)].find(({ attributes }) =>
      CREDIT.test(` ${attributes['class'] ?? ''} ${attributes['itemprop'] ?? ''} `),
    )
    const caption = new MarkupReader(this.#losses, {
      alias: this.#alias,
      skipped: new Set([...this.#skipped, ...(image ? [image] : []), ...(credited ? [credited] : [])]),
    })
    caption.readInside(figure)
    const { text, spans } = joined(
      caption.finish().map((block) => new StyledText(block.text, block.spans)),
      '\n',
    ).trimmed()
    this.#blocks.push({
      role: 'cutline',
      picture: credited ? { ...picture, credit: creditFrom(lineOfText(credited), text) } : picture,
      text,
      spans,
      depth: 0,
    })
  }

  /**
   * Returns an embedded picture, or one whose bytes the file says are missing; undefined if the picture is elsewhere.
   */
  #pictureOf({ attributes }: MarkupElement): Picture | undefined {
    const { src = '', alt = '' } = attributes
    const read = readDataPicture(src, alt)
    if (read) this.pictures.set(read.picture.file, read.bytes)
    const picture = read?.picture ?? (src === WITHOUT_FILE ? { ...NO_PICTURE, alt } : undefined)
    const said = (name: string): string => attributes[`data-${name}`] ?? ''
    return picture && { ...picture, credit: said('credit'), rights: said('rights'), captured: said('captured') }
  }

  #isCaptionOnly({ children }: MarkupElement): boolean {
    const inside = children.filter((child) => isElement(child) || child.trim() !== '')
    return (
      inside.length > 0 &&
      inside.every((child) => isElement(child) && (this.#alias[child.name] ?? child.name) === 'figcaption')
    )
  }

  #picture(element: MarkupElement): void {
    const read = readDataPicture(element.attributes['src'] ?? '', element.attributes['alt'] ?? '')
    if (read) {
      this.pictures.set(read.picture.file, read.bytes)
      this.#inWords.push({ role: 'cutline', picture: read.picture, text: '', spans: [], depth: 0 })
      return
    }
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

  #styleOf(element: MarkupElement, name: string, style: RunStyle): RunStyle {
    const weight = styleProperty(element, 'font-weight')
    const slope = styleProperty(element, 'font-style')
    let { bold, italic, href } = style
    if (weight === '') bold = bold || name === 'b' || name === 'strong'
    else bold = /^(?:bold|bolder|[6-9]00)$/.test(weight)
    if (slope === '')
      italic = italic || name === 'i' || name === 'em' || name === 'cite' || name === 'dfn' || name === 'var'
    else italic = /^(?:italic|oblique)/.test(slope)
    if (name === 'a' && element.attributes['href'] !== undefined) {
      const address = publishableHref(element.attributes['href'])
      if (address !== undefined) href = address
      else if (beginningOf(element) !== '')
        this.#losses.add(
          /^#|^\/|^\.{1,2}\/|^[\w-]+(?:[./?#]|$)(?!.*:)/.test(element.attributes['href'])
            ? 'linksWithinSite'
            : 'forbiddenLinks',
          `${beginningOf(element)} (${element.attributes['href']})`,
        )
      if (element.attributes['title']) this.#losses.add('linkTitles', element.attributes['title'])
    }
    return { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...defined({ href }) }
  }

  #text(value: string, around: Around): void {
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

  #lines(value: string, around: Around): void {
    value.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) this.#break(around)
      if (line !== '') this.#put(line, around.style)
    })
  }

  #put(words: string, style: RunStyle): void {
    if (this.#space && !/\s$/.test(this.#last)) this.#words.add(' ', sharedStyle(this.#space, style))
    this.#space = undefined
    this.#words.add(words, style)
    this.#last = words
  }

  #break(around: Around): void {
    this.#space = undefined
    // Some systems separate grafs by two line breaks.
    if (this.#last === '\n' && !around.item && !around.verbatim) return this.#close(around)
    this.#words.add('\n', around.style)
    this.#last = '\n'
  }

  /** Ends the current block. */
  #close(around: Around): void {
    this.#closeWords(around)
    this.#blocks.push(...this.#inWords.splice(0))
  }

  #closeWords(around: Around): void {
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
        const joined = new StyledText(own.text, own.spans)
        joined.add('\n', {})
        joined.append(new StyledText(text, spans))
        this.#blocks[item.block] = { ...own, text: joined.text, spans: joined.spans }
        return
      }
      item.block = this.#blocks.length
    }
    if (lists.length > 0)
      this.#blocks.push({
        role: 'listItem',
        level: Math.min(lists.length, DEEPEST_LIST),
        list: lists.at(-1) ?? 'bullet',
        text,
        spans,
        depth: 0,
      })
    else this.#blocks.push({ role: roleOf(around), text, spans, depth: around.quote ? 0 : around.depth })
  }
}

/** Whether the picture has more than its cutline. */
const hasDetails = (picture: Picture | undefined): boolean =>
  picture !== undefined &&
  [picture.file, picture.alt, picture.credit, picture.rights, picture.captured].some((part) => part !== '')

const roleOf = ({ quote, depth }: Around): BlockRole => (quote ? 'quote' : depth > 0 ? 'subhead' : 'paragraph')

/** White space between two styles gets only the marks that both share. */
const sharedStyle = (a: RunStyle, b: RunStyle): RunStyle => ({
  ...(a.bold && b.bold ? { bold: true } : {}),
  ...(a.italic && b.italic ? { italic: true } : {}),
  ...(a.href !== undefined && a.href === b.href ? { href: a.href } : {}),
})

function joined(pieces: readonly StyledText[], between: string): StyledText {
  const whole = new StyledText()
  pieces.forEach((piece, index) => {
    if (index > 0) whole.add(between, {})
    whole.append(piece)
  })
  return whole
}
