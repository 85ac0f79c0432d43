import { importsText } from '../../../catalogue/rooms/imports'
import type { Byline, Fields } from '../../../story/ledger/fields'
import { bylineFrom } from '../parts/fields/bylineFrom'
import { withoutDeskLines } from '../parts/fields/deskLinesInNote'
import type { ImportedStory } from '../parts/importedStory'
import { grafsOf } from '../text/grafsOfLines'
import { latestEmbargo } from '../parts/fields/instantFrom'
import { decodeText } from '../parts/decodeText'
import { ImportError } from '../parts/importError'
import { LossCollector, type Lost } from '../parts/losses'
import {
  at,
  attributeOf,
  beginningOf,
  childOf,
  childrenOf,
  elementsIn,
  firstIn,
  isElement,
  lineOfText,
  rawTextOf,
  type MarkupElement,
  type MarkupNode,
} from '../markup/tree/markupTree'
import { parseHtml } from '../markup/tree/parseHtml'
import { ReadMarks } from '../markup/feed/ReadMarks'
import { mediaTopicFrom } from '../parts/fields/mediaTopicFrom'
import { partsOfNitf } from '../nitf/storyOfNitf'
import { withInner } from '../markup/feed/withInner'
import { bodyOfMarkup, datelineOf, storyOfParts, wordsOf, type StoryParts } from '../markup/feed/storyParts'
import { defined } from '../../../story/text/defined'

/** Item classes whose text is a caption. */
const NO_STORY = /^(?:ninat|http:\/\/cv\.iptc\.org\/newscodes\/ninature)[:/](picture|video|audio|graphic|animation)$/
const ITEMS = /^(?:newsItem|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem)$/
const HOLDS = {
  packageItem: 'package',
  conceptItem: 'concept',
  knowledgeItem: 'knowledge',
  planningItem: 'planning',
  catalogItem: 'catalogue',
  picture: 'picture',
  video: 'video',
  audio: 'audio',
  graphic: 'graphic',
  animation: 'animation',
} as const

const holdsOf = (name: string): string =>
  Object.hasOwn(HOLDS, name) ? importsText(`holds.${HOLDS[name as keyof typeof HOLDS]}`) : name

export interface StoriesInXml {
  readonly stories: readonly ImportedStory[]
  /** The content of the file if it has no story, in words. */
  readonly holds: string
}

/**
 * Reads every text item of a NewsML-G2 message, package or file. Items without a story are listed as losses of the
 * first story.
 */
export function storiesOfNewsMlG2(root: MarkupElement, first: LossCollector, file: string): StoriesInXml {
  const items = [...elementsIn(root)].filter(({ name }) => ITEMS.test(name))
  const stories: ImportedStory[] = []
  const seen: string[] = []
  const asides: string[] = []
  for (const item of items) {
    const losses = new LossCollector()
    const read = item.name === 'newsItem' ? readNewsItem(item, losses, file) : holdsOf(item.name)
    if (typeof read === 'string') {
      seen.push(read)
      asides.push(importsText('example.itemAbout', { what: read, about: captionOf(item) }))
    } else stories.push(read)
  }
  for (const aside of asides) first.add('itemsWithoutStory', aside)
  const header = childOf(root, 'header')
  if (header) first.add('envelope', lineOfText(header) || beginningOf(header))
  const [one, ...others] = stories
  return {
    stories: one ? [{ ...one, losses: [...one.losses, ...first.list()] }, ...others] : [],
    holds: seen.length > 0 ? [...new Set(seen)].join(', ') : importsText('holds.noItems'),
  }
}

function captionOf(item: MarkupElement): string {
  const meta = childOf(item, 'contentMeta')
  return (
    [childOf(meta, 'headline'), childOf(meta, 'description'), at(item, 'itemMeta', 'title')]
      .map(lineOfText)
      .find((text) => text !== '') ?? attributeOf(item, 'guid')
  )
}

