import { ImportError } from '../parts/importError'
import { grafsOf } from '../text/grafsOfLines'
import { LossCollector } from '../parts/losses'
import { firstIn } from '../markup/markupTree'
import { parseHtml } from '../markup/parseHtml'
import { bodyOfNitf } from '../nitf/bodyOfNitf'
import { parseXml } from '../markup/parseXml'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'
import { bodyOfMarkup, wordsOf } from '../markup/storyParts'
import type { NinjsItem } from './ninjsItem'

interface ReadBody {
  readonly body: readonly FoundBlock[]
  readonly dateline: string
  readonly pictures?: ReadonlyMap<string, Uint8Array>
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
  for (const other of others) {
    const again = readBody(other, file, new LossCollector())
    const missing = again.body.filter(({ text }) => !words.includes(wordsOf(text)))
    if (missing.length > 0 && missing.some(({ text }) => !words.includes(wordsOf(text.replace(/^[^—]*—/, '')))))
      losses.add('otherBodies', missing[0]?.text ?? '')
  }
  return read
}

function readBody({ kind, value }: Body, file: string, losses: LossCollector): ReadBody {
  if (kind === 'text')
    return { body: grafsOf(value).map((text) => ({ role: 'paragraph', text, spans: [], depth: 0 })), dateline: '' }
  if (kind === 'nitf') {
    const nitf = nitfIn(value, file)
    if (nitf) return { body: bodyOfNitf(nitf, losses), dateline: '' }
  }
  const page = parseHtml(value, file)
  return bodyOfMarkup(firstIn(page, ({ name }) => name === 'body') ?? page, losses)
}

/** NITF inside JSON is often only a fragment. */
function nitfIn(value: string, file: string) {
  try {
    const tree = parseXml(
      value.includes('<body.content') || value.includes('<nitf') ? value : `<body.content>${value}</body.content>`,
      file,
    )
    return firstIn(tree, ({ name }) => name === 'body.content') ?? tree
  } catch (error) {
    if (error instanceof ImportError) return undefined
    throw error
  }
}
