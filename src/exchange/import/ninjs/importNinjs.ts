import { importsText } from '../../../catalogue/rooms/imports'
import type { Byline, Fields } from '../../../story/ledger/fields'
import { bylineFrom } from '../parts/fields/bylineFrom'
import { decodeText } from '../parts/decodeText'
import { withoutDeskLines } from '../parts/fields/deskLinesInNote'
import type { ImportedStory, ReadFile } from '../parts/importedStory'
import { ImportError } from '../parts/importError'
import { grafsOf } from '../text/importText'
import { embargoFrom } from '../parts/fields/instantFrom'
import { LossCollector } from '../parts/losses'
import { firstIn } from '../markup/markupTree'
import { parseHtml } from '../markup/parseHtml'
import { sameName } from '../../../story/text/words/personName'
import { mediaTopicFrom } from '../parts/fields/mediaTopicFrom'
import { bodyOfNitf } from '../nitf/bodyOfNitf'
import { parseXml } from '../markup/parseXml'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'
import { bodyOfMarkup, datelineField, storyOfParts, wordsOf } from '../markup/storyParts'
import { isRecord } from '../../../story/text/isRecord'
import { NinjsItem, type JsonObject } from './ninjsItem'
import { defined } from '../../../story/text/defined'

/** Types of items that are never stories. A caption is not a story. */
const NO_STORY = ['picture', 'graphic', 'audio', 'video'] as const

/**
 * Imports ninjs 1.0 to 3.1 (IPTC), valid or not, and the variant of Superdesk (`guid`, subjects as `{code, name,
 * scheme}`). Each item of a list, or of an object that holds one, gives a story, and so does an attached item with a
 * body.
 * @throws ImportError if the file is not JSON or has no story.
 */
export function importNinjs(bytes: Uint8Array, name: string): ReadFile {
  const items = itemsOf(jsonOf(bytes, name)).filter(isNinjs)
  const seen: OtherItem[] = []
  const stories: ImportedStory[] = []
  for (const item of items) readItem(item, name, stories, seen)
  const [first, ...others] = stories
  if (!first)
    throw new ImportError(
      name,
      seen.length > 0
        ? importsText('refusal.noStory', { holds: [...new Set(seen.map(({ what }) => what))].join(', ') })
        : importsText('refusal.otherJson'),
      importsText('advice.onlyItems'),
    )
  const itemLosses = new LossCollector()
  for (const { what, caption } of seen)
    itemLosses.add(
      'itemsWithoutStory',
      caption === '' ? what : importsText('example.itemAbout', { what, about: caption }),
    )
  return { format: 'ninjs', stories: [{ ...first, losses: [...first.losses, ...itemLosses.list()] }, ...others] }
}

/** An item that is not a story. */
interface OtherItem {
  readonly what: string
  readonly caption: string
}

function jsonOf(bytes: Uint8Array, name: string): unknown {
  const text = decodeText(bytes, name, new LossCollector())
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    // Deep nesting gives a RangeError of the engine.
    throw new ImportError(
      name,
      importsText('refusal.notWellFormedJson', {
        problem:
          error instanceof Error
            ? error.message.replace(/\s+/g, ' ').slice(0, 120)
            : importsText('refusal.unknownProblem'),
      }),
      importsText('advice.wholeCopy'),
    )
  }
}

function itemsOf(json: unknown): readonly JsonObject[] {
  if (Array.isArray(json)) return json.filter(isRecord)
  if (!isRecord(json)) return []
  for (const key of ['items', '_items', 'newsItems', 'results', 'data']) {
    const list = json[key]
    if (Array.isArray(list) && !('headline' in json) && !('headlines' in json))
      return list.filter(isRecord).map((entry) => (isRecord(entry['item']) ? entry['item'] : entry))
  }
  return [json]
}

/** Other JSON (a schema, JSON-LD) has none of these keys. */
const isNinjs = (item: JsonObject): boolean =>
  !('@context' in item) &&
  Object.keys(item).some((key) => /^(?:uri|guid|altids|headlines?|bodies|body_\w+|\$?standard)$/i.test(key))

function readItem(source: JsonObject, file: string, stories: ImportedStory[], seen: OtherItem[]): void {
  const losses = new LossCollector()
  const item = new NinjsItem(source)
  const type = item.text('type').toLowerCase()
  const addOther = (what: string): void =>
    void seen.push({ what, caption: captionOf(item) || item.text('uri', 'guid') })
  const none = NO_STORY.find((kind) => kind === type)
  if (none !== undefined) return addOther(importsText(`holds.${none}`))
  const { body, dateline, pictures } = bodyOf(item, file, losses)
  const { headline, deck } = headlinesOf(item, losses)
  const summary = summaryOf(item, losses)
  // An alert is a headline only. An item with a body stays a story, whatever its genre.
  const kind = body.length === 0 && item.isAlert ? ('alert' as const) : undefined
  const fields = { ...fieldsOf(item, losses), ...defined({ kind }) }
  const located = placeOf(item, losses)
  const language = item.text('language')
  if (body.length === 0 && (type === 'event' || type === 'planning' || (headline === '' && summary === ''))) {
    return addOther(type === '' ? importsText('holds.emptyItem') : importsText('holds.itemOfType', { type }))
  }
  const attached = item.list('associations')
  for (const other of attached) losses.add('attachedItems', captionOf(other))
  item.listUnread(losses)
  const story = storyOfParts(
    {
      headline,
      deck,
      summary,
      body,
      language,
      fields: { ...fields, ...datelineField(dateline, located, body) },
      ...defined({ pictures }),
    },
    losses,
  )
  if (!story) return addOther(importsText('holds.emptyItem'))
  stories.push(story)
}

