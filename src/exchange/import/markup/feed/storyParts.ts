import type { Block } from '../../../../story/copy/copy'
import type { Dateline, Fields } from '../../../../story/ledger/fields'
import { copyBelowDesk } from '../../parts/blocks/copyBelowDesk'
import { datelineOnce } from '../../parts/fields/datelineOnce'
import { deskMatterBeside } from '../../parts/fields/deskLinesInNote'
import { datelineFrom } from '../../parts/fields/readDateline'
import { defined } from '../../../../story/text/defined'
import { namesEmbargo, namesWhen } from '../../../../story/text/lines/embargoLine'
import { detectLanguage } from '../../parts/detectLanguage'
import { withoutDraftMark } from '../../parts/blocks/draftMark'
import type { ImportedStory } from '../../parts/importedStory'
import type { LossCollector } from '../../parts/losses'
import { MarkupReader } from '../MarkupReader'
import { elementsIn, lineOfText, type MarkupElement } from '../tree/markupTree'
import { withRaisedFigures } from '../withRaisedFigures'
import { bodyBlocks, type FoundBlock } from '../../parts/blocks/partsOfCopy'

/** The parts of a story that the reader of a feed found. */
export interface StoryParts {
  readonly headline: string
  /** The subheadline, or a summary, which becomes the deck unless the body repeats it. */
  readonly deck: string
  readonly summary: string
  readonly body: readonly FoundBlock[]
  readonly language: string
  readonly fields: Partial<Fields>
  /** Bytes of embedded pictures, by their hash. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
}

/** Whether terms of use hold copy back. “Use permitted until 2027-12-31; not for broadcast” does not. */
function holdBack(terms: string): boolean {
  const withTime = terms.replace(EXPIRES, ' ').split(SENTENCES).filter(namesWhen)
  return withTime.some(namesEmbargo) || (withTime.length > 0 && EMBARGO.test(terms))
}
/** Until when a licence is good. */
const EXPIRES = /(?<!\p{L})not\sfor\s\p{L}{1,20}\safter(?!\p{L})/giu
/** Not behind “Dec.”, “a.m.” and the days of dates. */
const SENTENCES = /(?<=;|\p{Ll}{4}\.|Z\.)\s+/u
const EMBARGO = /embarg|sperrfrist|엠바고|보도\s?(?:시점|유예|일시)/iu

/** Returns the story of a feed item, or undefined if it has no text. */
export function storyOfParts(
  { headline, deck, summary, body: given, language, fields, pictures }: StoryParts,
  losses: LossCollector,
): ImportedStory | undefined {
  const { dateline, ...others } = fields
  const desk = deskMatterBeside(fields, losses)
  // “Embargoed until …” may stand among the terms of use. Where the ed note says it too, it was read there.
  const { usageTerms = '' } = fields
  const isNoted = fields.edNote?.includes(usageTerms) ?? false
  if (!isNoted && holdBack(usageTerms)) desk.note(usageTerms)
  const copy = copyBelowDesk(withoutDraftMark(given, losses), desk, losses)
  const held = desk.fields()
  const edNote = [fields.edNote ?? '', held.edNote ?? ''].filter((note) => note !== '').join('\n')
  const once = datelineOnce(dateline, copy, losses)
  const found = once.body
  // Some systems repeat the headline as the first heading of the body.
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
    fields: withoutEmpty({ ...others, ...held, edNote, ...defined({ dateline: once.dateline }) }),
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

/** Reads the body of HTML or a similar vocabulary, and its marked dateline. `given` is the body itself. */
export function bodyOfMarkup(
  given: MarkupElement,
  losses: LossCollector,
): { readonly body: FoundBlock[]; readonly dateline: string; readonly pictures: ReadonlyMap<string, Uint8Array> } {
  const root = withRaisedFigures(given)
  const skipped = new Set<MarkupElement>()
  let dateline = ''
  for (const element of elementsIn(root)) {
    const line = /(?:^|\s)dateline(?:\s|$)/.test(element.attributes['class'] ?? '') ? lineOfText(element) : ''
    if (dateline !== '' || line === '' || line.length > 100) continue
    dateline = line
    skipped.add(element)
  }
  const reader = new MarkupReader(losses, { skipped })
  reader.readInside(root)
  return { body: reader.finish(), dateline, pictures: reader.pictures }
}

/** Returns the dateline of a feed: the one marked in the body or the header, else its place. */
export const datelineOf = (marked: string, place: string): Dateline | undefined =>
  marked !== '' ? datelineFrom(marked, place) : place !== '' ? { place, date: '' } : undefined
