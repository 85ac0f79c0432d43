import { isRecord } from '../../../story/text/isRecord'
import type { LossCollector, LossName } from '../parts/losses'

export type JsonObject = { readonly [key: string]: unknown }

/** Values that identify the item in its own system. The imported story gets new ones. */
const IDENTITY = new Set([
  'uri',
  'guid',
  'version',
  'firstcreated',
  'versioncreated',
  'contentcreated',
  'standard',
  '$standard',
  'altids',
  'etag',
  'ttl',
  'expires',
  'service',
  'products',
  'evolvedfrom',
  'originals',
  'profile',
  'representationtype',
  'mimetype',
  'genre',
  'genres',
  'priority',
  'editor',
  'authors_id',
  'charcount',
  'wordcount',
  'readtime',
  'annotations',
])
const LABELS: Readonly<Record<string, LossName>> = {
  person: 'people',
  people: 'people',
  organisation: 'organisations',
  organisations: 'organisations',
  place: 'places',
  places: 'places',
  event: 'events',
  events: 'events',
  object: 'objects',
  objects: 'objects',
  renditions: 'renditions',
  associations: 'attachedItems',
  infosource: 'sources',
  infosources: 'sources',
  embargoed: 'embargo',
  embargoeduntil: 'embargo',
  trustindicator: 'trustIndicators',
  trustindicators: 'trustIndicators',
}

/**
 * The properties of an item, by name in lower case (2.x writes them so, 3.x in camel case). Lists unread ones as
 * losses.
 */
export class NinjsItem {
  readonly #values = new Map<string, unknown>()
  readonly #read = new Set<string>()

  constructor(item: JsonObject) {
    for (const [key, value] of Object.entries(item))
      if (value !== null && value !== undefined) this.#values.set(key.toLowerCase(), value)
  }

  has(key: string): boolean {
    return this.#values.has(key)
  }

  get keys(): readonly string[] {
    return [...this.#values.keys()]
  }

  /** Returns the first non-empty text of these keys, trimmed. Keys with a different text stay unread. */
  text(...keys: readonly string[]): string {
    let found = ''
    for (const key of keys) {
      const value = this.#values.get(key)
      if (typeof value !== 'string' && typeof value !== 'number') continue
      const text = String(value).trim()
      if (found === '') found = text
      if (text === found) this.#read.add(key)
    }
    return found
  }

  /**
   * Returns the objects of a list. A single object counts as a list, and so does a map of objects (associations in
   * 1.x), each with its name. A string counts as an object with that name and value. A list with anything else stays
   * unread.
   */
  list(key: string): readonly NinjsItem[] {
    const value = this.#values.get(key)
    const objects = entriesOf(value).map((entry) => (typeof entry === 'string' ? { name: entry, value: entry } : entry))
    if (objects.every(isRecord)) this.#read.add(key)
    return objects.filter(isRecord).map((entry) => new NinjsItem(entry))
  }

  /** Marks keys as read, so that they are not listed. */
  pass(...keys: readonly string[]): void {
    for (const key of keys) this.#read.add(key)
  }

  /** Whether the only genre is the one by which our exports mark an alert. Other genres stay unread. */
  get isAlert(): boolean {
    const genres = this.#values.get('genres')
    const [first, ...others] = Array.isArray(genres) ? (genres as readonly unknown[]) : []
    const isAlert = others.length === 0 && isRecord(first) && first['literal'] === 'alert'
    if (isAlert) this.#read.add('genres')
    return isAlert
  }

  listUnread(losses: LossCollector): void {
    for (const [key, value] of this.#values) {
      if (this.#read.has(key)) continue
      const entries = (
        Array.isArray(value) ? value : isRecord(value) && key !== 'standard' ? Object.values(value) : [value]
      )
        .map(exampleOf)
        .filter((example) => example !== '')
      const [first] = entries
      // The file chooses its keys, so one may be "constructor".
      const label = Object.hasOwn(LABELS, key) ? LABELS[key] : undefined
      if (first !== undefined)
        losses.add(
          IDENTITY.has(key) ? 'identifiers' : (label ?? ['unknownNinjs', key]),
          `${key}: ${first}`,
          label === undefined ? 1 : entries.length,
        )
    }
  }
}

function entriesOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value.filter((entry) => entry !== null)
  if (!isRecord(value)) return [value]
  const entries = Object.entries(value).filter(([, entry]) => entry !== null)
  return entries.every(([, entry]) => isRecord(entry))
    ? entries.map(([name, entry]) => ({ name, ...(entry as JsonObject) }))
    : [value]
}

function exampleOf(value: unknown): string {
  if (isRecord(value))
    return (
      ['name', 'value', 'headline', 'title', 'href', 'uri', 'code']
        .map((key) => (typeof value[key] === 'string' ? value[key] : ''))
        .find((text) => text !== '') ?? (Object.keys(value).length > 0 ? JSON.stringify(value).slice(0, 400) : '')
    )
  return typeof value === 'string'
    ? value.trim()
    : value === null || value === undefined
      ? ''
      : JSON.stringify(value).slice(0, 400)
}