/** Returns the story, or the kind of the item in words. */
function readNewsItem(item: MarkupElement, losses: LossCollector, file: string): ImportedStory | string {
  const itemMeta = childOf(item, 'itemMeta')
  const contentMeta = childOf(item, 'contentMeta')
  const itemClass = childOf(itemMeta, 'itemClass')
  const kind = NO_STORY.exec(itemClass ? attributeOf(itemClass, 'qcode') || attributeOf(itemClass, 'uri') : '')?.[1]
  if (kind !== undefined) return holdsOf(kind)
  const marks = new ReadMarks()
  const inner = contentOf(childOf(item, 'contentSet'), losses, file, marks)
  const headlines = contentMeta ? childrenOf(contentMeta, 'headline') : []
  const deckOf = headlines.find(
    (headline) =>
      headline !== headlines[0] &&
      (attributeOf(headline, 'rank') === '2' || /sub|deck/i.test(attributeOf(headline, 'role'))),
  )
  const main = headlines.find((headline) => headline !== deckOf)
  const descriptions = contentMeta ? childrenOf(contentMeta, 'description') : []
  marks.markAll(main, deckOf, descriptions[0])
  const { fields, marked, place } = fieldsOf(item, marks, losses)
  const language = childOf(contentMeta, 'language')
  marks.mark(language, itemClass)
  const said = withInner(
    {
      headline: lineOfText(main),
      deck: lineOfText(deckOf),
      summary: lineOfText(descriptions[0]),
      language: language ? attributeOf(language, 'tag') : '',
      fields: { ...fields, ...defined({ dateline: datelineOf(marked || inner.dateline, place) }) },
    },
    inner,
    losses,
  )
  const story = storyOfParts(
    {
      ...said,
      body: inner.body,
      language: said.language || attributeOf(item, 'lang'),
      ...defined({ pictures: inner.pictures }),
    },
    losses,
  )
  if (!story) return importsText('holds.emptyItem')
  marks.listUnread(item, losses, labelOf)
  return { ...story, losses: losses.list() }
}

type Content = StoryParts & { readonly dateline: string }
const NOTHING: Content = { headline: '', deck: '', summary: '', body: [], language: '', fields: {}, dateline: '' }

function contentOf(
  contentSet: MarkupElement | undefined,
  losses: LossCollector,
  file: string,
  marks: ReadMarks,
): Content {
  const inline = contentSet
    ? childrenOf(contentSet).filter(({ name }) => name === 'inlineXML' || name === 'inlineData')
    : []
  let content: Content | undefined
  for (const element of inline) {
    const read = inlineContent(element, content ? new LossCollector() : losses, file)
    if (!read) continue
    marks.markAll(element)
    const words = wordsOf(read.body.map(({ text }) => text).join(' '))
    if (!content) {
      content = read
      continue
    }
    if (!wordsOf(content.body.map(({ text }) => text).join(' ')).includes(words))
      losses.add('otherBodies', read.body[0]?.text ?? read.headline)
    content = { ...content, ...withInner(content, read, losses) }
  }
  return content ?? NOTHING
}

/** Returns undefined for a vocabulary without copy, such as SportsML. */
function inlineContent(element: MarkupElement, losses: LossCollector, file: string): Content | undefined {
  if (element.name === 'inlineData') {
    const read = decodedData(element, file)
    if (read) return inlineData(read, losses, file)
    losses.add('embeddedDocuments', attributeOf(element, 'contenttype') || element.name)
    return undefined
  }
  const nitf = firstIn(element, ({ name }) => name === 'nitf')
  if (nitf) return { ...partsOfNitf(nitf, losses), dateline: '' }
  const html = childrenOf(element).find(({ name }) => name === 'html')
  const page = html
    ? (childOf(html, 'body') ?? html)
    : childrenOf(element).some(({ name }) => /^(?:body|div|p|section|article|h[1-6]|body\.content)$/.test(name))
      ? element
      : undefined
  if (!page)
    return element.children.some((child) => !isElement(child) && child.trim() !== '') &&
      childrenOf(element).length === 0
      ? inlineData(element, losses, file)
      : undefined
  const title = lineOfText(at(html, 'head', 'title'))
  return { ...NOTHING, headline: title, ...bodyOfMarkup(page, losses), language: html ? attributeOf(html, 'lang') : '' }
}

