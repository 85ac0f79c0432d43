/** The notice of a kill for a destination, as plain text of a message. It names no person of the desk and no path. */
import { inLanguage } from '../../catalogue/area'
import { exportsText } from '../../catalogue/rooms/exports'
import { projectionText } from '../../catalogue/rooms/projection'
import type { Destination } from '../../story/ledger/leaving/corrections/correctionNote'
import type { Kill } from '../../story/ledger/leaving/kill'
import { utcMinute } from '../../story/text/format/instant'
import type { ProtectedTerm } from '../scan/protectedTerms'
import { maskNames } from '../scan/maskNames'
import { aboutStory, lineOfNotice } from './noticeParts'

export interface KillFacts {
  readonly guid: string
  /** As readers had it. '' when it cannot be named. */
  readonly headline: string
  readonly kill: Pick<Kill, 'at' | 'text'>
  /** The number of the file of the kill. Absent: none left. */
  readonly killFile?: number
  /** BCP 47 language of the story. */
  readonly language: string
}

/** `destination`: what they received of the story. The notice is in the language of the story. */
export const killNotice = (facts: KillFacts, destination: Destination, terms: readonly ProtectedTerm[]): string =>
  inLanguage(facts.language, () => noticeNow(facts, destination, terms))

function noticeNow(
  { guid, headline, kill, killFile }: KillFacts,
  destination: Destination,
  terms: readonly ProtectedTerm[],
): string {
  const text = [
    projectionText('killNotice.title', { headline: lineOfNotice(headline) || guid }),
    ...aboutStory(guid, undefined, destination),
    projectionText('killNotice.withdrawn', { at: utcMinute(kill.at) }),
    ...(killFile === undefined ? [] : [exportsText('killNotice.file', { version: String(killFile) })]),
    '',
    projectionText('correctionNotice.forPublication'),
    lineOfNotice(kill.text),
    '',
    projectionText('killNotice.please'),
    // Only Markdown has its pictures in files of their own. A window does not load this text at its start.
    ...(destination.format === 'markdown' ? [exportsText('killNotice.pictures')] : []),
  ].join('\n')
  return maskNames(text, terms)
}
