/** What came back with a story, in words for people: for the panel and the command line. */
import { mergeReportText } from '../../../catalogue/merging/mergeReport'
import { lapseWords } from '../../history/lapseWords'
import { STATUS_WORDS } from '../../ledger/facts/fact'
import { STAGE_WORDS } from '../../ledger/stages'
import type { SinceHandedOver, SinceItem } from './sinceRequests'
import { localMinute } from '../../text/format/localMinute'

/** When it was handed over, and who brought it back. */
export const handedOverWords = ({ handedOver }: SinceHandedOver): string =>
  handedOver
    ? mergeReportText('since.handedOver', { ...handedOver, at: localMinute(handedOver.at) })
    : mergeReportText('since.notBack')

/** One line of what came: who did what. The words of a block stand below it. */
export function sinceTitle(item: SinceItem): string {
  const by = item.by.length > 0 ? item.by.join(', ') : mergeReportText('since.somebody')
  switch (item.kind) {
    case 'words':
      if (item.twice) return mergeReportText('since.twice', { by })
      return mergeReportText(
        item.before === '' ? 'since.wordsNew' : item.after === '' ? 'since.wordsGone' : 'since.words',
        { by },
      )
    case 'fact': {
      const { words, from, to, reasons } = item
      const told = {
        words,
        from: from ? STATUS_WORDS[from].toLowerCase() : '',
        to: [STATUS_WORDS[to].toLowerCase(), lapseWords(reasons)].filter(Boolean).join(', '),
      }
      const fact = mergeReportText(from && from !== to ? 'fact.changed' : 'fact.new', told)
      return item.by.length > 0 ? `${fact} (${by})` : fact
    }
    case 'move':
      return mergeReportText('since.move', {
        by,
        from: STAGE_WORDS[item.from].toLowerCase(),
        to: [STAGE_WORDS[item.to].toLowerCase(), item.reason].filter(Boolean).join(': '),
      })
    case 'dropped':
      return mergeReportText('since.dropped', { by, text: item.text })
  }
}
