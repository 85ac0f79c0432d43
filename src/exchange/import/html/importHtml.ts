import { importsText } from '../../../catalogue/rooms/imports'
import { isWithdrawnLine } from '../../formats/deskLines'
import type { Block } from '../../../story/copy/copy'
import type { Byline, Dateline, Fields } from '../../../story/ledger/fields'
import { bylineOfGraf } from '../parts/fields/bylineFrom'
import { datelineFrom } from '../parts/fields/readDateline'
import { detectLanguage } from '../parts/detectLanguage'
import type { ImportedStory } from '../parts/importedStory'
import { ImportError } from '../parts/importError'
import { LossCollector } from '../parts/losses'
import { lineForDesk } from '../../../story/text/lines/lineForDesk'
import { looksLikeHeadline } from '../../../story/text/lines/guessStructure'
import { namesOfByline } from '../../../story/text/lines/lineForms'
import { sameName } from '../../../story/text/words/personName'
import { decodeMarkup } from '../markup/tree/decodeMarkup'
import { MarkupReader } from '../markup/MarkupReader'
import { beginningOf, elementsIn, firstIn, lineOfText, type MarkupElement } from '../markup/tree/markupTree'
import { parseHtml } from '../markup/tree/parseHtml'
import { withRaisedFigures } from '../markup/withRaisedFigures'
import { copyBelowDesk } from '../parts/blocks/copyBelowDesk'
import { DeskMatter } from '../parts/fields/DeskMatter'
import { asPart, bodyBlocks, partsOfCopy, type FoundBlock } from '../parts/blocks/partsOfCopy'
import { articleData, type ArticleData } from './articleData'
import { BYLINE, classed } from './classNames'
import { picturesOfPage } from './picturesOfPage'
import { defined } from '../../../story/text/defined'

/**
 * Imports a web page, a saved mail, or HTML of an office program. The article is the only `article` of the page, else
 * its `main`, else the whole body. Visible text outside it is listed as a loss. Nothing is run or fetched.
 * @throws ImportError if the file is not text or has no text.
 */
export function importHtml(bytes: Uint8Array, name: string): ImportedStory {
  const losses = new LossCollector()
  const page = withRaisedFigures(parseHtml(decodeMarkup(bytes, name, losses), name))
  const body = firstIn(page, ({ name: tag }) => tag === 'body') ?? page
  const article = articleOf(body)
  const data = articleData(page)
  if (article !== body) listOutside(body, article, losses)
  const parts = partsOfPage(article, data)
  for (const element of parts.skipped) {
    if (isCorrection(element, data)) losses.add('printedCorrection', lineOfText(element))
    if (parts.withdrawn.has(element)) losses.add('deskNotes', lineOfText(element))
  }
  const reader = new MarkupReader(losses, { skipped: parts.skipped, figures: parts.figures })
  reader.read(article)
  const { blocks, fields } = copyOf(reader.finish(), parts, data, titleOf(page), losses)
  if (blocks.length === 0) throw new ImportError(name, importsText('refusal.noText'), importsText('advice.checkFile'))
  const language =
    page.attributes['lang'] ||
    page.attributes['xml:lang'] ||
    data.language ||
    article.attributes['lang'] ||
    detectLanguage(blocks.map(({ text }) => text).join('\n'))
  return {
    blocks,
    losses: losses.list(),
    language,
    fields,
    ...(reader.pictures.size > 0 ? { pictures: reader.pictures } : {}),
  }
}

function articleOf(body: MarkupElement): MarkupElement {
  const found = { article: [] as MarkupElement[], main: [] as MarkupElement[] }
  const visit = (element: MarkupElement): void => {
    if (element.name === 'article') return void found.article.push(element)
    if (element.name === 'main' || element.attributes['role'] === 'main') found.main.push(element)
    for (const child of element.children) if (typeof child !== 'string') visit(child)
  }
  visit(body)
  const [article, another] = found.article
  if (article && !another) return article
  return found.main.length === 1 ? (found.main[0] ?? body) : body
}

/** Lists the text around the article, such as menus, teasers and notices, as losses. */
function listOutside(body: MarkupElement, article: MarkupElement, losses: LossCollector): void {
  const outside = new MarkupReader(losses, { skipped: new Set([article]) })
  outside.read(body)
  for (const { text } of outside.finish()) losses.add('wordsOutsideArticle', text)
}

