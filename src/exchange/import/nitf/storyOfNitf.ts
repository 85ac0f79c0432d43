import type { Byline, Dateline, Fields } from '../../../story/ledger/fields'
import { deskLineOf, withoutKillMark } from '../../formats/deskLines'
import { slugOfNitfKey } from '../../formats/nitf'
import { bylineFrom } from '../parts/fields/bylineFrom'
import { withoutDeskLines } from '../parts/fields/deskLinesInNote'
import { datelineFrom } from '../parts/fields/readDateline'
import type { ImportedStory } from '../parts/importedStory'
import { LossCollector, type Lost } from '../parts/losses'
import {
  at,
  attributeOf,
  childOf,
  childrenOf,
  elementsIn,
  lineOfText,
  type MarkupElement,
} from '../markup/tree/markupTree'
import { ReadMarks } from '../markup/feed/ReadMarks'
import { mediaTopicFrom } from '../parts/fields/mediaTopicFrom'
import { withRaisedFigures } from '../markup/withRaisedFigures'
import { storyOfParts, wordsOf, type StoryParts } from '../markup/feed/storyParts'
import { readNitfBody } from './bodyOfNitf'
import { embargoOfNitf } from './embargoOfNitf'
import { placeAsWritten } from './placeAsWritten'
import { withFractions } from './withFractions'
import { defined } from '../../../story/text/defined'
import { namesEmbargo } from '../../../story/text/lines/embargoLine'

/** Reads one NITF document; undefined if it has no text. */
export function storyOfNitf(nitf: MarkupElement, losses = new LossCollector()): ImportedStory | undefined {
  const parts = partsOfNitf(nitf, losses)
  return storyOfParts(parts, losses)
}

/** Reads a NITF document with or without namespace, whole or only its body. Lists what is not read. */
export function partsOfNitf(document: MarkupElement, losses: LossCollector): StoryParts {
  const nitf = withRaisedFigures(withFractions(document))
  const marks = new ReadMarks()
  const head = childOf(nitf, 'head')
  const body = childOf(nitf, 'body') ?? nitf
  const bodyHead = childOf(body, 'body.head')
  const content = childOf(body, 'body.content') ?? (bodyHead || head ? undefined : body)
  marks.mark(nitf)
  const headlines = headlinesOf(bodyHead, marks)
  const ofHead = fieldsOfHead(head, marks, losses)
  const ofBody = fieldsOfBody(nitf, body, bodyHead, marks)
  const docdata = childOf(head, 'docdata')
  const messages = docdata ? childrenOf(docdata, 'ed-msg') : []
  const ours = messages.filter(isOurs)
  const edNote = edNoteOf(
    messages.filter((message) => !isOurs(message)).map(infoOf),
    messages.map(infoOf).join(' '),
    bodyHead ? childrenOf(bodyHead, 'note').map(lineOfText) : [],
  )
  marks.mark(...ours)
  const fields: Partial<Fields> = {
    ...ofHead,
    ...ofBody,
    ...withoutDeskLines([...ours.map(infoOf), edNote].join('\n'), ofHead.embargo, losses),
  }
  // The copyright holder is the provider, unless the field has the whole copyright line.
  if (fields.provider !== undefined && fields.provider === fields.copyrightLine)
    delete (fields as { provider?: string }).provider
  const { body: found, pictures } = content ? readNitfBody(content, losses) : { body: [], pictures: undefined }
  marks.markAll(content)
  const title = childOf(head, 'title')
  const printed = headlines.headline || lineOfText(title)
  const headline = isCanceled(docdata) ? withoutKillMark(printed) : printed
  if (lineOfText(title) === printed) marks.mark(title)
  const abstract = childOf(bodyHead, 'abstract')
  const summary = lineOfText(abstract)
  marks.markAll(abstract)
  marks.listUnread(nitf, losses, labelOf)
  return {
    headline,
    deck: headlines.deck,
    summary,
    body: found,
    language: attributeOf(nitf, 'lang') || attributeOf(nitf, 'baselang'),
    fields,
    ...defined({ pictures }),
  }
}

