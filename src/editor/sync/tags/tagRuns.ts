import * as Y from 'yjs'
import { markNameOf } from '../../../document/markNames'
import { itemsIn } from '../../../document/reading/yjsItems'

/** A visible run of a text with tags, written by one client at once. */
export interface TagRun {
  /** Offset in its text. */
  readonly at: number
  readonly client: number
  readonly clock: number
  readonly length: number
  /** Formatting attribute → fact. */
  readonly tags: ReadonlyMap<string, string>
  readonly item: Y.Item
}

/** The tagged runs of a text, in order. */
export function tagRunsOf(text: Y.XmlText): TagRun[] {
  const runs: TagRun[] = []
  let tags: ReadonlyMap<string, string> = new Map()
  let at = 0
  for (const item of itemsIn(text)) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) tags = withFormat(tags, item.content.key, item.content.value)
    else if (item.countable) {
      if (tags.size > 0 && item.content instanceof Y.ContentString)
        runs.push({ at, client: item.id.client, clock: item.id.clock, length: item.length, tags, item })
      at += item.length
    }
  }
  return runs
}

function withFormat(tags: ReadonlyMap<string, string>, attribute: string, value: unknown): ReadonlyMap<string, string> {
  if (markNameOf(attribute) !== 'fact') return tags
  const next = new Map(tags)
  const id = (value as { readonly id?: unknown } | null)?.id
  if (typeof id === 'string') next.set(attribute, id)
  else next.delete(attribute)
  return next
}
