import { fieldsText } from '../../catalogue/window/fields'
import { useState } from 'react'
import { TextField } from '../ui'
import { pick, useStory } from '../state'
import { useRefusal } from './saving/useRefusal'
import { useSaveWhenRemoved } from './saving/useSaveWhenRemoved'
import { useSetField } from './saving/useSetField'
import { useUnsentField } from './saving/useUnsentField'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'

/** Place and date that open the story, as printed. */
export function DatelineFields({ readOnly }: { readonly readOnly: boolean }) {
  const story = useStory(pick('id', 'fields'))
  const set = useSetField()
  const place = story?.fields.dateline.place ?? ''
  const date = story?.fields.dateline.date ?? ''
  const [typed, setTyped] = useState({ place, date })
  const [problem, setProblem] = useState<string>()
  const noteRefusal = useRefusal(fieldsText('datelineFields.dateline'))
  const say = (why: string | undefined): void => {
    setProblem(why)
    noteRefusal([typed.place, typed.date].filter((part) => part.trim() !== '').join(', '), why)
  }
  const restore = (): void => {
    setTyped({ place, date })
    say(undefined)
  }
  const [seen, setSeen] = useState({ place, date })
  if (seen.place !== place || seen.date !== date) {
    setSeen({ place, date })
    // The part being typed here stays, the other follows the story.
    setTyped({
      place: typed.place === seen.place ? place : typed.place,
      date: typed.date === seen.date ? date : typed.date,
    })
  }

  const save = async (): Promise<void> => {
    const value = { place: typed.place.trim(), date: typed.date.trim() }
    if (!story || (value.place === place && value.date === date)) return
    const outcome = await set(story.id, 'dateline', value, story.fields.dateline)
    say(outcome.ok ? undefined : outcome.message)
  }
  useSaveWhenRemoved(PLACES.field('dateline'), () => void save())
  useUnsentField('dateline', typed.place.trim() !== place || typed.date.trim() !== date, save)

  return (
    <div
      ref={focusPlace(PLACES.field('dateline'))}
      className="form-pair"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save()
        if (event.key === 'Escape' && (typed.place !== place || typed.date !== date)) {
          event.stopPropagation()
          restore()
        }
      }}
    >
      <TextField
        label={fieldsText('datelineFields.datelinePlace')}
        placeholder={fieldsText('datelineFields.busan')}
        value={typed.place}
        readOnly={readOnly}
        error={problem}
        onChange={(event) => setTyped({ ...typed, place: event.target.value })}
      />
      <TextField
        label={fieldsText('datelineFields.datelineDate')}
        placeholder={fieldsText('datelineFields.dateExample')}
        value={typed.date}
        readOnly={readOnly}
        onChange={(event) => setTyped({ ...typed, date: event.target.value })}
      />
    </div>
  )
}