function headlinesOf(
  bodyHead: MarkupElement | undefined,
  marks: ReadMarks,
): { readonly headline: string; readonly deck: string } {
  const hedline = childOf(bodyHead, 'hedline')
  const [first] = hedline ? childrenOf(hedline, 'hl1') : []
  const [second] = hedline ? childrenOf(hedline, 'hl2') : []
  marks.markAll(first, second)
  marks.mark(hedline)
  return { headline: lineOfText(first), deck: lineOfText(second) }
}

function fieldsOfHead(head: MarkupElement | undefined, marks: ReadMarks, losses: LossCollector): Partial<Fields> {
  if (!head) return {}
  const docdata = childOf(head, 'docdata')
  const subjects: string[] = []
  for (const subject of elementsIn(head)) {
    if (subject.name !== 'tobject.subject') continue
    const code = mediaTopicFrom(attributeOf(subject, 'tobject.subject.refnum'))
    marks.mark(subject)
    if (code !== undefined) subjects.push(code)
    else losses.add('otherSubjects', Object.values(subject.attributes).join(' '))
  }
  const keywords = [...elementsIn(head)].filter(({ name }) => name === 'keyword')
  const of = (name: string): MarkupElement | undefined => childOf(docdata, name)
  const urgency = Number(attributeOf(of('urgency') ?? EMPTY, 'ed-urg'))
  const copyright = of('doc.copyright')
  const holder = attributeOf(copyright ?? EMPTY, 'holder')
  const year = attributeOf(copyright ?? EMPTY, 'year')
  const rights = of('doc.rights')
  const message = docdata && childrenOf(docdata, 'ed-msg').find((candidate) => !isOurs(candidate))
  const key = of('du-key')
  const embargo = docdata && embargoOfNitf(docdata, marks, losses)
  marks.mark(...keywords, of('urgency'), copyright)
  if (key && attributeOf(key, 'key') !== '') marks.mark(key)
  if (message && attributeOf(message, 'info') !== '') marks.mark(message)
  if (rights && attributeOf(rights, 'limitations') !== '') marks.mark(rights)
  return present({
    subjects: [...new Set(subjects)],
    keywords: keywords.map((keyword) => attributeOf(keyword, 'key')).filter((word) => word !== ''),
    slug: key ? slugOfNitfKey(attributeOf(key, 'key'), attributeOf(of('doc-id') ?? EMPTY, 'id-string')) : '',
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : undefined,
    usageTerms: rights ? attributeOf(rights, 'limitations') : '',
    provider: holder,
    copyrightLine:
      holder === '' || year === ''
        ? ''
        : /\d{4}|©|\(c\)/i.test(holder)
          ? holder
          : `© ${[year, holder].filter((part) => part !== '').join(' ')}`,
    embargo,
  })
}

function fieldsOfBody(
  nitf: MarkupElement,
  body: MarkupElement,
  bodyHead: MarkupElement | undefined,
  marks: ReadMarks,
): Partial<Fields> {
  const bylines = bodyHead ? childrenOf(bodyHead, 'byline') : []
  const distributor = childOf(bodyHead, 'distributor')
  const datelineElement = childOf(bodyHead, 'dateline')
  const notes = bodyHead ? childrenOf(bodyHead, 'note') : []
  const rights = childOf(bodyHead, 'rights')
  const tagline = at(body, 'body.end', 'tagline')
  marks.markAll(...bylines, distributor, datelineElement, ...notes, rights, tagline)
  const dateline = datelineElement && datelineOf(datelineElement, nitf, marks)
  const event = at(nitf, 'head', 'docdata', 'evloc')
  const city = event ? attributeOf(event, 'city') : ''
  if (city !== '' && dateline?.place.toLowerCase() === city.toLowerCase()) marks.mark(event)
  return present({
    byline: bylines.flatMap(bylineOf),
    provider: lineOfText(distributor),
    dateline,
    copyrightLine: lineOfText(rights),
    contributors: lineOfText(tagline),
  })
}

