import { importsText } from '../../../catalogue/rooms/imports'
import { firstIn } from '../markup/tree/markupTree'
import { parseHtml } from '../markup/tree/parseHtml'
import { bodyOfMarkup } from '../markup/feed/storyParts'
import { LossCollector } from '../parts/losses'

/** Returns a text on one line. Values are plain text unless `html` is set. */
export function lineOf(value: string, html = false): string {
  if (!html) return value.replace(/\s+/g, ' ').trim()
  const page = parseHtml(value, importsText('importNinjs.line'))
  return bodyOfMarkup(firstIn(page, ({ name }) => name === 'body') ?? page, new LossCollector())
    .body.map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
}
