import type { PublicationDates } from '../../../projection/published/publicationDates'
import type { PublishedStory } from '../../../projection/published/publishedStory'
import { publishableText } from '../../../projection/published/publishableText'
import { correctionLineOf } from './correction'
import { embargoNote, isEmbargoed } from './embargo'

export const DRAFT_NOTE = 'DRAFT. Not for publication.'
/** What readers see in the place of killed copy, before the kill text. */
export const WITHDRAWN_NOTE = 'This story has been withdrawn.'

/** Of a kill: that it is withdrawn, and the kill text, a graf each. Of other stories nothing. */
export function withdrawnLines(
  { pubStatus }: Pick<PublishedStory, 'pubStatus'>,
  { killReason = '' }: PublicationDates = {},
): readonly string[] {
  if (pubStatus !== 'canceled') return []
  return [WITHDRAWN_NOTE, publishableText(killReason).replace(/\s+/g, ' ').trim()].filter((line) => line !== '')
}

const SIGNALS: Readonly<Record<NonNullable<PublishedStory['versionKind']>, string>> = {
  update: 'UPDATE',
  writethru: 'WRITETHRU',
  correction: 'CORRECTION',
  clarification: 'CLARIFICATION',
}

/**
 * What a receiving desk must read first, one note a line: draft, embargo, kill, the kind of version with the ed note, what readers are told of a correction.
 * Empty for the public. `labelled`: the ed note as a format without a place of its own for it writes it.
 */
export function deskNotes(
  story: PublishedStory,
  now: string,
  dates: PublicationDates,
  labelled = (edNote: string): string => edNote,
): readonly string[] {
  const { wire } = story.fields
  if (!wire) return story.draft ? [DRAFT_NOTE] : []
  const notes: string[] = []
  if (isEmbargoed(story, now)) notes.push(embargoNote(story))
  if (story.draft) notes.push(DRAFT_NOTE)
  if (story.pubStatus === 'canceled') {
    notes.push(`KILL: ${dates.killReason ?? 'story withdrawn.'} Do not use.`)
    return notes
  }
  const signal = story.versionKind === undefined || story.version === 1 ? '' : SIGNALS[story.versionKind]
  const own = wire.edNote
  const printed = [correctionLineOf(story, dates)].filter((line) => line !== '')
  if (signal === '' || own.toUpperCase().startsWith(signal))
    return own === '' ? [...notes, ...printed] : [...notes, labelled(own), ...printed]
  return [
    ...notes,
    own === '' ? `${signal}: version ${story.version} replaces all earlier ones.` : `${signal}: ${own}`,
    ...printed,
  ]
}
