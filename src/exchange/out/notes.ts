import type { PublicationDates } from '../../projection/publicationDates'
import type { PublishedStory } from '../../projection/publishedStory'
import { correctionLineOf } from './correction'
import { embargoNote, isEmbargoed } from './embargo'

export const DRAFT_NOTE = 'DRAFT. Not for publication.'
/** What readers see in the place of killed copy. */
export const WITHDRAWN_NOTE = 'This story has been withdrawn.'

const SIGNALS: Readonly<Record<NonNullable<PublishedStory['versionKind']>, string>> = {
  update: 'UPDATE', writethru: 'WRITETHRU', correction: 'CORRECTION', clarification: 'CLARIFICATION'
}

/**
 * What a receiving desk must read first, one note a line: draft, embargo, kill, the kind of version with the ed note, what readers are told of a correction.
 * Empty for the public.
 */
export function deskNotes(story: PublishedStory, now: string, dates: PublicationDates): readonly string[] {
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
  if (signal === '' || own.toUpperCase().startsWith(signal)) return own === '' ? [...notes, ...printed] : [...notes, own, ...printed]
  return [...notes, own === '' ? `${signal}: version ${story.version} replaces all earlier ones.` : `${signal}: ${own}`, ...printed]
}
