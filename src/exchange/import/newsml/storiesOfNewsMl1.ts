import { importsText } from '../../../catalogue/rooms/imports'
import type { Fields } from '../../../story/ledger/fields'
import { bylineFrom } from '../parts/fields/bylineFrom'
import type { ImportedStory } from '../parts/importedStory'
import { latestEmbargo } from '../parts/fields/instantFrom'
import { LossCollector, type Lost } from '../parts/losses'
import {
  attributeOf,
  childOf,
  childrenOf,
  elementsIn,
  firstIn,
  lineOfText,
  type MarkupElement,
} from '../markup/tree/markupTree'
import { ReadMarks } from '../markup/feed/ReadMarks'
import { mediaTopicFrom } from '../parts/fields/mediaTopicFrom'
import { partsOfNitf } from '../nitf/storyOfNitf'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'
import { withInner, type Titled } from '../markup/feed/withInner'
import { datelineOf, storyOfParts } from '../markup/feed/storyParts'
import { defined } from '../../../story/text/defined'
import { blocksOf, cutlineOf, LINES } from './contentOfNewsMl1'
import type { StoriesInXml } from './storiesOfNewsMlG2'

/** Roles of components whose text belongs to the copy, in reading order. */
const ROLES: Readonly<Record<string, 'headline' | 'deck' | 'skip'>> = {
  headline: 'headline',
  subheadline: 'deck',
  subheadlines: 'deck',
  stylesheet: 'skip',
  caption: 'skip',
  photo: 'skip',
  logo: 'skip',
  image: 'skip',
  thumbnail: 'skip',
  preview: 'skip',
  quicklook: 'skip',
  multimedia: 'skip',
  video: 'skip',
  audio: 'skip',
}

/**
 * Reads NewsML 1.0 to 1.2. Each news item is a story; an item with bodies in several languages gives one story for
 * each.
 */
export function storiesOfNewsMl1(root: MarkupElement, first: LossCollector, file: string): StoriesInXml {
  const items = [...elementsIn(root)].filter(({ name }) => name === 'NewsItem')
  const stories: ImportedStory[] = []
  for (const item of items) {
    const top = childOf(item, 'NewsComponent')
    const packages = top ? languagesOf(top) : []
    for (const component of packages) {
      const story = readComponent(
        item,
        component,
        packages.filter((other) => other !== component),
        file,
      )
      if (story) stories.push(story)
    }
  }
  const envelope = childOf(root, 'NewsEnvelope')
  if (envelope)
    first.add(
      'envelope',
      lineOfText(envelope) ||
        attributeOf(
          firstIn(envelope, (element) => attributeOf(element, 'FormalName') !== '') ?? envelope,
          'FormalName',
        ) ||
        'NewsEnvelope',
    )
  const [one, ...others] = stories
  return {
    stories: one ? [{ ...one, losses: [...one.losses, ...first.list()] }, ...others] : [],
    holds: items.length > 0 ? importsText('holds.emptyItems') : importsText('holds.noItems'),
  }
}

/**
 * Returns the components that hold a whole version of the copy: children in several languages, else the component
 * itself.
 */
function languagesOf(component: MarkupElement): readonly MarkupElement[] {
  const children = childrenOf(component, 'NewsComponent')
  const bodies = children.filter((child) => languageOf(child) !== '' && childrenOf(child, 'NewsComponent').length > 0)
  return bodies.length > 1 && new Set(bodies.map(languageOf)).size > 1 ? bodies : [component]
}

function languageOf(component: MarkupElement): string {
  const own = childOf(childOf(component, 'DescriptiveMetadata'), 'Language')
  if (own) return attributeOf(own, 'FormalName')
  const written = attributeOf(component, 'lang')
  if (written !== '') return written
  const inner = firstIn(component, ({ name }) => name === 'Language')
  return inner ? attributeOf(inner, 'FormalName') : ''
}

const roleOf = (component: MarkupElement): string => {
  const role = childOf(component, 'Role')
  return role ? attributeOf(role, 'FormalName') : ''
}

/** What the components of an item hold. */
interface Copy {
  said: Titled
  dateline: string
  readonly body: FoundBlock[]
  /** Components of pictures and other files. Their lines are not those of the story. */
  readonly files: Set<MarkupElement>
  readonly pictures: Map<string, Uint8Array>
}

const NOTHING_SAID: Titled = { headline: '', deck: '', summary: '', language: '', fields: {} }

