/**
 * Who made a block what it is: an item of a list, its level, the header of a column. Such a change writes no word and
 * yet says what belongs to what. The maker of a block wrote its words or moved them, so that only changes count.
 */
import type * as Y from 'yjs'
import { settingsOf } from '../yjsItems'
import { nameOf } from './hands'

const TELLING = ['role', 'level', 'header']

/** Names of those who last changed what these elements are. Whoever changed it and changed it back did not. */
export function roleWriters(doc: Y.Doc, elements: Iterable<Y.XmlElement>): ReadonlySet<string> {
  const writers = new Set<string>()
  for (const element of elements)
    for (const name of TELLING) {
      const by = lastChangeOf(doc, element, name)
      if (by !== undefined) writers.add(by)
    }
  return writers
}

function lastChangeOf(doc: Y.Doc, element: Y.XmlElement, name: string): string | undefined {
  const settings = settingsOf(element, name)
  const [now] = settings
  let by: string | undefined
  for (const { client, value } of settings) {
    const setter = nameOf(doc, client)
    // All that one person set in a row is one change.
    if (by !== undefined && setter !== by && String(value) !== String(now?.value)) return by
    by = setter
  }
  return String(settings.at(-1)?.value) === String(now?.value) ? undefined : by
}
