import type * as Y from 'yjs'
import { deleteInBlock, insertAt } from '../../../src/document/editStory'
import { readCopy, textElements } from '../../../src/document/reading/readStory'

/** Puts other words in the place of some. Letters at both ends that stay are not typed again. */
export function putWords(doc: Y.Doc, old: string, text = ''): void {
  const block = readCopy(doc).findIndex((one) => one.text.includes(old))
  const from = readCopy(doc)[block]?.text.indexOf(old) ?? 0
  const element = textElements(doc)[block]?.element
  if (!element) throw new Error(`no “${old}”`)
  let [start, end] = [0, 0]
  while (start < text.length && text[start] === old[start]) start++
  while (end < Math.min(old.length, text.length) - start && text.at(-1 - end) === old.at(-1 - end)) end++
  if (old.length > start + end) deleteInBlock(element, from + start, from + old.length - end)
  if (text.length > start + end) insertAt(element, from + start, text.slice(start, text.length - end), {})
}
