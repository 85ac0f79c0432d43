/** The content of a component of NewsML 1: blocks of copy, or the cutline of a picture. */
import { NO_PICTURE } from '../../../story/copy/picture'
import { grafsOf } from '../text/grafsOfLines'
import {
  childOf,
  childrenOf,
  elementsIn,
  firstIn,
  isElement,
  lineOfText,
  rawTextOf,
  type MarkupElement,
} from '../markup/tree/markupTree'
import { parseHtml } from '../markup/tree/parseHtml'
import type { ReadMarks } from '../markup/feed/ReadMarks'
import { bodyOfMarkup } from '../markup/feed/storyParts'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'
import { joinStyled, StyledText } from '../parts/blocks/StyledText'
import type { LossCollector } from '../parts/losses'

interface BlocksOfContent {
  readonly body: readonly FoundBlock[]
  readonly dateline: string
  readonly pictures?: ReadonlyMap<string, Uint8Array>
}

export function blocksOf(data: MarkupElement, losses: LossCollector, file: string): BlocksOfContent {
  const html = firstIn(data, ({ name }) => name === 'html')
  if (html) return bodyOfMarkup(childOf(html, 'body') ?? html, losses)
  if (childrenOf(data).length > 0) return bodyOfMarkup(firstIn(data, ({ name }) => name === 'body') ?? data, losses)
  const value = rawTextOf(data)
  if (/<\/?(?:p|br|div)\b/i.test(value)) {
    const page = parseHtml(value, file)
    return bodyOfMarkup(firstIn(page, ({ name }) => name === 'body') ?? page, losses)
  }
  return { body: grafsOf(value).map((text) => ({ role: 'paragraph', text, spans: [], depth: 0 })), dateline: '' }
}

/** Lines of a file that are listed unless they are read. */
export const LINES = new Set([
  'HeadLine',
  'SubHeadLine',
  'NewsLineText',
  'ByLine',
  'CreditLine',
  'CopyrightLine',
  'DateLine',
])

/** Returns the caption in a component of a picture as a cutline, with those who made it as credit. */
export function cutlineOf(
  component: MarkupElement,
  marks: ReadMarks,
  losses: LossCollector,
  file: string,
): readonly FoundBlock[] {
  const inside = [...elementsIn(component)]
  const captions = inside
    .filter(({ name }) => name === 'DataContent')
    .map((data) =>
      joinStyled(
        blocksOf(data, losses, file).body.map(({ text, spans }) => new StyledText(text, spans)),
        '\n',
      ),
    )
  const { text, spans } = joinStyled(captions, '\n').trimmed()
  const makers = inside.filter(({ name }) => name === 'ByLine' || name === 'CreditLine')
  const credits = new Set(makers.map(lineOfText).filter((credit) => credit !== ''))
  const rights = inside.find(({ name }) => name === 'CopyrightLine')
  for (const { name, children } of inside) if (name === 'ContentItem') marks.markAll(...children.filter(isElement))
  marks.markAll(...makers, rights)
  if (text === '' && credits.size === 0) return []
  const picture = { ...NO_PICTURE, credit: [...credits].join(' / '), rights: lineOfText(rights) }
  return [{ role: 'cutline', picture, text, spans, depth: 0 }]
}
