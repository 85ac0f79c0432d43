import type { PublicationDates } from '../../../projection/published/publicationDates'
import type { PublishedStory } from '../../../projection/published/publishedStory'
import { publishableText } from '../../../projection/published/publishableText'
import { correctionLineOf } from './correctionFields'
import { embargoNote, isEmbargoed } from './embargo'

export const DRAFT_NOTE = 'DRAFT. Not for publication.'
/** Readers see it in place of killed copy, before the kill text. */
export const WITHDRAWN_NOTE = 'This story has been withdrawn.'

/** Returns the grafs of a kill: that it is withdrawn, and the kill text. Empty for other stories. */
export function withdrawnLines(
  { pubStatus }: Pick<PublishedStory, 'pubStatus'>,
  { killReason = '' }: PublicationDates,
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

export interface DeskNote {
  /** `version`: the kill, the kind of version, the ed note or the correction. */
  readonly kind: 'embargo' | 'draft' | 'version'
  readonly text: string
}

/**
 * Returns what a receiving desk must read first: embargo, draft, kill, the kind of version with the ed note, the
 * correction for readers. Empty for the public, but for the draft. `labelled` marks the ed note in a format that has
 * no field for it.
 */
export function deskNotes(
  story: PublishedStory,
  now: string,
  dates: PublicationDates,
  labelled = (edNote: string): string => edNote,
): readonly DeskNote[] {
  const { wire } = story.fields
  const draft: readonly DeskNote[] = story.draft ? [{ kind: 'draft', text: DRAFT_NOTE }] : []
  if (!wire) return draft
  return [
    ...(isEmbargoed(story, now) ? [{ kind: 'embargo', text: embargoNote(story) } as const] : []),
    ...draft,
    ...versionNotes(story, wire.edNote, dates, labelled).map((text) => ({ kind: 'version', text }) as const),
  ]
}

function versionNotes(
  story: PublishedStory,
  edNote: string,
  dates: PublicationDates,
  labelled: (edNote: string) => string,
): readonly string[] {
  if (story.pubStatus === 'canceled') return [`KILL: ${dates.killReason ?? 'story withdrawn.'} Do not use.`]
  const signal = story.versionKind === undefined || story.version === 1 ? '' : SIGNALS[story.versionKind]
  const correction = correctionLineOf(story, dates)
  const version =
    signal === '' || edNote.toUpperCase().startsWith(signal)
      ? edNote && labelled(edNote)
      : edNote === ''
        ? `${signal}: version ${story.version} replaces all earlier ones.`
        : `${signal}: ${edNote}`
  return [version, correction].filter((line) => line !== '')
}
