/** The parts that the notices of a correction and of a kill have in common. */
import { exportsText } from '../../catalogue/rooms/exports'
import { projectionText } from '../../catalogue/rooms/projection'
import type { Destination } from '../../story/ledger/leaving/corrections/correctionNote'
import { utcMinute } from '../../story/text/format/instant'
import { publishableText } from '../published/publishableText'

/** A text on one line, without what may not leave the desk. */
export const lineOfNotice = (text: string): string => publishableText(text).replace(/\s+/g, ' ').trim()

/**
 * Which version this notice is about, and what the destination received of the story. `about`: the version that comes
 * in its place. Undefined: the notice is about the whole story.
 */
export const aboutStory = (
  guid: string,
  about: number | undefined,
  { fileName, at, version, number = version, sha256, own = [] }: Destination,
): readonly string[] => [
  about === undefined ? guid : projectionText('correctionNotice.story', { guid, version: String(about) }),
  '',
  projectionText('correctionNotice.youHave', {
    version: String(number),
    fileName: lineOfNotice(fileName),
    sent: utcMinute(at),
    sha256: sha256.slice(0, 12),
  }),
  ...own.map(({ id, number: theirs }) => exportsText('notice.ownId', { id, version: String(theirs) })),
]