const isCanceled = (docdata: MarkupElement | undefined): boolean =>
  docdata !== undefined && attributeOf(docdata, 'management-status').toLowerCase() === 'canceled'

/** Whether a message is what our own exports say of versions and embargoes, not an ed note. */
const isOurs = (message: MarkupElement): boolean => !['edNote', undefined].includes(deskLineOf(infoOf(message))?.kind)

const infoOf = (message: MarkupElement): string => attributeOf(message, 'info').trim()

/** Joins the first message of the head, others that speak of an embargo, and the notes of the body that add to them. */
function edNoteOf(messages: readonly string[], all: string, notes: readonly string[]): string {
  const [first = '', ...others] = messages
  const says = (whole: string, part: string): boolean =>
    whole.includes(part) || ` ${wordsOf(whole)} `.includes(` ${wordsOf(part)} `)
  const more = notes.filter((note) => note !== '' && !says(all, note))
  const held = [first, ...others.filter(namesEmbargo)].filter(
    (message) => message !== '' && !more.some((note) => says(note, message)),
  )
  return [...held, ...more].join('\n')
}

function bylineOf(byline: MarkupElement): readonly Byline[] {
  const role = lineOfText(childOf(byline, 'byttl'))
  const people = childrenOf(byline, 'person')
    .map(lineOfText)
    .filter((name) => name !== '')
  const rest =
    role === ''
      ? lineOfText(byline)
      : lineOfText({
          ...byline,
          children: byline.children.filter((child) => typeof child === 'string' || child.name !== 'byttl'),
        })
  // Names in elements count if the line has no other text.
  const spelled = people
    .reduce((line, name) => line.replace(name, ''), rest)
    .replace(/^by\b|\band\b|\([^()]*\)|[,&;\s]/giu, '')
  const names =
    people.length > 0 && spelled === '' ? people.map((name): Byline => withRole(name, rest)) : bylineFrom(rest)
  return role === '' ? names : names.map((entry, index) => (index === names.length - 1 ? { ...entry, role } : entry))
}

function withRole(name: string, line: string): Byline {
  const role = /^\s*\(([^()]+)\)/.exec(line.slice(line.indexOf(name) + name.length))?.[1]?.trim()
  return role ? { name, role } : { name }
}

function datelineOf(dateline: MarkupElement, nitf: MarkupElement, marks: ReadMarks): Dateline {
  const location = lineOfText(childOf(dateline, 'location'))
  const { place, date } =
    location !== ''
      ? { place: location, date: lineOfText(childOf(dateline, 'story.date')) }
      : datelineFrom(lineOfText(dateline))
  return { place: placeAsWritten(place, nitf, marks), date }
}

const EMPTY: MarkupElement = { name: '', attributes: {}, children: [] }

const present = (fields: { readonly [N in keyof Fields]?: Fields[N] | undefined }): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )

/** Elements that identify the item in its own system. */
const IDENTITY = new Set(
  (
    'nitf head docdata doc-id del-list from-src date.issue date.expire date.release pubdata revision-history ' +
    'fixture series title tobject tobject.property du-key doc-scope'
  ).split(' '),
)
/** People, organisations, places and events that the head names. */
const IDENTIFIED = new Set(
  'person org location city country state region sublocation classifier event object.title function virtloc'.split(' '),
)

function labelOf(element: MarkupElement, parent: MarkupElement | undefined): Lost {
  if (element.name === 'meta') return 'documentData'
  if (element.name === 'evloc' || parent?.name === 'evloc') return 'eventPlaces'
  if (element.name === 'correction') return 'signals'
  if (IDENTITY.has(element.name)) return 'identifiers'
  if (IDENTIFIED.has(element.name)) return 'identifiedContent'
  return ['unknownNitf', element.name]
}
