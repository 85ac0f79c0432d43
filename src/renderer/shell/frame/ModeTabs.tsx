import { windowText } from '../../../catalogue/window/window'
import { ListChecks, Lock, PenLine } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { isOver } from '../../../story/ledger/leaving/afterKill'
import { shortcutOf, runCommand, useNewsroom, usePanels, useStory } from '../../state'

const MODES = ['write', 'review'] as const
const ICONS = { write: PenLine, review: ListChecks } as const

/**
 * Chooses between writing and review. Both show the same sheet; review brings the evidence and the verdict keys. A
 * killed or spiked story has neither.
 */
export function ModeTabs() {
  const hasStory = useNewsroom(({ session }) => session !== null)
  const reviewing = usePanels(({ review }) => review) && hasStory
  const over = useStory(({ story }) => isOver(story.ledger.standing.stage)) === true
  const row = useRef<HTMLDivElement>(null)
  const mode = reviewing ? 'review' : 'write'
  const choose = (next: (typeof MODES)[number]): void => {
    if (next !== mode) runCommand('story.review')
  }
  const step = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const other = mode === 'write' ? 'review' : 'write'
    row.current?.querySelector<HTMLElement>(`[data-mode="${other}"]`)?.focus()
    choose(other)
  }
  if (over)
    return (
      <span className="mode-tabs mode-only">
        <Lock aria-hidden="true" />
        {windowText('modes.readOnly')}
      </span>
    )
  return (
    <div ref={row} className="mode-tabs" role="tablist" aria-label={windowText('modes.name')} onKeyDown={step}>
      {MODES.map((one) => {
        const Icon = ICONS[one]
        const keys = one === 'review' ? shortcutOf('story.review') : ''
        return (
          <button
            key={one}
            type="button"
            role="tab"
            className="mode-tab"
            data-mode={one}
            aria-selected={one === mode}
            aria-disabled={hasStory ? undefined : true}
            tabIndex={one === mode ? 0 : -1}
            onClick={() => hasStory && choose(one)}
          >
            <Icon aria-hidden="true" />
            {windowText(`modes.${one}`)}
            {keys ? (
              <kbd aria-hidden="true" className="mode-keys">
                {keys}
              </kbd>
            ) : null}
          </button>
        )
      })}
    </div>
  )
}