const captionOf = (item: NinjsItem): string =>
  [
    item.text('headline') || item.list('headlines')[0]?.text('value') || item.text('name'),
    item.text('description_text', 'description_xhtml', 'description') || item.list('descriptions')[0]?.text('value'),
  ]
    .filter(Boolean)
    .join(': ')

interface ReadBody {
  readonly body: readonly FoundBlock[]
  readonly dateline: string
  readonly pictures?: ReadonlyMap<string, Uint8Array>
}
interface Body {
  readonly kind: 'html' | 'nitf' | 'text'
  readonly value: string
}

function bodyOf(item: NinjsItem, file: string, losses: LossCollector): ReadBody {
  const found: Body[] = item.list('bodies').map((body) => {
    const about = `${body.text('contenttype')} ${body.text('role')}`
    const value = body.text('value')
    return {
      kind: /nitf/i.test(about)
        ? 'nitf'
        : /html/i.test(about) || (!/plain/i.test(about) && /<\/?(?:p|br|div)\b/i.test(value))
          ? 'html'
          : 'text',
      value,
    }
  })
  for (const key of item.keys.filter((name) => /^body(?:_|$)/.test(name))) {
    const value = item.text(key)
    found.push({
      kind: /nitf/.test(key) ? 'nitf' : /html/.test(key) || /<\/?(?:p|br|div)\b/i.test(value) ? 'html' : 'text',
      value,
    })
  }
  const order = ['html', 'nitf', 'text']
  const bodies = found.filter(({ value }) => value !== '').sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const [first, ...others] = bodies
  if (!first) return { body: [], dateline: '' }
  const read = readBody(first, file, losses)
  const words = wordsOf(
    [read.dateline, ...read.body.map(({ text, picture }) => `${text} ${picture?.credit ?? ''}`)].join(' '),
  )
  for (const other of others) {
    const again = readBody(other, file, new LossCollector())
    const missing = again.body.filter(({ text }) => !words.includes(wordsOf(text)))
    if (missing.length > 0 && missing.some(({ text }) => !words.includes(wordsOf(text.replace(/^[^—]*—/, '')))))
      losses.add('otherBodies', missing[0]?.text ?? '')
  }
  return read
}

function readBody({ kind, value }: Body, file: string, losses: LossCollector): ReadBody {
  if (kind === 'text')
    return { body: grafsOf(value).map((text) => ({ role: 'paragraph', text, spans: [], depth: 0 })), dateline: '' }
  if (kind === 'nitf') {
    const nitf = nitfIn(value, file)
    if (nitf) return { body: bodyOfNitf(nitf, losses), dateline: '' }
  }
  const page = parseHtml(value, file)
  return bodyOfMarkup(firstIn(page, ({ name }) => name === 'body') ?? page, losses)
}

/** NITF inside JSON is often only a fragment. */
function nitfIn(value: string, file: string) {
  try {
    const tree = parseXml(
      value.includes('<body.content') || value.includes('<nitf') ? value : `<body.content>${value}</body.content>`,
      file,
    )
    return firstIn(tree, ({ name }) => name === 'body.content') ?? tree
  } catch (error) {
    if (error instanceof ImportError) return undefined
    throw error
  }
}

function headlinesOf(item: NinjsItem, losses: LossCollector): { readonly headline: string; readonly deck: string } {
  const given = item
    .list('headlines')
    .map((entry) => ({
      role: entry.text('role').toLowerCase(),
      value: lineOf(entry.text('value'), /html/i.test(entry.text('contenttype'))),
    }))
    .filter(({ value }) => value !== '')
  for (const key of item.keys.filter((name) => /^headline(?:_|$)/.test(name)))
    given.push({ role: key === 'headline' ? 'main' : key.slice(9), value: lineOf(item.text(key), /html/.test(key)) })
  const main = given.find(({ role }) => role === 'main') ?? given.find(({ role }) => !/sub/.test(role))
  const sub = given.find(({ role }) => /sub|deck|dek/.test(role))
  const title = lineOf(item.text('title', 'name'))
  const headline = main?.value ?? title
  if (title !== headline && title !== '') losses.add('systemTitle', title)
  const abstract = item.text('abstract')
  const [deck = '', ...decks] = [
    sub?.value ?? '',
    lineOf(item.text('subheadline')),
    lineOf(abstract, /<\/\w+>/.test(abstract)),
  ].filter((line) => line !== '')
  for (const other of decks) if (wordsOf(other) !== wordsOf(deck)) losses.add('otherDecks', other)
  for (const other of given)
    if (other !== main && other !== sub && other.value !== headline) losses.add('otherHeadlines', other.value)
  return { headline, deck }
}

