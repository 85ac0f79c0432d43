import { factsPanelText } from '../../../catalogue/window/factsPanel'
import type { Assessment } from '../../../story/assessment/assessment'
import type { ViewChange } from '../../../story/view/compare/viewChange'
import { ledgerText } from '../../../catalogue/story/ledger'
import { isInTray } from '../../verdicts/walk'
import { WordDiff } from '../WordDiff'

/** What changed since the sign-off, part by part: old against new. `beside`: the words stand beside it. */
export function FactChanges({ fact, beside = false }: { readonly fact: Assessment; readonly beside?: boolean }) {
  if (!fact.current || isInTray(fact)) return null
  return (
    <>
      {fact.current.fromOriginal ? <p className="fact-changed">{factsPanelText('factDetail.fromOriginal')}</p> : null}
      {fact.beforeViews ? <p className="fact-changed">{factsPanelText('factDetail.beforeViews')}</p> : null}
      {fact.changes
        .filter(({ part, weight }) => weight !== 'nothing' && !(beside && part === 'words'))
        .map(({ part, weight, lapses, before, now }) => (
          <p className="fact-changed" key={`${part} ${before}`}>
            <span className="fact-changed-label">
              {part === 'words' ? factsPanelText('factDetail.wordsSinceSignOff') : changedLabel(part, weight, lapses)}
            </span>
            {before === '' && now === '' ? null : <WordDiff before={before} after={now} />}
          </p>
        ))}
    </>
  )
}

function changedLabel(part: ViewChange['part'], weight: ViewChange['weight'], lapses: boolean): string {
  if (part === 'context')
    return weight === 'blocks'
      ? factsPanelText('factDetail.sentenceChanged')
      : factsPanelText('factDetail.sentenceChangedWarns')
  return factsPanelText(lapses ? 'factDetail.partChanged' : 'factDetail.partChangedWarns', {
    what: ledgerText(`view.${part}`),
  })
}
