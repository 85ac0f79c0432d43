import { importsText } from '../../../catalogue/rooms/imports'
import { decodeText } from '../parts/decodeText'
import type { ImportedStory, ReadFile } from '../parts/importedStory'
import { ImportError } from '../parts/importError'
import { LossCollector } from '../parts/losses'
import { withInner } from '../markup/feed/withInner'
import { datelineOf, storyOfParts } from '../markup/feed/storyParts'
import { isRecord } from '../../../story/text/isRecord'
import { bodyOf } from './bodyOfNinjs'
import { fieldsOf, placeOf } from './fieldsOfNinjs'
import { NinjsItem, type JsonObject } from './ninjsItem'
import { headlinesOf, summaryOf } from './titlesOfNinjs'
import { defined } from '../../../story/text/defined'

/** Types of items that are never stories. A caption is not a story. */
const NO_STORY = ['picture', 'graphic', 'audio', 'video'] as const

/**
 * Imports ninjs 1.0 to 3.1 (IPTC), valid or not, and the variant of Superdesk (`guid`, subjects as `{code, name,
 * scheme}`). Each item of a list, or of an object that holds one, gives a story. Items that are attached to it are
 * listed as losses.
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
  const read = bodyOf(item, file, losses)
  const titles = { ...headlinesOf(item, losses), summary: summaryOf(item, losses), language: item.text('language') }
  // An alert is a headline only. An item with a body stays a story, whatever its genre.
  const kind = read.body.length === 0 && item.isAlert ? ('alert' as const) : undefined
  const dateline = datelineOf(read.dateline, placeOf(item, losses))
  const own = { ...titles, fields: { ...fieldsOf(item, losses), ...defined({ kind, dateline }) } }
  const said = read.inner ? withInner(own, read.inner, losses) : own
  if (
    read.body.length === 0 &&
    (type === 'event' || type === 'planning' || (said.headline === '' && said.summary === ''))
  ) {
    return addOther(type === '' ? importsText('holds.emptyItem') : importsText('holds.itemOfType', { type }))
  }
  const attached = item.list('associations')
  for (const other of attached) losses.add('attachedItems', captionOf(other))
  item.listUnread(losses)
  const story = storyOfParts({ ...said, body: read.body, ...defined({ pictures: read.pictures }) }, losses)
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
