import { ImportError } from '../parts/importError'
import { grafsOf } from '../text/grafsOfLines'
import { LossCollector } from '../parts/losses'
import { firstIn, type MarkupElement } from '../markup/tree/markupTree'
import { parseHtml } from '../markup/tree/parseHtml'
import { partsOfNitf } from '../nitf/storyOfNitf'
import { parseXml } from '../markup/tree/parseXml'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'
import { bodyOfMarkup, wordsOf } from '../markup/feed/storyParts'
import { withInner, type Titled } from '../markup/feed/withInner'
import { defined } from '../../../story/text/defined'
import type { NinjsItem } from './ninjsItem'

interface ReadBody {
  readonly body: readonly FoundBlock[]
  readonly dateline: string
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  /** What a whole document in the body says besides the copy. */
  readonly inner?: Titled
}
interface Body {
  readonly kind: 'html' | 'nitf' | 'text'
  readonly value: string
}

/**
 * The body of an item, from its HTML, else its NITF, else its plain text. Lists what only another of its bodies has.
 */
export function bodyOf(item: NinjsItem, file: string, losses: LossCollector): ReadBody {
  const found: Body[] = item.list('bodies').map((body) => {
    const about = `${body.text('contenttype')} ${body.text('role')}`
    const value = body.text('value')
    return {
      kind: /nitf/i.test(about)
        ? 'nitf'
        : /html/i.test(about) || (!/plain/i.test(about) && /<\/?(?:p|br|div)\b/i.test(value))
          ? 'html'
          : 'text',
      value,
    }
  })
  for (const key of item.keys.filter((name) => /^body(?:_|$)/.test(name))) {
    const value = item.text(key)
    found.push({
      kind: /nitf/.test(key) ? 'nitf' : /html/.test(key) || /<\/?(?:p|br|div)\b/i.test(value) ? 'html' : 'text',
      value,
    })
  }
  const order = ['html', 'nitf', 'text']
  const bodies = found.filter(({ value }) => value !== '').sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const [first, ...others] = bodies
  if (!first) return { body: [], dateline: '' }
  const read = readBody(first, file, losses)
  const words = wordsOf(
    [read.dateline, ...read.body.map(({ text, picture }) => `${text} ${picture?.credit ?? ''}`)].join(' '),
  )
  let { inner } = read
  for (const other of others) {
    const again = readBody(other, file, new LossCollector())
    if (again.inner) inner = inner ? withInner(inner, again.inner, losses) : again.inner
    const missing = again.body.filter(({ text }) => !words.includes(wordsOf(text)))
    if (missing.length > 0 && missing.some(({ text }) => !words.includes(wordsOf(text.replace(/^[^—]*—/, '')))))
      losses.add('otherBodies', missing[0]?.text ?? '')
  }
  return { ...read, ...defined({ inner }) }
}

function readBody({ kind, value }: Body, file: string, losses: LossCollector): ReadBody {
  if (kind === 'text')
    return { body: grafsOf(value).map((text) => ({ role: 'paragraph', text, spans: [], depth: 0 })), dateline: '' }
  if (kind === 'nitf') {
    const nitf = nitfIn(value, file)
    if (nitf) {
      const { body, pictures, ...inner } = partsOfNitf(nitf, losses)
      return { body, dateline: '', inner, ...defined({ pictures }) }
    }
  }
  const page = parseHtml(value, file)
  return bodyOfMarkup(firstIn(page, ({ name }) => name === 'body') ?? page, losses)
}

/** NITF inside JSON is often only a fragment. */
function nitfIn(value: string, file: string): MarkupElement | undefined {
  try {
    const tree = parseXml(
      value.includes('<body.content') || value.includes('<nitf') ? value : `<body.content>${value}</body.content>`,
      file,
    )
    const found = (wanted: string): MarkupElement | undefined => firstIn(tree, ({ name }) => name === wanted)
    const part = found('body') ?? found('body.content') ?? tree
    return found('nitf') ?? { name: 'nitf', attributes: {}, children: [part] }
  } catch (error) {
    if (error instanceof ImportError) return undefined
    throw error
  }
}