interface PageParts {
  /** Elements that are read here, so not part of the body. */
  readonly skipped: ReadonlySet<MarkupElement>
  /** Elements that are read as figures. */
  readonly figures: ReadonlySet<MarkupElement>
  /** What stands in place of killed copy in our own pages. */
  readonly withdrawn: ReadonlySet<MarkupElement>
  readonly headline?: MarkupElement
  readonly deck?: MarkupElement
  readonly byline: readonly Byline[]
  readonly dateline?: Dateline
}

const DECK = /[\s_-](?:deck|dek|standfirst|subtitle|sub-?headline|strapline|alternativeHeadline)[\s_-]/i
/** A heading with such a class name is a subhead. */
const SUBHEAD = /[\s_-]sub-?head[\s_-]/i
const CORRECTION = /[\s_-]correction[\s_-]/i
const WITHDRAWN = /[\s_-]withdrawn[\s_-]/i
const DATELINE = /[\s_-]dateline[\s_-]/i

/**
 * Finds the parts that a page marks: the first h1, and elements with the class names that newsrooms use. A deck counts
 * only above the first graf. The byline of a picture is its credit, and no author's.
 */
function partsOfPage(article: MarkupElement, data: ArticleData): PageParts {
  const skipped = new Set<MarkupElement>()
  const parts: { headline?: MarkupElement; deck?: MarkupElement; byline: readonly Byline[]; dateline?: Dateline } = {
    byline: data.byline,
  }
  const isHeadline = (element: MarkupElement): boolean => element.name === 'h1' && lineOfText(element) !== ''
  const headline = firstIn(article, isHeadline)
  const pictures = picturesOfPage(article, headline)
  const [apart, aside, signed] = [new Set<MarkupElement>(), new Set<MarkupElement>(), new Set<MarkupElement>()]
  let hasBegun = false
  const printed = new Set([data.contributors, data.copyrightLine].filter((line) => line !== ''))
  for (const element of elementsIn(article)) {
    if ((APART.test(element.name) || classed(element, FURNITURE)) && !apart.has(element))
      for (const inner of [element, ...elementsIn(element)]) apart.add(inner)
    if ((ASIDE.test(element.name) || classed(element, RELATED)) && !aside.has(element))
      for (const inner of elementsIn(element)) aside.add(inner)
    if (element === headline) parts.headline = element
    else if (!parts.deck && !hasBegun && isDeck(element)) parts.deck = element
    else if (
      classed(element, BYLINE) &&
      !signed.has(element) &&
      !aside.has(element) &&
      !pictures.parts.has(element) &&
      !/^(?:article|header|section|body)$/.test(element.name)
    ) {
      const names = bylineFrom(lineOfText(element), data.byline)
      if (!names) continue
      const known = parts.byline
      parts.byline = [...known, ...names.filter(({ name }) => !known.some((other) => sameName(other.name, name)))]
      skipped.add(element)
      for (const inner of elementsIn(element)) signed.add(inner)
    } else if (
      !parts.dateline &&
      classed(element, DATELINE) &&
      /\p{L}/u.test(lineOfText(element)) &&
      lineOfText(element).length <= 100
    ) {
      parts.dateline = datelineFrom(data.dateline || lineOfText(element), data.place)
      skipped.add(element)
    } else if (element.name === 'p' && (printed.has(lineOfText(element)) || isCorrection(element, data)))
      skipped.add(element)
    else if (
      !hasBegun &&
      element.name === 'p' &&
      parts.headline === headline &&
      !apart.has(element) &&
      !signed.has(element) &&
      !pictures.parts.has(element) &&
      isGraf(lineOfText(element))
    )
      hasBegun = true
  }
  if (parts.headline) skipped.add(parts.headline)
  if (parts.deck) skipped.add(parts.deck)
  const withdrawn = withdrawnIn(article)
  for (const element of withdrawn) skipped.add(element)
  return { ...parts, skipped, figures: pictures.figures, withdrawn }
}

/** Returns the grafs of a kill: our own pages mark the notice and the kill text with the same class. */
function withdrawnIn(article: MarkupElement): ReadonlySet<MarkupElement> {
  const marked = [...elementsIn(article)].filter((element) => element.name === 'p' && classed(element, WITHDRAWN))
  return new Set(isWithdrawnLine(lineOfText(marked[0])) ? marked : [])
}

/**
 * Whether a graf prints a correction in the page's data. It belongs to an earlier version; the story keeps its own
 * record.
 */
const isCorrection = (element: MarkupElement, { corrections }: ArticleData): boolean =>
  classed(element, CORRECTION) && corrections.some((correction) => lineOfText(element).endsWith(correction))

/** Elements whose grafs are not copy. */
const APART = /^(?:header|hgroup|figure|aside|nav|footer)$/

