import { lineOf, type Audience, type PublishedStory } from '../../../projection/published/publishedStory'
import { fillPattern } from '../../../story/desk/exportProfile'
import { beginsWithLetter, endsWithLetter, lettersIn, placesOf } from '../../../story/text/words'
import { runsAt } from './embargo'
import { projected } from './projected'
import type { WriterInput } from './writer'

/**
 * "busan-summit-v2-EMBARGOED-DRAFT.json". Wire names follow the slug, public ones the headline: a slug is desk matter.
 * Letters of all scripts stay; nothing that a file system or a shell could take amiss does.
 */
export function fileNameOf(input: WriterInput, audience: Audience, ending: string, suffix = ''): string {
  const published = projected(input, audience)
  return [
    input.fileNamePattern === undefined ? ownStem(published) : patternStem(input.fileNamePattern, published, input.now),
    suffix,
    published.pubStatus === 'canceled' ? '-KILL' : '',
    // Of the story, not of the projection: a draft of an embargoed story may leave in formats that know no embargo.
    runsAt(input.story.fields.embargo, input.now) ? '-EMBARGOED' : '',
    published.draft ? '-DRAFT' : '',
    ending,
  ].join('')
}

const stemOf = ({ fields, blocks }: PublishedStory): string =>
  fileStem(fields.wire?.slug ?? '') || fileStem(lineOf(blocks, 'headline')) || 'story'

const ownStem = (story: PublishedStory): string => `${stemOf(story)}${story.version > 1 ? `-v${story.version}` : ''}`

/** Bytes of a name without its marks and ending; file systems take 255. */
const LONGEST_STEM = 180

/** The words of a preset's pattern: {slug} is the headline where the slug may not leave, {date} the day of the export in UTC. */
function patternStem(pattern: string, story: PublishedStory, now: string): string {
  const filled = fillPattern(pattern, {
    slug: stemOf(story),
    headline: fileStem(lineOf(story.blocks, 'headline')) || 'story',
    date: now.slice(0, 10),
    version: `v${story.version}`,
    language: fileStem(story.fields.language),
  })
  let stem = ''
  for (const letter of filled) {
    if (Buffer.byteLength(stem + letter) > LONGEST_STEM) break
    stem += letter
  }
  return stem === '' || RESERVED.test(stem.toLowerCase()) ? `${stem}story` : stem
}

/**
 * A name that a person chose, with the marks that the format's own name carries and it lacks: "busan.txt" becomes
 * "busan-EMBARGOED-DRAFT.txt". No export loses them by being saved under another name.
 */
export function withMarks(chosen: string, own: string): string {
  const missing = MARKS.filter((mark) => carries(own, mark) && !carries(chosen, mark))
  const dot = chosen.lastIndexOf('.')
  const end = dot > 0 ? dot : chosen.length
  return [chosen.slice(0, end), ...missing.map((mark) => `-${mark}`), chosen.slice(end)].join('')
}

const MARKS = ['KILL', 'EMBARGOED', 'DRAFT'] as const

/** As a word of its own, in capitals: a slug has none. */
const carries = (name: string, mark: string): boolean =>
  placesOf(mark, name, (before, after) => !endsWithLetter(before) && !beginsWithLetter(after)).length > 0

/** At most 60 letters, so that the name with its marks stays under 255 bytes in every script. */
function fileStem(text: string): string {
  const words = lettersIn(text.normalize('NFC').toLowerCase().replace(/['’]/g, ''))
  let stem = ''
  for (const word of words) {
    const next = stem === '' ? [...word].slice(0, 60).join('') : `${stem}-${word}`
    if ([...next].length > 60) break
    stem = next
  }
  return RESERVED.test(stem) ? `${stem}-story` : stem
}

/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/
