import { isRightToLeft } from '../../src/exchange/export/parts/rightToLeft'
import type { WriterInput } from '../../src/exchange/export/writers'
import { correctionLine } from '../../src/projection/published/publicCorrection'
import type { Block } from '../../src/story/copy/copy'
import type { Fields } from '../../src/story/ledger/fields'

export interface PageBlock {
  readonly text: string
  readonly rightToLeft: boolean
  readonly listItem?: boolean
  readonly styledInside?: readonly string[]
}

/**
 * Returns what the printed page of a story must say, block by block. Read from the story itself, not from the output
 * of writers.
 */
export function pageBlocks({ story, draft = false, dates }: WriterInput): readonly PageBlock[] {
  const { fields, copy } = story
  const said = /^ko\b/iu.test(fields.language) ? KOREAN : ENGLISH
  const killed = dates.killReason !== undefined
  const [headline, deck] = (['headline', 'deck'] as const).map((role) =>
    copy.find((block) => block.role === role && shows(block)),
  )
  const body = killed ? [] : copy.filter((block) => block !== headline && block !== deck)
  const first = body.find((block) => block.role === 'paragraph' && shows(block))
  const { place, date } = fields.dateline
  const lead =
    trimmed(place) === ''
      ? ''
      : `${trimmed(place).replace(/^[^,،、，(（]*/u, (city) => city.toUpperCase())}${trimmed(date) === '' ? '' : `, ${trimmed(date)}`} — `
  const lines: readonly (string | Block | undefined)[] = [
    draft ? said.draft : '',
    headline,
    deck,
    bylineOf(fields),
    killed ? said.withdrawn : '',
    dates.killReason ?? '',
    ...body,
    ...(killed ? [] : [...(dates.earlierCorrections ?? []), ...(dates.correction ? [dates.correction] : [])]).map(
      (correction) => correctionLine(correction, fields.language),
    ),
    fields.contributors,
    fields.copyrightLine,
  ]
  return lines.flatMap((line): PageBlock[] => {
    if (line === undefined) return []
    const text = typeof line === 'string' ? line : `${line === first ? lead : ''}${line.text} ${creditOf(line)}`
    return [
      {
        text,
        rightToLeft: isRightToLeft(fields.language) || /[\p{Script=Arabic}\p{Script=Hebrew}\u200f]/u.test(text),
        ...(typeof line === 'string'
          ? {}
          : { ...(line.role === 'listItem' ? { listItem: true } : {}), styledInside: styledInside(line) }),
      },
    ]
  })
}

/** What Stet says on a page, in the language of the story. */
const ENGLISH = { draft: 'DRAFT. Not for publication.', withdrawn: 'This story has been withdrawn.' }
const KOREAN = { draft: '초고. 보도용이 아님.', withdrawn: '이 기사는 철회됐습니다.' }

function bylineOf({ byline, language }: Fields): string {
  const people = byline
    .map(({ name, role = '' }) => [name, role].map(trimmed))
    .flatMap(([name = '', role = '']) => (name === '' ? [] : [role === '' ? name : `${name} (${role})`]))
  if (people.length === 0 || !/^en\b/i.test(language)) return people.join(', ')
  const [last = '', ...others] = people.toReversed()
  return `By ${others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`}`
}

/** Right-to-left words with several styles. */
function styledInside({ text, spans }: Block): readonly string[] {
  const edges = spans
    .filter(({ mark }) => mark === 'bold' || mark === 'italic' || mark === 'link')
    .flatMap(({ from, to }) => [from, to])
  return [...text.matchAll(/[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]+/gu)]
    .filter(({ 0: word, index }) => edges.some((edge) => edge > index && edge < index + word.length))
    .map(([word]) => word)
}

/** Soft hyphens never leave. */
const trimmed = (text: string): string => text.replaceAll('\u00ad', '').trim()
const shows = ({ text }: Block): boolean => trimmed(text) !== ''
const creditOf = ({ text, picture }: Block): string =>
  picture === undefined || trimmed(picture.credit) === ''
    ? ''
    : trimmed(text) === ''
      ? trimmed(picture.credit)
      : `(${trimmed(picture.credit)})`
