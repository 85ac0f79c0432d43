/** Everything in a document that somebody could read, for the leak scan. */
import * as Y from 'yjs'
import type { Copy } from '../../story/copy/copy'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'
import type { MarkedCopy } from '../../story/copy/suggestions/markedCopy'
import { isRecord } from '../../story/text/isRecord'
import { loadDoc } from '../createStoryDoc'
import { guardDocument } from '../guardDocument'
import { readCopy, readMarkedCopy } from './readStory'
import { rootOf, standingItems } from './yjsItems'

export interface DocumentTexts {
  readonly copy: Copy
  /** The copy with what is proposed. */
  readonly marked: MarkedCopy
  /**
   * All other strings by the name of their root type (documentSchema.ts): records, and names and attributes in the
   * copy.
   */
  readonly beside: ReadonlyMap<string, readonly string[]>
}

/**
 * `update`: v1, the whole state. Undefined for a document with something that this version does not know: nobody can
 * say what of it is words.
 */
export function documentTexts(update: Uint8Array): DocumentTexts | undefined {
  const doc = loadDoc([update])
  if (guardDocument(doc)) return undefined
  const beside = new Map<string, string[]>()
  for (const item of standingItems(doc)) {
    // Bytes and inner documents are no part of a story.
    if (item.content instanceof Y.ContentBinary || item.content instanceof Y.ContentDoc) return undefined
    const root = rootOf(item)
    const texts = beside.get(root) ?? []
    beside.set(root, texts)
    if (item.parentSub !== null) texts.push(item.parentSub)
    if (!isWordsOfCopy(item, root)) texts.push(...stringsIn(item.content))
  }
  return { copy: readCopy(doc), marked: readMarkedCopy(doc), beside }
}

const isWordsOfCopy = ({ parent, content }: Y.Item, root: string): boolean =>
  root === COPY_FRAGMENT && parent instanceof Y.XmlText && content instanceof Y.ContentString

function stringsIn(content: Y.Item['content']): readonly string[] {
  if (content instanceof Y.ContentString) return [content.str]
  if (content instanceof Y.ContentFormat) return [content.key, ...stringsOf(content.value)]
  // The names of elements are those of the schema: guardDocument.
  if (content instanceof Y.ContentType) return []
  return content.getContent().flatMap(stringsOf)
}

/** Every string in a value, names of fields too. */
export function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  return isRecord(value) ? Object.entries(value).flatMap(([name, item]) => [name, ...stringsOf(item)]) : []
}
