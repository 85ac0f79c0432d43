import { exportsText } from '../../../catalogue/rooms/exports'
import type { PublicationDates } from '../../../projection/published/publicationDates'
import type { PublishedStory } from '../../../projection/published/publishedStory'
import { publishableText } from '../../../projection/published/publishableText'
import { correctionLineOf } from './correctionFields'
import { languageOf } from './language'
import { embargoNote, isEmbargoed } from './embargo'

export const draftNote = (story: Pick<PublishedStory, 'fields'>): string =>
  exportsText('note.draft', {}, languageOf(story))

/** Returns the grafs of a kill: that it is withdrawn, and the kill text. Empty for other stories. */
export function withdrawnLines(
  story: Pick<PublishedStory, 'pubStatus' | 'fields'>,
  { killReason = '' }: PublicationDates,
): readonly string[] {
  if (story.pubStatus !== 'canceled') return []
  return [
    exportsText('note.withdrawn', {}, languageOf(story)),
    publishableText(killReason).replace(/\s+/g, ' ').trim(),
  ].filter((line) => line !== '')
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
  const draft: readonly DeskNote[] = story.draft ? [{ kind: 'draft', text: draftNote(story) }] : []
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
  const language = languageOf(story)
  if (story.pubStatus === 'canceled') {
    const reason = dates.killReason ?? exportsText('note.noKillReason', {}, language)
    return [exportsText('note.kill', { reason: asSentence(reason) }, language)]
  }
  const signal =
    story.versionKind === undefined || story.version === 1
      ? ''
      : exportsText(`signal.${story.versionKind}`, {}, language)
  // The ed note may be older than this version: it never reads as what the version is about. What leaves under an id of
  // its own replaces nothing.
  const opening =
    signal === '' || story.hasOwnId || edNote.toUpperCase().startsWith(signal)
      ? ''
      : exportsText('note.replaces', { signal, version: story.version }, language)
  return [opening, edNote && labelled(edNote), correctionLineOf(story, dates)].filter((line) => line !== '')
}

/** With a period at its end, if it has no other sign there. */
const asSentence = (text: string): string => {
  const words = text.trim()
  if (words === '' || /[.!?…。！？｡]["'”’»」』)\]]*$/u.test(words)) return words
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]["'”’»」』)\]]*$/u.test(words) ? `${words}。` : `${words}.`
}
