import type { NumberOut } from '../../projection/published/projectStory'
import { ownGuid } from '../../projection/published/ownGuid'
import type { OwnId } from '../../story/ledger/leaving/correctionNote'
import { numberBefore, numberOf, numberOfKill, textOut, textsThatLeft } from '../../story/ledger/leaving/textsOut'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import { hasEditions, type ExportRequest } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import type { OpenStory } from '../replica/openStory'

/** What an export notes of the text that left. No number: it left under an id of its own. */
export interface ExportedText {
  readonly text: string
  readonly number?: number
  readonly own?: OwnId
}

/** Under which number an export of the story leaves now, and what its entry notes of that. */
export function numberExport(
  story: OpenStory,
  { format, draft = false }: Pick<ExportRequest, 'format' | 'draft'>,
): { readonly out: NumberOut; readonly left?: ExportedText } {
  const { copy, fields, ledger } = story.value()
  const { stage } = ledger.standing
  const before = textsThatLeft(story.entries, apartOf(story.apart))
  const now = textOut(copy, fields, ledger)
  const isKilled = stage === 'killed'
  const version = isKilled ? numberOfKill(now, before) : numberOf(now, before)
  const out = { version, ...defined({ previous: numberBefore(version, before) }) }
  if (isKilled || draft || hasEditions(format)) return { out }
  // What an editor lets out although it is not cleared is withheld, which must not take down what is live.
  const isCleared = stage === 'cleared' || stage === 'published'
  return isCleared
    ? { out, left: { text: now.text, number: version } }
    : {
        out: { ...out, isApart: true },
        left: { text: now.text, own: { id: ownGuid(story.guid, now), number: version } },
      }
}
