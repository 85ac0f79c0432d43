import { hasOwnMarks, marksOfQuoted } from '../../../story/copy/markup/quotedElement'
import { figuresAt, isRaisable, raised, signBefore, type Level } from '../../../story/copy/markup/raisedFigures'
import { importsText } from '../../../catalogue/rooms/imports'
import type { fromMarkdown } from 'mdast-util-from-markdown'
import { publishableHref } from '../../../projection/published/publishableText'
import type { BlockRole, ListKind } from '../../../story/copy/copy'
import { NO_PICTURE } from '../../../story/copy/picture'
import { tableOf } from '../../../story/copy/tables'
import { readDataPicture } from '../parts/dataPicture'
import { joinLines } from '../parts/joinLines'
import type { LossCollector } from '../parts/losses'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'
import { StyledText, type RunStyle } from '../parts/blocks/StyledText'
import { textOfHtml } from './textOfHtml'

export type Root = ReturnType<typeof fromMarkdown>
type Node = Root['children'][number]
type Phrasing = Extract<Node, { type: 'paragraph' }>['children'][number]

/** The context of a graf. */
interface Around {
  readonly quote: boolean
  /** 0 outside lists. */
  readonly level: number
  readonly list?: ListKind
}

const TOP: Around = { quote: false, level: 0 }
const DEEPEST = 6

/**
 * Turns Markdown trees, and plain grafs between them, into flat blocks. Keeps all text, and lists everything else as
 * losses.
 */
export class MarkdownReader {
  readonly #blocks: FoundBlock[] = []
  readonly #losses: LossCollector
  /** Bytes of embedded pictures, by their hash. */
  readonly pictures = new Map<string, Uint8Array>()
  readonly #addresses: readonly string[]
  readonly #used = new Set<string>()
  readonly #defined = new Map<string, string>()
  readonly #noted = new Set<string>()
  #definitions = new Map<string, string>()

  /** `addresses`: data URIs, in the order of their placeholders `data:image/0`, `data:image/1` … */
  constructor(losses: LossCollector, addresses: readonly string[] = []) {
    this.#losses = losses
    this.#addresses = addresses
  }

