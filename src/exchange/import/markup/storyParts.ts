import type { Block } from '../../../story/copy/copy'
import type { Fields } from '../../../story/ledger/fields'
import { datelineFrom } from '../parts/readDateline'
import { detectLanguage } from '../parts/detectLanguage'
import type { ImportedStory } from '../parts/importedStory'
import type { LossCollector } from '../parts/losses'
import { MarkupReader, type MarkupDialect } from './MarkupReader'
import { elementsIn, lineOfText, type MarkupElement } from './markupTree'
import { bodyBlocks, type FoundBlock } from '../parts/partsOfCopy'

/** What a feed's reader found, before it becomes a story. */
export interface StoryParts {
  readonly headline: string
  /** Subheadline; or a summary, which becomes the deck unless the body says the same. */
  readonly deck: string
  readonly summary: string
  readonly body: readonly FoundBlock[]
  readonly language: string
  readonly fields: Partial<Fields>
  /** Bytes of the pictures inside the file, by their hash. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
}

/** The story of a feed's item, or undefined when there is not a word in it. */
export function storyOfParts(
  { headline, deck, summary, body: found, language, fields, pictures }: StoryParts,
  losses: LossCollector,
): ImportedStory | undefined {
  // Some systems write the headline as the body's first heading, too.
  const body = found[0] && found[0].depth > 0 && wordsOf(found[0].text) === wordsOf(headline) ? found.slice(1) : found
  const repeated = summary !== '' && wordsOf(body.map(({ text }) => text).join(' ')).includes(wordsOf(summary))
  const standing = deck !== '' || repeated || summary === headline ? deck : summary
  if (deck !== '' && summary !== '' && !repeated && summary !== deck && summary !== headline)
    losses.add('summary', summary)
  const blocks: Block[] = [...part('headline', headline), ...part('deck', standing), ...bodyBlocks(body)]
  if (blocks.length === 0) return undefined
  return {
    blocks,
    losses: losses.list(),
    language: language || detectLanguage(blocks.map(({ text }) => text).join('\n')),
    fields: withoutEmpty(fields),
    ...(pictures && pictures.size > 0 ? { pictures } : {}),
  }
}

const part = (role: 'headline' | 'deck', text: string): Block[] => (text === '' ? [] : [{ role, text, spans: [] }])
export const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

const withoutEmpty = (fields: Partial<Fields>): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )

/** Body of HTML or a vocabulary like it, its marked dateline apart. `root` itself is the body. */
export function bodyOfMarkup(
  root: MarkupElement,
  losses: LossCollector,
  dialect: MarkupDialect = {},
): { readonly body: FoundBlock[]; readonly dateline: string; readonly pictures: ReadonlyMap<string, Uint8Array> } {
  const taken = new Set(dialect.taken)
  let dateline = ''
  for (const element of elementsIn(root)) {
    const line = /(?:^|\s)dateline(?:\s|$)/.test(element.attributes['class'] ?? '') ? lineOfText(element) : ''
    if (dateline !== '' || line === '' || line.length > 100) continue
    dateline = line
    taken.add(element)
  }
  const reader = new MarkupReader(losses, { ...dialect, taken })
  reader.readInside(root)
  return { body: reader.finish(), dateline, pictures: reader.pictures }
}

/** Copy that opens with its dateline, as wires write it: "BUSAN, South Korea (AP) -- ". */
export const opensWithDateline = (body: readonly FoundBlock[]): boolean =>
  /^[\p{Lu}\p{M}\s.'’-]{3,40}(?:[,(][^—–]{0,60}?)?\s*(?:[—–]|--)\s/u.test(body[0]?.text ?? '')

/** The dateline field: what the body marks as such, else the place the feed gives, unless the copy opens with one. */
export const datelineField = (marked: string, place: string, body: readonly FoundBlock[]): Partial<Fields> =>
  marked !== ''
    ? { dateline: datelineFrom(marked, place) }
    : place !== '' && !opensWithDateline(body)
      ? { dateline: { place, date: '' } }
      : {}