/** Elements about other stories, with bylines of other people. */
const ASIDE = /^(?:aside|nav|footer)$/
const RELATED = /[\s_-](?:related|teasers?|recirc|read-?more|more-stories)[\s_-]/i

/** Lines of the page itself, such as “Published Monday by our reporters.” */
const FURNITURE = /[\s_-](?:meta|series|published|timestamp|info|kicker|eyebrow|label)[\s_-]/i

const isDeck = (element: MarkupElement): boolean =>
  element.name !== 'header' &&
  lineForDesk(lineOfText(element)) === undefined &&
  (classed(element, DECK) || (!/^h[2-6]$/.test(element.name) && classed(element, SUBHEAD))) &&
  isOneLine(element)

/** Whether a line is a sentence, not a label of the page ("5 min read"). */
const isGraf = (line: string): boolean =>
  line !== '' && !looksLikeHeadline(line) && lineForDesk(line) === undefined && namesOfByline(line) === undefined

const isOneLine = (element: MarkupElement): boolean => {
  const { length } = beginningOf(element)
  return (
    length > 0 &&
    length < 400 &&
    ![...elementsIn(element)].some(({ name }) => name === 'h1' || name === 'ul' || name === 'article')
  )
}

/** Returns the names in the page's data if the line contains them all. If the data names nobody, reads the line. */
function bylineFrom(line: string, known: readonly Byline[]): readonly Byline[] | undefined {
  if (known.length > 0 && known.every(({ name }) => line.includes(name))) return known
  return known.length > 0 ? undefined : (bylineOfGraf(line) ?? bylineOfGraf(`By ${line}`))
}

const titleOf = (page: MarkupElement): string => lineOfText(firstIn(page, ({ name }) => name === 'title'))

function copyOf(
  read: readonly FoundBlock[],
  parts: PageParts,
  data: ArticleData,
  title: string,
  losses: LossCollector,
): { readonly blocks: readonly Block[]; readonly fields: Partial<Fields> } {
  const marked = (element: MarkupElement | undefined): FoundBlock | undefined => {
    if (!element) return undefined
    const reader = new MarkupReader(losses)
    reader.readInside(element)
    const [first, ...more] = reader.finish()
    return first && more.reduce((line, next) => ({ ...line, text: `${line.text} ${next.text}` }), first)
  }
  const desk = new DeskMatter(losses)
  const found = copyBelowDesk(read, desk, losses)
  const known = marked(parts.headline) ?? named(data.headline)
  const guess = known ? undefined : partsOfCopy(found)
  const [headline, rest] = known
    ? [asPart('headline', known), sameWords(found[0], known.text) ? found.slice(1) : found]
    : [undefined, found]
  const deck = marked(parts.deck) ?? named(rest.some(({ text }) => text === data.deck) ? '' : data.deck)
  const blocks =
    guess && !deck
      ? guess.blocks
      : [...(headline ? [headline] : []), ...(deck ? [asPart('deck', deck)] : []), ...bodyBlocks(rest)]
  const shown = blocks.map(({ text }) => text)
  if (title !== '' && !shown.some((text) => title.includes(text) || text.includes(title)))
    losses.add('pageTitle', title)
  if (
    data.description !== '' &&
    !shown.some((text) => text.startsWith(data.description.replace(/(?:…|\.\.\.)$/, '').trim()))
  )
    losses.add('pageDescription', data.description)
  for (const line of data.unread) losses.add('pageData', line)
  return { blocks, fields: { ...guess?.fields, ...desk.fields(), ...fieldsOf(parts, data) } }
}

const named = (text: string): FoundBlock | undefined =>
  text === '' ? undefined : { role: 'paragraph', text, spans: [], depth: 0 }
const sameWords = (block: FoundBlock | undefined, text: string): boolean =>
  block !== undefined && block.text.replace(/\s+/g, ' ') === text.replace(/\s+/g, ' ')

function fieldsOf({ byline, dateline }: PageParts, data: ArticleData): Partial<Fields> {
  const place = dateline ?? (data.dateline === '' ? undefined : datelineFrom(data.dateline, data.place))
  return {
    ...(byline.length > 0 ? { byline } : {}),
    ...defined({ dateline: place }),
    ...(data.contributors === '' ? {} : { contributors: data.contributors }),
    ...(data.keywords.length > 0 ? { keywords: data.keywords } : {}),
    ...(data.subjects.length > 0 ? { subjects: data.subjects } : {}),
    ...(data.provider === '' ? {} : { provider: data.provider }),
    ...(data.copyrightLine === '' ? {} : { copyrightLine: data.copyrightLine }),
  }
}
