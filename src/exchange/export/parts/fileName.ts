import { exportsText } from '../../../catalogue/rooms/exports'
import { lineOf, type Audience, type PublishedStory } from '../../../projection/published/publishedStory'
import { fillPattern } from '../../../story/desk/exportProfile'
import { instant } from '../../../story/text/format/instant'
import { beginsWithLetter, endsWithLetter, lettersIn, placesOf } from '../../../story/text/words/words'
import { runsAt } from './embargo'
import { projected } from './projected'
import type { WriterInput } from './writer'

/**
 * Returns a name like "busan-summit-v2-EMBARGOED-DRAFT.json". Wire names use the slug, public ones the headline,
 * because a slug is desk matter. Keeps letters of all scripts, and drops what a file system or a shell could misread.
 */
export function fileNameOf(input: WriterInput, audience: Audience, ending: string, suffix = ''): string {
  const published = projected(input, audience)
  return [
    input.fileNamePattern === undefined ? ownStem(published) : patternStem(input.fileNamePattern, published, input.now),
    suffix === '' ? '' : `-${suffix}`,
    published.pubStatus === 'canceled' ? `-${fileWord('kill')}` : '',
    // Asks the story, not the projection: a draft of an embargoed story may leave in a format that has no embargo
    // field. A kill has no embargo.
    published.pubStatus !== 'canceled' && runsAt(instant(input.story.fields.embargo) ?? '', input.now)
      ? `-${fileWord('embargoed')}`
      : '',
    published.draft ? `-${fileWord('draft')}` : '',
    ending,
  ].join('')
}

type FileWord =
  | 'kill'
  | 'embargoed'
  | 'draft'
  | 'story'
  | 'factSheet'
  | 'internal'
  | 'internalFactSheet'
  | 'facts'
  | 'internalFacts'

/** Returns a word of a file name. Always English: scripts look for the marks, and `withMarks` compares two names. */
export const fileWord = (word: FileWord): string => exportsText(`fileName.${word}`, {}, 'en')

const stemOf = ({ fields, blocks }: PublishedStory): string =>
  storyStem(fields.wire?.slug ?? '', lineOf(blocks, 'headline'))

/** The name of a story's files: its slug, or else its headline. */
export const storyStem = (slug: string, headline: string): string =>
  fileStem(slug) || fileStem(headline) || fileWord('story')

const ownStem = (story: PublishedStory): string => `${stemOf(story)}${story.version > 1 ? `-v${story.version}` : ''}`

/** Longest name in bytes, without marks and extension. File systems take 255. */
const LONGEST_STEM = 180

/**
 * Fills a pattern of a profile. {slug} is the headline where the slug may not leave; {date} is the day of the export
 * in UTC.
 */
function patternStem(pattern: string, story: PublishedStory, now: string): string {
  const filled = fillPattern(pattern, {
    slug: stemOf(story),
    headline: fileStem(lineOf(story.blocks, 'headline')) || fileWord('story'),
    date: now.slice(0, 10),
    version: `v${story.version}`,
    language: fileStem(story.fields.language),
  })
  let stem = ''
  for (const letter of filled) {
    if (Buffer.byteLength(stem + letter) > LONGEST_STEM) break
    stem += letter
  }
  return stem === '' || RESERVED.test(stem.toLowerCase()) ? `${stem}${fileWord('story')}` : stem
}

/**
 * Adds the marks of the format's own name that a chosen name lacks: "busan.txt" becomes "busan-EMBARGOED-DRAFT.txt". No
 * export loses them under another name.
 */
export const withMarks = (chosen: string, own: string): string => withMarksOf(marks(), chosen, own)

/** `withMarks` for the mark EMBARGOED alone. */
export const withEmbargoMark = (chosen: string, own: string): string =>
  withMarksOf([fileWord('embargoed')], chosen, own)

/** The marks of the format's own name that a chosen name lacks, such as DRAFT. */
export const marksMissing = (chosen: string, own: string): readonly string[] => missingOf(marks(), chosen, own)

const missingOf = (known: readonly string[], chosen: string, own: string): readonly string[] =>
  known.filter((mark) => carries(own, mark) && !carries(chosen, mark))

function withMarksOf(known: readonly string[], chosen: string, own: string): string {
  const missing = missingOf(known, chosen, own)
  const dot = chosen.lastIndexOf('.')
  const end = dot > 0 ? dot : chosen.length
  return [chosen.slice(0, end), ...missing.map((mark) => `-${mark}`), chosen.slice(end)].join('')
}

const marks = (): readonly string[] => [fileWord('kill'), fileWord('embargoed'), fileWord('draft')]

/** Finds a mark as a separate word in capitals. A slug has no capitals. */
const carries = (name: string, mark: string): boolean =>
  placesOf(mark, name, (before, after) => !endsWithLetter(before) && !beginsWithLetter(after)).length > 0

/** Takes at most 60 letters: with its marks a name stays under 255 bytes in every script. */
function fileStem(text: string): string {
  const words = lettersIn(text.normalize('NFC').toLowerCase().replace(/['’]/g, ''))
  let stem = ''
  for (const word of words) {
    const next = stem === '' ? [...word].slice(0, 60).join('') : `${stem}-${word}`
    if ([...next].length > 60) break
    stem = next
  }
  return RESERVED.test(stem) ? `${stem}-${fileWord('story')}` : stem
}

/** Windows reserves these names for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/
