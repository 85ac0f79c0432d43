import { tourText } from '../../../catalogue/window/tour'
import { X } from 'lucide-react'
import type { CommandId } from '../../../ipc/commands'
import { Button, IconButton, KeyCap } from '../../ui'
import { shortcutOf, useNewsroom } from '../../state'
import { PLACES } from '../../state/focusPlaces'
import { useWindowServices } from '../../state/windowServices'
import { focusOn } from '../../ui/focus/focusService'
import { useKeyboardBefore } from '../../ui/focus/useKeyboardBefore'
import './tour.css'

/** What each step is about, with the key of its command. */
const STEPS: readonly { readonly id: 'tag' | 'evidence' | 'review' | 'lapse' | 'clear'; readonly key: CommandId }[] = [
  { id: 'tag', key: 'fact.tag' },
  { id: 'evidence', key: 'fact.evidence' },
  { id: 'review', key: 'story.review' },
  { id: 'lapse', key: 'fact.next' },
  { id: 'clear', key: 'view.checks' },
]

/** Five steps through the sample story, beside the work. It can be left, and Help brings it back where it was. */
export function Tour() {
  const { setLook } = useWindowServices().newsroom
  const tour = useNewsroom(({ look }) => look.tour)
  const noteBefore = useKeyboardBefore(PLACES.beforeTour)
  const at = Math.min(tour?.step ?? 1, STEPS.length)
  const step = STEPS[at - 1]
  if (tour?.open !== true || !step) return null
  const go = (to: number): void => setLook({ tour: { step: to, open: true } })
  /** The tour goes with its button: the keyboard returns to what had it before, as after a notice. */
  const leave = (next: number): void => {
    setLook({ tour: { step: next, open: false } })
    focusOn([PLACES.beforeTour, PLACES.backup, PLACES.sheetAtRest], { whenLost: true })
  }
  const isLast = at === STEPS.length
  const key = shortcutOf(step.key)
  return (
    <section className="tour" aria-label={tourText('tour.title')} onFocus={noteBefore}>
      <div className="tour-head">
        <h2 className="tour-title">{tourText(`tour.${step.id}.title`)}</h2>
        <span className="tour-count">{tourText('tour.count', { step: at, of: STEPS.length })}</span>
        <IconButton label={tourText('tour.leave')} icon={<X aria-hidden="true" />} onClick={() => leave(at)} />
      </div>
      <p aria-live="polite">
        {tourText(`tour.${step.id}`)} {key === undefined ? null : <KeyCap>{key}</KeyCap>}
      </p>
      <div className="tour-foot">
        {at > 1 ? (
          <Button look="plain" onClick={() => go(at - 1)}>
            {tourText('tour.back')}
          </Button>
        ) : null}
        <Button onClick={() => (isLast ? leave(1) : go(at + 1))}>{tourText(isLast ? 'tour.done' : 'tour.next')}</Button>
      </div>
    </section>
  )
}
