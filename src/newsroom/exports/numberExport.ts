import type { NumberOut } from '../../projection/published/projectStory'
import { ownGuid } from '../../projection/published/ownGuid'
import type { ExportedText } from '../../story/ledger/leaving/exportedText'
import {
  lastNumber,
  numberBefore,
  numberNoted,
  numberOf,
  numberOfKill,
  textOut,
  textsThatLeft,
  type TextOut,
} from '../../story/ledger/leaving/textsOut'
import { correctionsIn } from '../../story/ledger/leaving/corrections/corrections'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import { hasEditions, type ExportRequest } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import type { OpenStory } from '../replica/openStory'

/**
 * Under which number an export of the story leaves now, and what its entry notes of that. `noted`: what the export that
 * is repeated noted. The file keeps that number.
 */
export function numberExport(
  story: OpenStory,
  { format, draft = false }: Pick<ExportRequest, 'format' | 'draft'>,
  noted?: ExportedText,
): { readonly out: NumberOut; readonly left?: ExportedText } {
  const { stage } = story.ledger.standing
  const before = textsThatLeft(story.entries, apartOf(story.apart))
  const now = textNow(story)
  const isKilled = stage === 'killed'
  const version =
    numberNoted(noted?.number ?? noted?.own?.number, lastNumber(before)) ??
    (isKilled ? numberOfKill(now, before) : numberOf(now, before))
  const out = { version, text: now.text, ...defined({ previous: numberBefore(version, before) }) }
  if (isKilled || hasEditions(format)) return { out }
  // It leaves under an id of its own. Drafts of an earlier Stet, which did not, note no text.
  if (draft) return { out, left: { text: now.text } }
  // What an editor lets out although it is not cleared is withheld, which must not take down what is live.
  const isCleared = stage === 'cleared' || stage === 'published'
  return isCleared
    ? { out, left: { text: now.text, number: version } }
    : {
        out: { ...out, hasOwnId: true },
        left: { text: now.text, own: { id: ownGuid(story.guid, now), number: version } },
      }
}

/** The text of the story as it would leave now, with the approved record of its correction. */
export function textNow(story: OpenStory): Required<TextOut> {
  const { copy, fields, ledger } = story.value()
  const corrected = correctionsIn(story.entries, apartOf(story.apart))
  const approved = corrected.find(({ version }) => version === ledger.standing.version)?.approved
  return textOut(copy, fields, ledger, approved?.publicText)
}