function readComponent(
  item: MarkupElement,
  component: MarkupElement,
  others: readonly MarkupElement[],
  file: string,
): ImportedStory | undefined {
  const losses = new LossCollector()
  const marks = new ReadMarks()
  for (const other of others) marks.markAll(other)
  const copy: Copy = { said: NOTHING_SAID, dateline: '', body: [], files: new Set(), pictures: new Map() }
  readContents(component, '', copy, losses, marks, file)
  const elsewhere = new Set([...others, ...copy.files].flatMap((other) => [...elementsIn(other)]))
  const line = (name: string): string => {
    const found = [...elementsIn(item)].find(
      (element) => element.name === name && lineOfText(element) !== '' && !elsewhere.has(element),
    )
    if (found) marks.markAll(found)
    return lineOfText(found)
  }
  const fields: Partial<Fields> = {
    byline: bylineFrom(line('ByLine')),
    slug: line('SlugLine'),
    copyrightLine: line('CopyrightLine'),
    urgency: urgencyOf(item, marks, losses),
    keywords: keywordsOf(item, marks),
    subjects: subjectsOf(item, marks, losses),
    provider: providerOf(item, marks),
    ...embargoOf(item, marks, losses),
    ...defined({ dateline: datelineOf(line('DateLine') || copy.dateline, '') }),
  }
  const titles = { headline: line('HeadLine'), deck: line('SubHeadLine'), summary: '' }
  const said = withInner({ ...titles, language: languageOf(component), fields }, copy.said, losses)
  const story = storyOfParts({ ...said, body: copy.body, pictures: copy.pictures }, losses)
  if (!story) return undefined
  for (const language of elementsIn(item))
    if (language.name === 'Language' || language.name === 'Role') marks.mark(language)
  marks.listUnread(item, losses, labelOf)
  return { ...story, losses: losses.list() }
}

function readContents(
  component: MarkupElement,
  outer: string,
  copy: Copy,
  losses: LossCollector,
  marks: ReadMarks,
  file: string,
): void {
  const role = roleOf(component) || outer
  const part = ROLES[role.toLowerCase()]
  if (
    part === 'skip' &&
    childrenOf(component, 'ContentItem').some(
      (content) => childOf(content, 'DataContent') === undefined || /style/i.test(role),
    )
  ) {
    copy.files.add(component)
    const isStyle = /style/i.test(role)
    for (const element of elementsIn(component))
      if (isStyle || !LINES.has(element.name) || lineOfText(element) === '') marks.mark(element)
    const lines = [...elementsIn(component)].filter(({ name }) => name === 'HeadLine' || name === 'NewsLineText')
    const titled = lines.find((element) => lineOfText(element) !== '')
    const line = lineOfText(titled)
    marks.markAll(titled)
    if (!isStyle) keep(copy, cutlineOf(component, marks, losses, file))
    const [href] = [...elementsIn(component)]
      .map((element) => attributeOf(element, 'Href'))
      .filter((address) => address !== '')
    losses.add(isStyle ? 'styleSheets' : 'attachedFiles', [role, line, href].filter(Boolean).join(': '))
    return
  }
  if (role.toLowerCase() === 'caption') {
    copy.files.add(component)
    keep(copy, cutlineOf(component, marks, losses, file))
    return
  }
  for (const content of childrenOf(component, 'ContentItem')) readContent(content, part, copy, losses, marks, file)
  for (const child of inReadingOrder(childrenOf(component, 'NewsComponent')))
    readContents(child, role, copy, losses, marks, file)
}

/** Sorts the body before contacts and notes. */
const inReadingOrder = (components: readonly MarkupElement[]): readonly MarkupElement[] => {
  const rank = (component: MarkupElement): number => {
    const role = roleOf(component).toLowerCase()
    return ROLES[role] === 'headline'
      ? 0
      : ROLES[role] === 'deck'
        ? 1
        : /^(?:main|body|text|article)/.test(role)
          ? 2
          : 3
  }
  return [...components].sort((a, b) => rank(a) - rank(b))
}

function readContent(
  content: MarkupElement,
  part: 'headline' | 'deck' | 'skip' | undefined,
  copy: Copy,
  losses: LossCollector,
  marks: ReadMarks,
  file: string,
): void {
  const data = childOf(content, 'DataContent')
  if (!data) {
    const href = attributeOf(content, 'Href')
    if (href !== '') losses.add('attachedFiles', href)
    marks.markAll(content)
    return
  }
  marks.markAll(content)
  const nitf = firstIn(data, ({ name }) => name === 'nitf')
  if (nitf) {
    const { body, pictures, ...said } = partsOfNitf(nitf, losses)
    copy.said = withInner(copy.said, said, losses)
    keep(copy, body, pictures)
    return
  }
  const { body, dateline, pictures } = blocksOf(data, losses, file)
  copy.dateline ||= dateline
  const line = body.map(({ text }) => text.replace(/\n/g, ' ')).join(' ')
  if (part === 'headline' || (part === 'deck' && copy.said.deck === ''))
    copy.said = withInner(copy.said, { ...NOTHING_SAID, [part]: line }, losses)
  else keep(copy, body, pictures)
}