  readTree(root: Root): void {
    this.#definitions = new Map()
    collectDefinitions(root.children, this.#definitions)
    for (const [id, url] of this.#definitions) this.#defined.set(id, url)
    for (const node of root.children) this.#flow(node, TOP)
  }

  /** Adds one graf without markup. */
  readPlain(text: string): void {
    this.#push('paragraph', new StyledText(joinLines(text)), TOP)
  }

  /** Adds a passage that is too long to parse, line by line. */
  readUnparsed(text: string): void {
    this.#losses.add('longPassages', text)
    for (const line of text.split('\n'))
      if (line.trim() !== '') this.#push('paragraph', new StyledText(line.trim()), TOP)
  }

  finish(): FoundBlock[] {
    for (const [id, url] of this.#defined) if (!this.#used.has(id)) this.#losses.add('unusedLinkDefinitions', url)
    return this.#blocks.filter(
      (block) => block.cell !== undefined || block.picture !== undefined || block.text.trim() !== '',
    )
  }

  #flow(node: Node, around: Around): void {
    switch (node.type) {
      case 'heading':
        return this.#push('subhead', this.#phrase(node.children), around, node.depth)
      case 'paragraph':
        if (!this.#picture(node, around)) this.#push('paragraph', this.#phrase(node.children), around)
        return
      case 'blockquote':
        if (around.quote) this.#losses.add('quotesInsideQuotes', plainText(node))
        if (around.level > 0) this.#losses.add('quotesInsideLists', plainText(node))
        return node.children.forEach((child) => this.#flow(child, { ...around, quote: true }))
      case 'list':
        return this.#list(node, around)
      case 'listItem':
        return node.children.forEach((child) => this.#flow(child, around))
      case 'code':
        this.#losses.add('codeBlocks', node.value)
        return this.#push('paragraph', new StyledText(node.value), around)
      case 'html': {
        this.#html(node.value)
        for (const line of textOfHtml(node.value).split(/\n\s*\n/))
          this.#push('paragraph', new StyledText(joinLines(line)), around)
        return
      }
      case 'table':
        return this.#table(node, around)
      case 'thematicBreak':
        return this.#losses.add('horizontalRules', '---')
      case 'footnoteDefinition':
        if (this.#noted.has(node.identifier)) return
        this.#noted.add(node.identifier)
        this.#losses.add('footnotes', plainText(node))
        return node.children.forEach((child, index) => {
          if (child.type === 'paragraph' && index === 0)
            this.#push(
              'paragraph',
              joinCells([new StyledText(`[${node.label ?? node.identifier}]`), this.#phrase(child.children)], ' '),
              around,
            )
          else this.#flow(child, around)
        })
      case 'definition':
        return
      default: {
        const words = plainText(node)
        this.#losses.add(['unknownMarkdown', node.type], words)
        return this.#push('paragraph', new StyledText(words), around)
      }
    }
  }

  /**
   * Reads a picture alone or above its cutline, as our own writer prints it. One that is not in the file is listed, and
   * its words are a cutline alone. Returns whether the paragraph is such a picture.
   */
  #picture({ children }: Extract<Node, { type: 'paragraph' }>, around: Around): boolean {
    const [image, between, ...rest] = children
    if (image?.type !== 'image' || (between && between.type !== 'break') || around.quote || around.level > 0)
      return false
    const read = readDataPicture(this.#addressOf(image.url), image.alt ?? '')
    if (read) this.pictures.set(read.picture.file, read.bytes)
    else this.#listPicture(image.alt, image.url)
    const { text, spans } = this.#phrase(rest).trimmed()
    const credit = image.title ?? ''
    const cutline = withoutCredit(text, credit)
    if (cutline === undefined && credit !== '') this.#losses.add('pictureTitles', credit)
    if (!read && text === '' && !image.alt) return true
    const end = cutline?.length ?? text.length
    this.#blocks.push({
      role: 'cutline',
      picture: {
        ...(read?.picture ?? { ...NO_PICTURE, alt: image.alt ?? '' }),
        credit: cutline === undefined ? '' : credit,
      },
      text: text.slice(0, end),
      spans: spans.flatMap((span) => (span.from < end ? [{ ...span, to: Math.min(span.to, end) }] : [])),
      depth: 0,
    })
    return true
  }

  /** Lists markup, and each picture in it with its alternative text. */
  #html(markup: string): void {
    this.#losses.add('html', markup)
    for (const [tag] of markup.matchAll(/<img\b[^<>]{0,2000}>/gi)) {
      const [alt = '', source = ''] = ['alt', 'src'].map((name) =>
        new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)?.slice(1).join(''),
      )
      this.#listPicture(textOfHtml(alt), source)
    }
  }

  #listPicture(alt: string | null | undefined, url: string): void {
    this.#losses.add(
      'pictures',
      [alt, /^data:/i.test(url) ? importsText('example.insideFile') : url].filter(Boolean).join(' '),
    )
  }

  #addressOf(url: string): string {
    const number = /^data:image\/(\d+)$/.exec(url)?.[1]
    return number === undefined ? url : (this.#addresses[Number(number)] ?? url)
  }