/** Returns `inlineData` with its text decoded; undefined for bytes that are no text. */
function decodedData(element: MarkupElement, file: string): MarkupElement | undefined {
  if (!/base64/i.test(`${attributeOf(element, 'encoding')} ${attributeOf(element, 'encodinguri')}`)) return element
  try {
    const bytes = Uint8Array.from(Buffer.from(rawTextOf(element), 'base64'))
    return { ...element, children: [decodeText(bytes, file, new LossCollector())] }
  } catch (error) {
    if (error instanceof ImportError) return undefined
    throw error
  }
}

function inlineData(element: MarkupElement, losses: LossCollector, file: string): Content {
  const value = rawTextOf(element)
  if (/html/i.test(attributeOf(element, 'contenttype')) || /<\/?(?:p|br|div)\b/i.test(value)) {
    const page = parseHtml(value, file)
    return { ...NOTHING, ...bodyOfMarkup(firstIn(page, ({ name }) => name === 'body') ?? page, losses) }
  }
  return { ...NOTHING, body: grafsOf(value).map((text) => ({ role: 'paragraph', text, spans: [], depth: 0 })) }
}

function fieldsOf(
  item: MarkupElement,
  marks: ReadMarks,
  losses: LossCollector,
): { readonly fields: Partial<Fields>; readonly marked: string; readonly place: string } {
  const [rights, itemMeta, contentMeta] = [
    childOf(item, 'rightsInfo'),
    childOf(item, 'itemMeta'),
    childOf(item, 'contentMeta'),
  ]
  const textOf = (element: MarkupElement | undefined): string => {
    const text = lineOfText(element)
    if (text !== '') marks.markAll(element)
    return text
  }
  const subjects: string[] = []
  for (const subject of contentMeta ? childrenOf(contentMeta, 'subject') : []) {
    marks.markAll(subject)
    const code = mediaTopicFrom(attributeOf(subject, 'qcode')) ?? mediaTopicFrom(attributeOf(subject, 'uri'))
    if (code !== undefined) subjects.push(code)
    else
      losses.add(
        'otherSubjects',
        [
          lineOfText(childOf(subject, 'name')),
          attributeOf(subject, 'qcode') || attributeOf(subject, 'uri') || attributeOf(subject, 'literal'),
        ]
          .filter((part) => part !== '')
          .join(' '),
      )
  }
  const keywords = (contentMeta ? childrenOf(contentMeta, 'keyword') : []).map(textOf)
  const edNotes = (itemMeta ? childrenOf(itemMeta, 'edNote') : []).map((note) => {
    marks.markAll(note)
    return linesOf(note)
  })
  const status = childOf(itemMeta, 'pubStatus')
  const named = ['qcode', 'uri', 'literal'].map((name) => (status ? attributeOf(status, name) : '')).find(Boolean) ?? ''
  if (named !== '' && !/(?:^|[:/])usable$/.test(named)) losses.add('publicationStatus', named)
  marks.mark(status)
  for (const signal of itemMeta ? childrenOf(itemMeta, 'signal') : []) {
    const code = attributeOf(signal, 'qcode') || attributeOf(signal, 'uri') || attributeOf(signal, 'literal')
    losses.add('signals', [lineOfText(childOf(signal, 'name')), code].filter((part) => part !== '').join(' '))
    marks.markAll(signal)
  }
  const holder = childOf(rights, 'copyrightHolder')
  const provider = childOf(itemMeta, 'provider')
  const urgency = Number(textOf(childOf(contentMeta, 'urgency')) || Number.NaN)
  const embargoed = (itemMeta ? childrenOf(itemMeta, 'embargoed') : []).map(textOf)
  // By the schema only an item without the element has no embargo. An empty one has an embargo without an end.
  if (embargoed.includes('')) losses.add('embargoWithoutEnd', 'embargoed')
  const embargo = latestEmbargo(embargoed, losses)
  const located = childOf(contentMeta, 'located')
  const contributors = (contentMeta ? childrenOf(contentMeta, 'contributor') : [])
    .map((contributor) => textOf(childOf(contributor, 'name')) || textOf(childOf(contributor, 'definition')))
    .filter((name) => name !== '')
  const fields = {
    slug: textOf(childOf(contentMeta, 'slugline')),
    byline: bylineOf(contentMeta, marks, textOf),
    contributors: contributors.join(', '),
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : undefined,
    subjects: [...new Set(subjects)],
    keywords: keywords.filter((word) => word !== ''),
    ...withoutDeskLines(edNotes.filter((note) => note !== '').join('\n'), embargo, losses),
    usageTerms: (rights ? childrenOf(rights, 'usageTerms') : []).map(textOf).join('\n'),
    provider: textOf(childOf(provider, 'name')) || textOf(childOf(holder, 'name')),
    copyrightLine: textOf(childOf(rights, 'copyrightNotice')),
  }
  if (lineOfText(childOf(holder, 'name')) === fields.provider) marks.markAll(holder)
  if (fields.provider !== '' && lineOfText(childOf(provider, 'name')) === fields.provider) marks.markAll(provider)
  const source = childOf(contentMeta, 'infoSource')
  if (lineOfText(childOf(source, 'name')) === fields.provider && fields.provider !== '') marks.markAll(source)
  const place = lineOfText(childOf(located, 'name'))
  if (place !== '') marks.mark(located, childOf(located, 'name'))
  return {
    fields: Object.fromEntries(
      Object.entries(fields).filter(
        ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
      ),
    ),
    marked: textOf(childOf(contentMeta, 'dateline')),
    place,
  }
}

