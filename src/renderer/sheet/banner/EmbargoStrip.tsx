import { sheetText } from '../../../catalogue/writing/sheet'
import { Clock } from 'lucide-react'
import { isOver } from '../../../story/ledger/leaving/afterKill'
import { Button } from '../../ui'
import { useNewsroom, useStory, useStoryReadOnly } from '../../state'
import { useMinute } from '../../state/hooks/useMinute'
import { useShowPlace } from '../../state/hooks/useShowPlace'
import { embargoRuns, embargoWords, newsroomZone } from '../../fields/embargoTime'
import './strips.css'

/** While an embargo holds: until when, in the newsroom’s zone and UTC, and what that means. */
export function EmbargoStrip() {
  const embargo = useStory(({ fields, story }) => (isOver(story.ledger.standing.stage) ? '' : fields.embargo)) ?? ''
  const defaults = useNewsroom(({ desk }) => desk.settings.defaults)
  const readOnly = useStoryReadOnly()
  const now = useMinute(embargo !== '')
  const show = useShowPlace()
  if (!embargoRuns(embargo, now)) return null
  const until = embargoWords(embargo, now, newsroomZone(defaults))
  return (
    <section className="strip embargo-strip" aria-label={sheetText('strip.embargoName')}>
      <Clock aria-hidden="true" />
      <p className="strip-said">
        <strong>{sheetText('strip.embargo', { until })}</strong>{' '}
        <span className="strip-more">{sheetText('strip.embargoNote')}</span>
      </p>
      {readOnly === undefined ? (
        <Button look="plain" onClick={() => show({ kind: 'field', field: 'embargo' })}>
          {sheetText('strip.embargoChange')}
        </Button>
      ) : null}
    </section>
  )
}