function summaryOf(item: NinjsItem, losses: LossCollector): string {
  const given = item
    .list('descriptions')
    .map((entry) => lineOf(entry.text('value'), /html/i.test(entry.text('contenttype'))))
  for (const key of item.keys.filter((name) => /^description(?:_|$)/.test(name)).sort())
    given.push(lineOf(item.text(key), /html/.test(key)))
  const lines = given.filter((line) => line !== '')
  const [first = '', ...others] = lines
  for (const other of others) if (wordsOf(other) !== wordsOf(first)) losses.add('otherDescriptions', other)
  return first
}

/** Returns a text on one line. Values are plain text unless `html` is set. */
function lineOf(value: string, html = false): string {
  if (!html) return value.replace(/\s+/g, ' ').trim()
  const page = parseHtml(value, importsText('importNinjs.line'))
  return bodyOfMarkup(firstIn(page, ({ name }) => name === 'body') ?? page, new LossCollector())
    .body.map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
}

function placeOf(item: NinjsItem, losses: LossCollector): string {
  const places = [...item.list('places'), ...item.list('place')].map((place) => ({
    name: place.text('name'),
    dateline: place.text('rel') === 'dateline',
  }))
  const located = item.text('located') || (places.find(({ dateline }) => dateline)?.name ?? '')
  for (const { name } of places) if (name !== located && name !== '') losses.add('places', name)
  return located
}

function fieldsOf(item: NinjsItem, losses: LossCollector): Partial<Fields> {
  const subjects: string[] = []
  const keywords = keywordsOf(item)
  for (const subject of [...item.list('subject'), ...item.list('subjects')]) {
    const code = ['uri', 'literal', 'code']
      .map((key) => mediaTopicFrom(subject.text(key)))
      .find((found) => found !== undefined)
    if (code !== undefined) subjects.push(code)
    else if (subject.text('rel') === 'keyword') keywords.push(subject.text('name', 'literal'))
    else
      losses.add(
        'otherSubjects',
        [subject.text('name'), subject.text('literal', 'code')].filter((part) => part !== '').join(' '),
      )
  }
  const status = item.text('pubstatus').toLowerCase()
  if (status !== '' && status !== 'usable') losses.add('publicationStatus', status)
  const urgency = Number(item.text('urgency'))
  const embargo = embargoFrom(item.text('embargoeduntil', 'embargoed'), losses)
  return {
    slug: item.text('slugline'),
    byline: bylines(item, losses),
    contributors: contributorsOf(item, losses),
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : undefined,
    subjects: [...new Set(subjects)],
    keywords: [...new Set(keywords)],
    ...withoutDeskLines(item.text('ednote'), embargo, losses),
    usageTerms: item.text('usageterms'),
    provider: providerOf(item, losses),
    copyrightLine: item.text('copyrightnotice'),
  } as Partial<Fields>
}

const keywordsOf = (item: NinjsItem): string[] => {
  const given = item.value('keywords')
  return (Array.isArray(given) ? given : typeof given === 'string' ? given.split(',') : [])
    .filter((word): word is string => typeof word === 'string')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function bylines(item: NinjsItem, losses: LossCollector): readonly Byline[] {
  const line = item.text('by', 'byline')
  // Superdesk lists authors separately, with a role.
  const authors = item
    .list('authors')
    .map((author) => author.text('name'))
    .filter((name) => name !== '')
  if (line === '') return authors.map((name) => ({ name }))
  const byline = bylineFrom(lineOf(line))
  for (const author of authors) if (!byline.some(({ name }) => sameName(name, author))) losses.add('authors', author)
  return byline
}

function contributorsOf(item: NinjsItem, losses: LossCollector): string {
  const people = [...item.list('people'), ...item.list('person')].map((person) => ({
    name: person.text('name'),
    contributes: person.text('rel') === 'contributor',
  }))
  for (const { name, contributes } of people) if (!contributes && name !== '') losses.add('people', name)
  return people
    .filter(({ contributes }) => contributes)
    .map(({ name }) => name)
    .join(', ')
}

function providerOf(item: NinjsItem, losses: LossCollector): string {
  const holder = item.text('copyrightholder', 'source')
  const sources = [...item.list('infosources'), ...item.list('infosource')]
    .map((source) => source.text('name'))
    .filter((name) => name !== '')
  const [first = ''] = sources
  const provider = holder || first
  for (const source of sources) if (source !== provider) losses.add('sources', source)
  return provider
}