function keep(copy: Copy, body: readonly FoundBlock[], pictures: ReadonlyMap<string, Uint8Array> = new Map()): void {
  copy.body.push(...body)
  for (const [file, bytes] of pictures) copy.pictures.set(file, bytes)
}

/** The urgency that the desk set. A priority says how fast the file is sent. */
function urgencyOf(item: MarkupElement, marks: ReadMarks, losses: LossCollector): number | undefined {
  const element = childOf(childOf(item, 'NewsManagement'), 'Urgency')
  marks.mark(element)
  const named = nameOf(element)
  if (/^[1-9]$/.test(named)) return Number(named)
  if (named !== '') losses.add('otherPriorities', named)
  return undefined
}

function keywordsOf(item: MarkupElement, marks: ReadMarks): readonly string[] {
  const lines = [...elementsIn(item)].filter(({ name }) => name === 'KeywordLine')
  marks.markAll(...lines)
  return lines.flatMap((line) => lineOfText(line).split(/\s*[,;]\s*/)).filter((word) => word !== '')
}

function subjectsOf(item: MarkupElement, marks: ReadMarks, losses: LossCollector): readonly string[] {
  const codes = new Set<string>()
  for (const element of elementsIn(item)) {
    if (!/^Subject(?:Matter|Detail|Qualifier)?$/.test(element.name)) continue
    const value = attributeOf(element, 'FormalName')
    const code = mediaTopicFrom(value)
    marks.mark(element)
    if (code !== undefined) codes.add(code)
    else if (value !== '') losses.add('otherSubjects', value)
  }
  return [...codes]
}

function providerOf(item: MarkupElement, marks: ReadMarks): string {
  const provider =
    [...elementsIn(item)].find(({ name }) => name === 'Provider') ??
    [...elementsIn(item)].find(({ name }) => name === 'Source')
  const party = provider && childOf(provider, 'Party')
  if (!party) return ''
  marks.markAll(provider)
  return attributeOf(party, 'FormalName')
}

/** Lists a status that is not usable. An embargo is a status that changes to usable at a given time. */
function embargoOf(item: MarkupElement, marks: ReadMarks, losses: LossCollector): Partial<Fields> {
  const management = childOf(item, 'NewsManagement')
  const status = childOf(management, 'Status')
  marks.mark(status)
  const named = nameOf(status)
  if (!isNamed(named, 'embargoed')) {
    if (named !== '' && !isNamed(named, 'usable')) losses.add('publicationStatus', named)
    return {}
  }
  const changes = (management ? childrenOf(management, 'StatusWillChange') : []).filter((candidate) =>
    isNamed(nameOf(childOf(candidate, 'FutureStatus')), 'usable'),
  )
  const times = changes.map((change) => lineOfText(childOf(change, 'DateAndTime')))
  marks.markAll(...changes)
  if (times.length === 0 || times.includes('')) losses.add('embargoWithoutEnd', named)
  return defined({ embargo: latestEmbargo(times, losses) })
}
const nameOf = (element: MarkupElement | undefined): string =>
  element ? attributeOf(element, 'FormalName').trim() : ''
const isNamed = (name: string, wanted: string): boolean => name.toLowerCase() === wanted

/** Elements that identify the item in its own system. */
const IDENTITY = new Set(
  (
    'NewsItem NewsComponent Identification NewsIdentifier ProviderId DateId NewsItemId RevisionId ' +
    'PublicIdentifier NewsManagement NewsItemType FirstCreated ThisRevisionCreated Status AssociatedWith ' +
    'BasisForChoice Catalog Format MimeType Genre NameLabel'
  ).split(' '),
)

function labelOf({ name, children }: MarkupElement, parent: MarkupElement | undefined): Lost {
  if (
    IDENTITY.has(name) ||
    (parent !== undefined && IDENTITY.has(parent.name) && children.length === 0 && name !== 'NewsLine')
  )
    return 'identifiers'
  if (name === 'Property' || name === 'MetadataType') return 'metadataProperties'
  return ['unknownNewsMl1', name]
}
