/** The notice of a kill for a destination, as plain text of a message. It names no person of the desk and no path. */
import { inLanguage } from '../../catalogue/area'
import { exportsText } from '../../catalogue/rooms/exports'
import { projectionText } from '../../catalogue/rooms/projection'
import type { Destination } from '../../story/ledger/leaving/correctionNote'
import type { Kill } from '../../story/ledger/leaving/kill'
import { utcMinute } from '../../story/text/format/instant'
import { publishableText } from '../published/publishableText'
import type { ProtectedTerm } from '../scan/protectedTerms'
import { maskNames } from '../scan/maskNames'

export interface KillFacts {
  readonly guid: string
  /** As readers had it. '' when it cannot be named. */
  readonly headline: string
  readonly kill: Kill
  /** BCP 47 language of the story. */
  readonly language: string
}

/** `destination`: what they received of the story. The notice is in the language of the story. */
export const killNotice = (facts: KillFacts, destination: Destination, terms: readonly ProtectedTerm[]): string =>
  inLanguage(facts.language, () => noticeNow(facts, destination, terms))

function noticeNow(
  { guid, headline, kill }: KillFacts,
  { fileName, format, at: sent, version, number = version, sha256, own = [] }: Destination,
  terms: readonly ProtectedTerm[],
): string {
  const line = (text: string): string => publishableText(text).replace(/\s+/g, ' ').trim()
  const text = [
    projectionText('killNotice.title', { headline: line(headline) || guid }),
    projectionText('correctionNotice.story', { guid, version: String(kill.version) }),
    '',
    projectionText('correctionNotice.youHave', {
      version: String(number),
      fileName,
      sent: utcMinute(sent),
      sha256: sha256.slice(0, 12),
    }),
    ...own.map(({ id, number: theirs }) => exportsText('notice.ownId', { id, version: String(theirs) })),
    projectionText('killNotice.withdrawn', { at: utcMinute(kill.at) }),
    '',
    projectionText('correctionNotice.forPublication'),
    line(kill.text),
    '',
    projectionText('killNotice.please'),
    // Only Markdown has its pictures in files of their own. A window does not load this text at its start.
    ...(format === 'markdown' ? [exportsText('killNotice.pictures')] : []),
  ].join('\n')
  return maskNames(text, terms)
}
