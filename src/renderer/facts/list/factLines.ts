import { factsPanelText } from '../../../catalogue/window/factsPanel'
import type { Assessment } from '../../../story/assessment/assessment'
import { STATUS_WORDS, TYPE_WORDS, factType } from '../../../story/ledger/facts/fact'
import type { Copy } from '../../../story/copy/copy'
import type { DeskWords } from '../../../story/desk/deskWords'
import { shownSourceOf, type Source } from '../../../story/desk/source'
import type { Transcript } from '../../../story/assessment/copy/transcript'
import { quoteResultWords } from '../../../checks/quote/checkQuote'
import { quoteOfFact } from '../../../checks/quote/quoteOfFact'
import { lapseWords } from '../../../story/history/lapseWords'
import { describePlace } from '../../../story/copy/describePlace'
import { shortTime } from '../shortTime'

/** The fact's backup in a few words: "Pool 3 ¶2 +1". */
export function backupOf(fact: Assessment, sources: ReadonlyMap<string, Source>): string {
  const supporting = fact.evidence.filter((item) => item.stance === 'supports')
  const first = supporting[0]
  if (!first) return ''
  const name =
    `${shownSourceOf(first.source, sources) ?? factsPanelText('factLines.unknownSource')} ${first.locator}`.trim()
  return supporting.length > 1 ? `${name} +${supporting.length - 1}` : name
}

/**
 * The quiet line under a fact: type, place, backup, who and when, why it lapsed. `open`: the card of the fact says who
 * signed it and with what.
 */
export function factLine(
  fact: Assessment,
  copy: Copy,
  sources: ReadonlyMap<string, Source>,
  transcripts: ReadonlyMap<string, Transcript>,
  words: DeskWords | undefined,
  open = false,
): string {
  const { current, status } = fact
  const type = TYPE_WORDS[factType(fact)]
  const place = describePlace(fact, copy)
  const parts = [place ? `${type}, ${place}` : type]
  if (fact.tag.attributedTo && !open) parts.push(fact.tag.attributedTo)
  const backup = backupOf(fact, sources)
  if (status === 'reCheck' && current)
    parts.push(
      factsPanelText('factLines.after', {
        reasons: lapseWords(fact.reasons),
        by: current.by,
      }),
    )
  else if (status === 'reCheck') parts.push(lapseWords(fact.reasons))
  else if (status === 'untagged' && fact.record.untagged)
    parts.push(factsPanelText('factLines.by', { by: fact.record.untagged.by, reason: fact.record.untagged.reason }))
  else if (!open) {
    if (backup) parts.push(backup)
    if (current) parts.push(`${current.by}, ${shortTime(current.at)}`)
  }
  if (fact.refused) {
    const { signOff, why } = fact.refused
    parts.push(
      factsPanelText('factLines.refused', { by: signOff.by, status: STATUS_WORDS[signOff.status].toLowerCase(), why }),
    )
  }
  const quote = quoteOfFact(fact, transcripts, copy, words)?.check
  if (quote && quote.result !== 'noTranscript')
    parts.push(
      `${quoteResultWords(quote).toLowerCase()}${quote.taught ? factsPanelText('factLines.byDesk') : ''}${quote.cuts.length > 0 ? factsPanelText('factLines.cutNear', { join: [...new Set(quote.cuts.map(({ word }) => word))].join(', ') }) : ''}`,
    )
  if (fact.answered) parts.push(factsPanelText('factLines.answered'))
  if (current?.selfChecked) parts.push(factsPanelText('factLines.selfChecked'))
  if (fact.beforeViews && status === current?.status) parts.push(factsPanelText('factLines.beforeViews'))
  if (fact.precedingChanged && status !== 'reCheck') parts.push(factsPanelText('factLines.sentenceBeforeChanged'))
  return parts.join(' · ')
}
