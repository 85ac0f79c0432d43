import { cliText } from '../../catalogue/rooms/cli'
import { lapseWords } from '../../story/history/lapseWords'
import { STATUS_WORDS, TYPE_WORDS } from '../../story/ledger/facts/fact'
import type { FactView } from '../../story/requests/requests'
import { quoted } from '../run/quoted'

/** A fact as a person must see it before they give a verdict. One line each; none is empty. */
export function factViewLines(fact: FactView): readonly string[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [TYPE_WORDS[fact.type], quoted(fact.text || fact.words)],
    [cliText('factView.status'), [STATUS_WORDS[fact.status], lapseWords(fact.reasons)].filter(Boolean).join(', ')],
    [cliText('factView.sentence'), fact.sentence],
    [cliText('factView.saidBy'), fact.attributedTo],
    [cliText('factView.claim'), fact.statement],
    [cliText('factView.fromOriginal'), fact.signed?.fromOriginal ? fact.signed.by : undefined],
    [cliText('factView.beforeViews'), fact.signed?.beforeViews ? fact.signed.by : undefined],
    ...fact.evidence.map(({ stance, source, locator, excerpt, note = '' }): readonly [string, string] => [
      cliText(`factView.${stance}`),
      [
        [source, locator, excerpt === undefined ? '' : quoted(excerpt)].filter(Boolean).join(' '),
        ...(note === '' ? [] : [cliText('factView.note', { note })]),
      ].join('. '),
    ]),
  ]
  return rows.flatMap(([name, text]) => (text ? [`  ${name}: ${text}`] : []))
}