/** Returns the lines of a note: `br` begins a new one, white space of the file does not. */
function linesOf(note: MarkupElement): string {
  const lines: MarkupNode[][] = [[]]
  for (const child of note.children) {
    if (isElement(child) && child.name === 'br') lines.push([])
    else lines.at(-1)?.push(child)
  }
  return lines
    .map((children) => lineOfText({ ...note, children }))
    .join('\n')
    .trim()
}

/** Returns the printed `by` line, else the creators with names. A creator in the line is not a second person. */
function bylineOf(
  contentMeta: MarkupElement | undefined,
  marks: ReadMarks,
  textOf: (element: MarkupElement | undefined) => string,
): readonly Byline[] {
  const creators = contentMeta ? childrenOf(contentMeta, 'creator') : []
  const line = textOf(childOf(contentMeta, 'by'))
  const named = creators
    .map((creator) => ({ creator, name: lineOfText(childOf(creator, 'name')) }))
    .filter(({ name }) => name !== '')
  const byline = line === '' ? named.map(({ name }) => ({ name })) : bylineFrom(line)
  for (const { creator, name } of named)
    if (byline.some((entry) => entry.name === name || line.includes(name))) marks.markAll(creator)
  return byline
}

/** Elements that identify the item in its own system. */
const IDENTITY = new Set(
  (
    'newsItem versionCreated firstCreated contentCreated contentModified fileName generator catalogRef catalog ' +
    'itemClass profile service hash altId role expiresOn version'
  ).split(' '),
)

function labelOf(element: MarkupElement, parent: MarkupElement | undefined): Lost {
  const { name } = element
  if (IDENTITY.has(name)) return 'identifiers'
  if (name === 'title' && parent?.name === 'itemMeta') return 'systemTitle'
  if (name === 'remoteContent' || name === 'remoteContentExtProperty') return 'remoteContent'
  if (name === 'headline') return 'otherHeadlines'
  if (name === 'description') return 'otherDescriptions'
  const describesParent = /^(?:name|broader|sameAs|definition|note|related|hierarchyInfo)$/.test(name)
  return ['unknownNewsMlG2', parent && describesParent ? parent.name : name]
}
