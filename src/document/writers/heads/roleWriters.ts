/**
 * Who made a block what it is: an item of a list, its level, the header of a column. Such a change writes no word and
 * yet says what belongs to what. The maker of a block wrote its words or moved them, so that only changes count.
 */
import type * as Y from 'yjs'
import { elementsNow } from '../elementsNow'
import { TELLING, valuesOf, type Setting } from './shapes'

const known = new WeakMap<readonly Y.XmlElement[], Map<Y.XmlElement, readonly string[]>>()

/** Names of those who last changed what these elements are. Those who changed it back did not. */
export function roleWriters(doc: Y.Doc, elements: Iterable<Y.XmlElement>): ReadonlySet<string> {
  const now = elementsNow(doc)
  const kept = known.get(now) ?? new Map<Y.XmlElement, readonly string[]>()
  known.set(now, kept)
  const writers = new Set<string>()
  for (const element of elements) {
    const before = kept.get(element)
    const names = before ?? TELLING.flatMap((name) => lastChangeOf(valuesOf(doc, element, name)) ?? [])
    if (!before) kept.set(element, names)
    for (const name of names) writers.add(name)
  }
  return writers
}

/** `values`: the newest first. */
function lastChangeOf(values: readonly Setting[]): string | undefined {
  const [now] = values
  let by: string | undefined
  for (const { by: setter, value } of values) {
    // All that one person set in a row is one change.
    if (by !== undefined && setter !== by && value !== now?.value) return by
    by = setter
  }
  return values.at(-1)?.value === now?.value ? undefined : by
}