  #table(table: Extract<Node, { type: 'table' }>, around: Around): void {
    const rows = table.children.map((row) => row.children.map((cell) => this.#phrase(cell.children).trimmed()))
    if (around.quote || around.level > 0) {
      this.#losses.add('tablesInsideQuotes', plainText(table))
      for (const row of rows)
        this.#push('paragraph', joinCells(row.map(({ text, spans }) => new StyledText(text, spans))), around)
      return
    }
    if (table.align?.some((side) => side === 'center' || side === 'right'))
      this.#losses.add('columnAlignment', plainText(table))
    // Markdown writes a table without header with an empty header row.
    const headless = rows.length > 1 && rows[0]?.every(({ text }) => text === '') === true
    for (const cell of tableOf(headless ? rows.slice(1) : rows, !headless)) this.#blocks.push({ ...cell, depth: 0 })
  }

  #list(list: Extract<Node, { type: 'list' }>, around: Around): void {
    const level = around.level + 1
    if (level > DEEPEST) this.#losses.add('deepListLevels', plainText(list))
    if (around.quote) this.#losses.add('listsInsideQuotes', plainText(list))
    if (list.ordered && (list.start ?? 1) !== 1) this.#losses.add('listNumbers', String(list.start))
    const inside: Around = { quote: false, level: Math.min(level, DEEPEST), list: list.ordered ? 'ordered' : 'bullet' }
    for (const item of list.children) {
      if (typeof item.checked === 'boolean')
        this.#losses.add('taskBoxes', `[${item.checked ? 'x' : ' '}] ${plainText(item)}`)
      const before = this.#blocks.length
      let own: number | undefined
      for (const child of item.children) {
        if (child.type === 'paragraph' && own !== undefined && this.#blocks.length === own + 1)
          this.#appendToItem(own, this.#phrase(child.children))
        else this.#flow(child, inside)
        if (own === undefined && this.#blocks.length > before) own = before
      }
    }
  }

  /** Appends a further paragraph of a list item after a hard break: items of the sheet are flat. */
  #appendToItem(index: number, more: StyledText): void {
    const item = this.#blocks[index]
    if (!item) return
    this.#losses.add('paragraphsInsideItems', more.text)
    const joined = joinCells([new StyledText(item.text, item.spans), more], '\n')
    this.#blocks[index] = { ...item, text: joined.text, spans: joined.spans }
  }

  #push(role: BlockRole, styled: StyledText, around: Around, depth = 0): void {
    const { text, spans } = styled.trimmed()
    if (around.level > 0) {
      if (depth > 0) this.#losses.add('headingsInsideLists', text)
      this.#blocks.push({ role: 'listItem', level: around.level, list: around.list ?? 'bullet', text, spans, depth: 0 })
    } else if (around.quote) {
      if (depth > 0) this.#losses.add('headingsInsideQuotes', text)
      this.#blocks.push({ role: 'quote', text, spans, depth: 0 })
    } else this.#blocks.push({ role, text, spans, depth })
  }

  #phrase(nodes: readonly Phrasing[]): StyledText {
    const styled = new StyledText()
    this.#inline(nodes, {}, styled)
    return styled
  }

  #inline(nodes: readonly Phrasing[], style: RunStyle, out: StyledText): void {
    for (const node of withQuoted(withFigures(nodes))) {
      switch (node.type) {
        case 'text':
          out.add(joinLines(node.value), style)
          break
        case 'strong':
          this.#inline(node.children, { ...style, bold: true }, out)
          break
        case 'emphasis':
          this.#inline(node.children, { ...style, italic: true }, out)
          break
        case 'break':
          out.add('\n', style)
          break
        case 'link':
          this.#link(node.url, node.title, node.children, style, out)
          break
        case 'linkReference': {
          this.#used.add(node.identifier)
          this.#link(this.#definitions.get(node.identifier) ?? '', undefined, node.children, style, out)
          break
        }
        case 'delete':
          if (isLowered(node)) out.add(figuresAt(plainText(node), 'subscript'), style)
          else {
            this.#losses.add('strikethrough', plainText(node))
            this.#inline(node.children, style, out)
          }
          break
        case 'inlineCode':
          this.#losses.add('inlineCode', node.value)
          out.add(node.value, style)
          break
        case 'image':
          this.#listPicture(node.alt, node.url)
          out.add(node.alt ?? '', style)
          break
        case 'imageReference':
          this.#used.add(node.identifier)
          this.#listPicture(node.alt, this.#definitions.get(node.identifier) ?? '')
          out.add(node.alt ?? '', style)
          break
        case 'html':
          if (/^<br\s*\/?>$/i.test(node.value)) out.add('\n', style)
          else this.#html(node.value)
          break
        case 'footnoteReference':
          this.#losses.add('footnoteMarks', `[${node.label ?? node.identifier}]`)
          out.add(`[${node.label ?? node.identifier}]`, style)
          break
      }
    }
  }

  #link(
    url: string,
    title: string | null | undefined,
    children: readonly Phrasing[],
    style: RunStyle,
    out: StyledText,
  ): void {
    const href = publishableHref(url)
    if (href === undefined) this.#losses.add('forbiddenLinks', url)
    if (title) this.#losses.add('linkTitles', title)
    this.#inline(children, href === undefined ? style : { ...style, href }, out)
  }
}

