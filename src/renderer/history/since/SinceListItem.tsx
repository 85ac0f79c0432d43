import { historyText } from '../../../catalogue/window/history'
import { mergeReportText } from '../../../catalogue/merging/mergeReport'
import type { SinceItem } from '../../../story/requests/exchange/sinceRequests'
import { sinceTitle } from '../../../story/requests/exchange/sinceWords'
import { Button } from '../../ui'
import { WordDiff } from '../../facts/WordDiff'
import { StatusMark } from '../../facts/Status'
import './sinceHandedOver.css'

/** One thing that came back: its words, and the keys that keep it or put it back. */
export function SinceListItem({
  item,
  isCurrent,
  onFocus,
  onKeep,
  onPutBack,
}: {
  readonly item: SinceItem
  readonly isCurrent: boolean
  readonly onFocus: () => void
  readonly onKeep: () => void
  readonly onPutBack: ((there: boolean) => void) | undefined
}) {
  return (
    <li
      className="since-item"
      data-kind={item.kind}
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent}
      onFocus={onFocus}
    >
      <p className="since-title">
        {item.kind === 'fact' ? <StatusMark status={item.to} /> : null} {sinceTitle(item)}
      </p>
      {item.kind === 'words' ? <Words item={item} /> : null}
      <p className="since-keys">
        <Button look="plain" keys="K" onClick={onKeep} tabIndex={isCurrent ? 0 : -1}>
          {historyText('since.keep')}
        </Button>
        {onPutBack ? (
          <Button look="plain" keys="R" onClick={() => onPutBack(false)} tabIndex={isCurrent ? 0 : -1}>
            {historyText(item.kind === 'words' && item.twice ? 'since.takeHere' : 'since.putBackButton')}
          </Button>
        ) : null}
        {onPutBack && item.kind === 'words' && item.twice ? (
          <Button look="plain" keys="T" onClick={() => onPutBack(true)} tabIndex={isCurrent ? 0 : -1}>
            {historyText('since.takeThere')}
          </Button>
        ) : null}
      </p>
    </li>
  )
}

function Words({ item: { before, after, twice } }: { readonly item: Extract<SinceItem, { kind: 'words' }> }) {
  if (!twice)
    return (
      <p className="since-words">
        <WordDiff before={before} after={after} />
      </p>
    )
  return (
    <dl className="since-twice">
      <dt>{mergeReportText('since.here')}</dt>
      <dd>
        <WordDiff before={twice.was} after={before} />
      </dd>
      <dt>{mergeReportText('since.there')}</dt>
      <dd>
        <WordDiff before={twice.was} after={twice.there} />
      </dd>
      <dt>{mergeReportText('since.now')}</dt>
      <dd className="serif" dir="auto">
        {after}
      </dd>
    </dl>
  )
}
