import { fieldsText } from '../../catalogue/window/fields'
import { useEffect, useState } from 'react'
import { Button, SelectField, TextField } from '../ui'
import { pick, useNewsroom, useStory } from '../state'
import { embargoFromInput } from './embargoFromInput'
import { embargoToInput, embargoWords, embargoZones, newsroomZone } from './embargoTime'
import { useRefusal } from './saving/useRefusal'
import { useSaveWhenRemoved } from './saving/useSaveWhenRemoved'
import { deskNow } from '../state/stores/deskClock'
import { useSetField } from './saving/useSetField'
import { findPlace, focusNow, focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'

/** When the story may be published: wall clock and zone as the desk was told, and how the newsroom and UTC read it. */
export function EmbargoField({ readOnly }: { readonly readOnly: boolean }) {
  const story = useStory(pick('id', 'fields'))
  const set = useSetField()
  const stored = story?.fields.embargo ?? ''
  const home = useNewsroom(({ desk }) => newsroomZone(desk.settings.defaults))
  const [input, setInput] = useState(() => embargoToInput(stored, home))
  const [problem, setProblem] = useState<string>()
  const [now, setNow] = useState(() => deskNow())
  const noteRefusal = useRefusal(fieldsText('embargoField.embargo'))

  const [seen, setSeen] = useState(stored)
  if (seen !== stored) {
    setSeen(stored)
    setInput(embargoToInput(stored, input.zone))
    setProblem(undefined)
  }
  useEffect(() => {
    if (stored === '') return
    const timer = setInterval(() => setNow(deskNow()), 30_000)
    return () => clearInterval(timer)
  }, [stored])

  const save = async (next: typeof input): Promise<void> => {
    const embargo = embargoFromInput(next)
    const say = (why: string | undefined): void => {
      setProblem(why)
      noteRefusal(next.wallClock, why)
    }
    if (embargo === undefined) return say(fieldsText('embargoField.dateTimeBothComplete'))
    if (!story || embargo === stored || Date.parse(embargo) === Date.parse(stored)) return
    const outcome = await set(story.id, 'embargo', embargo, stored)
    say(outcome.ok ? undefined : outcome.message)
  }
  useSaveWhenRemoved(PLACES.field('embargo'), () => void save(input))

  const offered = embargoZones(home)
  const zones = offered.some(({ zone }) => zone === input.zone)
    ? offered
    : [...offered, { zone: input.zone, label: fieldsText('embargoField.utc', { zone: input.zone }) }]
  const pending = embargoFromInput(input)
  const words = pending ? embargoWords(pending, now, home) : ''

  return (
    <div ref={focusPlace(PLACES.field('embargo'))} className="form-group">
      <div className="embargo-when">
        <TextField
          label={fieldsText('embargoField.embargoUntil')}
          type="datetime-local"
          value={input.wallClock}
          readOnly={readOnly}
          error={problem}
          onChange={(event) => {
            setInput({ ...input, wallClock: event.target.value })
            setProblem(undefined)
            noteRefusal('', undefined)
          }}
          onBlur={() => void save(input)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void save(input)
            if (event.key === 'Escape') {
              event.stopPropagation()
              setInput(embargoToInput(stored, input.zone))
              setProblem(undefined)
              noteRefusal('', undefined)
            }
          }}
        />
        <SelectField
          label={fieldsText('embargoField.zone')}
          value={input.zone}
          disabled={readOnly}
          options={zones.map(({ zone, label }) => ({ value: zone, label }))}
          onChange={(event) => {
            const next = { ...input, zone: event.target.value }
            setInput(next)
            if (next.wallClock !== '') void save(next)
          }}
        />
      </div>
      {words ? (
        <p className="embargo-words">
          <span>{words}</span>
          {readOnly || stored === '' ? null : (
            <Button
              look="plain"
              onClick={() => {
                const next = { ...input, wallClock: '' }
                setInput(next)
                // The button goes with the embargo.
                focusNow(findPlace(PLACES.field('embargo')))
                void save(next)
              }}
            >
              {fieldsText('embargoField.liftEmbargo')}
            </Button>
          )}
        </p>
      ) : null}
    </div>
  )
}
