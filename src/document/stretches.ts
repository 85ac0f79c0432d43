import * as Y from 'yjs'

/** Words with one formatting, or what is no words. */
export interface Stretch {
  readonly insert?: unknown
  /** Absent: none. */
  readonly attributes?: Readonly<Record<string, unknown>>
}

/**
 * What `text.toDelta()` answers, item by item and without a transaction of its own: Yjs takes three times as long for it, for each block of
 * each story that is opened.
 */
export function stretchesOf(text: Y.XmlText): readonly Stretch[] {
  const stretches: Stretch[] = []
  const current = new Map<string, unknown>()
  let words = ''
  const put = (insert: unknown): void => {
    stretches.push(current.size === 0 ? { insert } : { insert, attributes: Object.fromEntries(current) })
  }
  const putWords = (): void => {
    if (words !== '') put(words)
    words = ''
  }
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentString) words += content.str
    else if (content instanceof Y.ContentFormat) {
      putWords()
      if (content.value === null) current.delete(content.key)
      else current.set(content.key, content.value)
    } else {
      putWords()
      for (const insert of content.getContent()) put(insert)
    }
  }
  putWords()
  return stretches
}
