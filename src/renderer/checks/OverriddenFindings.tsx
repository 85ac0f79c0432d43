import { useId } from 'react'
import { checksPanelText } from '../../catalogue/window/checksPanel'
import { findingName } from '../../story/ledger/events/gateEvent'
import type { StoryPart } from '../state'
import { useShowPlace } from '../state/hooks/useShowPlace'

/** Lists the findings that were overridden, with who did it and why. */
export function OverriddenFindings({ story }: { readonly story: StoryPart<'story' | 'clear'> }) {
  const heading = useId()
  const show = useShowPlace()
  const { overridden } = story.clear
  if (overridden.length === 0) return null
  const overrides = story.story.ledger.overrides
  return (
    <section className="checks-group" aria-labelledby={heading}>
      <h3 id={heading} className="panel-title">
        {checksPanelText('checksPanel.overridden')} <span className="count">{overridden.length}</span>
      </h3>
      <ul className="finding-list">
        {overridden.map((finding) => {
          const override = overrides.findLast((item) => item.rule === finding.rule && item.key === finding.key)
          return (
            <li key={findingName(finding)} className="finding">
              <span className="finding-mark is-soft" aria-hidden="true">
                ⋯
              </span>
              <div className="finding-text">
                <button type="button" className="finding-jump" onClick={() => show(finding.where)}>
                  {finding.message}
                </button>
                {override ? (
                  <p className="panel-note">
                    {override.by}: “{override.reason}”
                  </p>
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