/** Reads `<q>` and `</q>` as the quotation marks that a browser draws. Words with marks of their own get no more. */
function withQuoted(nodes: readonly Phrasing[]): readonly Phrasing[] {
  const written = [...nodes]
  const write = (at: number, value: string): void => void (written[at] = { type: 'text', value })
  const textAt = (at: number): string => {
    const node = nodes[at]
    return node?.type === 'text' ? node.value : ''
  }
  const open: number[] = []
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'html' || !/^<\/?q\b/i.test(node.value)) continue
    write(index, '')
    if (!node.value.startsWith('</')) {
      write(index, marksOfQuoted(open.push(index) - 1).charAt(0))
      continue
    }
    const start = open.pop()
    if (start === undefined) continue
    const inside = start + 2 === index ? textAt(start + 1) : `${textAt(start + 1)} ${textAt(index - 1)}`
    if (hasOwnMarks(inside)) write(start, '')
    else write(index, marksOfQuoted(open.length).charAt(1))
  }
  return written
}

/** Reads `<sup>6</sup>` as figures of their own; other tags stay. */
function withFigures(nodes: readonly Phrasing[]): readonly Phrasing[] {
  return nodes.flatMap((node, index): readonly Phrasing[] => {
    const [open, text, close] = [levelOf(nodes[index]), nodes[index + 1], nodes[index + 2]]
    if (open !== undefined && text?.type === 'text' && isEnd(close))
      return isRaisable(text.value, open) ? [] : [node, { type: 'text', value: signBefore(text.value, open) }]
    const around = levelOf(nodes[index - 1])
    if (around !== undefined && node.type === 'text' && isEnd(nodes[index + 1]) && isRaisable(node.value, around))
      return [{ ...node, value: raised(node.value, around) }]
    const before = [levelOf(nodes[index - 2]), nodes[index - 1]] as const
    const isTaken = before[0] !== undefined && before[1]?.type === 'text' && isRaisable(before[1].value, before[0])
    return isTaken && isEnd(node) ? [] : [node]
  })
}
const levelOf = (node: Phrasing | undefined): Level | undefined => {
  const name = node?.type === 'html' ? /^<(sup|sub)\b[^<>]*>$/i.exec(node.value)?.[1]?.toLowerCase() : undefined
  return name === undefined ? undefined : name === 'sup' ? 'superscript' : 'subscript'
}
const isEnd = (node: Phrasing | undefined): boolean => node?.type === 'html' && /^<\/su[bp]\s*>$/i.test(node.value)

/** Whether figures stand between single tildes, as Pandoc writes them below the line: "H~2~O". */
const isLowered = ({ children: [child], position }: Extract<Phrasing, { type: 'delete' }>): boolean =>
  child?.type === 'text' &&
  child.position?.start.offset === (position?.start.offset ?? 0) + 1 &&
  isRaisable(child.value, 'subscript')

/** Returns the cutline without this printed credit at its end; undefined if it does not end with it. */
function withoutCredit(text: string, credit: string): string | undefined {
  if (text === credit) return ''
  const printed = ` (${credit})`
  return credit !== '' && text.endsWith(printed) ? text.slice(0, -printed.length) : undefined
}

function joinCells(cells: readonly StyledText[], between = ' | '): StyledText {
  const joined = new StyledText()
  cells.forEach((cell, index) => {
    if (index > 0) joined.add(between, {})
    joined.append(cell)
  })
  return joined
}

function collectDefinitions(nodes: readonly Node[], into: Map<string, string>): void {
  for (const node of nodes) {
    if (node.type === 'definition' && !into.has(node.identifier)) into.set(node.identifier, node.url)
    else if ('children' in node) collectDefinitions(node.children as readonly Node[], into)
  }
}

/** Returns the text of a node, for examples. */
function plainText(node: Node): string {
  if ('value' in node) return node.value
  if ('children' in node) return node.children.map((child) => plainText(child as Node)).join(' ')
  return 'alt' in node ? (node.alt ?? '') : ''
}
