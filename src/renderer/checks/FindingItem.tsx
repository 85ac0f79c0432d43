import { checksPanelText } from '../../catalogue/window/checksPanel'
import { useEffect, useId, useRef } from 'react'
import type { Finding } from '../../story/assessment/finding'
import { useShowPlace } from '../state/hooks/useShowPlace'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import { FindingActs } from './acts/FindingActs'
import './findings.css'

interface FindingItemProps {
  readonly finding: Finding
  readonly story: string
  /** Called before the place is shown, for panels that cover it. */
  readonly onShow?: () => void
}

/** Shows one finding with its place and what this person may do about it. */
export function FindingItem({ finding, story, onShow }: FindingItemProps) {
  const show = useShowPlace()
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  const blocks = finding.severity === 'block'
  useEffect(() => focusPlace(PLACES.findings)(item.current), [])
  return (
    <li ref={item} className="finding" data-rule={finding.rule} data-severity={finding.severity}>
      <span className={`finding-mark ${blocks ? 'is-stop' : 'is-warn'}`} aria-hidden="true">
        {blocks ? '✕' : '▲'}
      </span>
      <div className="finding-text">
        <span className="visually-hidden">
          {blocks ? checksPanelText('findingItem.blocks') : checksPanelText('findingItem.look')}
        </span>
        {finding.where.kind === 'story' ? (
          <span id={id}>{finding.message}</span>
        ) : (
          <button
            type="button"
            id={id}
            className="finding-jump"
            onClick={() => {
              onShow?.()
              show(finding.where)
            }}
          >
            {finding.message}
          </button>
        )}
        <FindingActs finding={finding} story={story} item={item} describedBy={id} />
      </div>
    </li>
  )
}
