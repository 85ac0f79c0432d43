import { reviewRoomText } from '../../../catalogue/window/reviewRoom'
import { AskForm } from '../../facts/forms/AskForm'
import { usePanels, useStory } from '../../state'

/** Over the dock: what a verdict or a note on the selected fact needs before it is given. */
export function DockQuestion() {
  const current = useStory(({ current }) => current)
  const ask = usePanels(({ ask }) => ask)
  if (!ask || ask.fact !== current) return null
  return (
    <section className="dock-question" aria-label={reviewRoomText('dock.question')}>
      <AskForm />
    </section>
  )
}
