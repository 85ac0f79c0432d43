import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { useId, useState, type FormEvent } from 'react'
import { useStore } from 'zustand'
import type { Assessment } from '../../story/assessment/assessment'
import type { FoundPlace } from '../../story/assessment/copy/capturedText'
import { shownSourceOf, sourceBook } from '../../story/desk/source'
import { Button, KeyCap, TextField } from '../ui'
import { useKeys, useNewsroom, usePanels, useStory } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { useWindowServices } from '../state/windowServices'
import type { FoundInSource } from '../state/stores/panels'
import { PLACES } from '../state/focusPlaces'
import { focusPlace } from '../ui/focus/focusService'
import { foundFor } from '../verdicts/lookKey'
import { returnToFact } from '../verdicts/focusFact'
import { usePreviousSource } from '../verdicts/usePreviousSource'

/** What the previous source says of the current fact: the place, which is marked below, or the question where it is. */
export function FoundStrip({ fact }: { readonly fact: Assessment }) {
  const answer = usePanels((panels) => panels.found)
  const sources = useNewsroom(({ desk }) => desk.sources)
  const { panels } = useWindowServices()
  const isLookedAt = useStore(panels.attention.place.store, ({ ready }) => ready)
  const found = foundFor(answer, fact)
  if (!found) return null
  const source = shownSourceOf(found.source, sourceBook(sources)) ?? ''
  return (
    <section
      ref={focusPlace(PLACES.found)}
      className="found"
      aria-label={reviewRoomText('foundStrip.label')}
      data-looked-at={isLookedAt}
    >
      {found.places.length === 0 ? (
        <AskLocator fact={fact} found={found} source={source} />
      ) : (
        <Places found={found} source={source} />
      )}
    </section>
  )
}

function Places({ found, source }: { readonly found: FoundInSource; readonly source: string }) {
  const { panels } = useWindowServices()
  const keyOf = useKeys()
  const { places, chosen, sought } = found
  const place = chosen === null ? undefined : places[chosen]
  const choose = (index: number): void => panels.store.setState({ found: { ...found, chosen: index } })
  return (
    <>
      <div className="found-strip" role="status">
        {place ? <KeyCap silent>{keyOf('review.sameSource') || '.'}</KeyCap> : null}
        <span>
          {place
            ? reviewRoomText('foundStrip.foundAt', { source, locator: place.locator, words: place.words })
            : reviewRoomText('foundStrip.foundSeveral', { source, sought, count: places.length })}{' '}
          {place ? (
            <span className="soft">
              {reviewRoomText('foundStrip.pressAgain', { key: keyOf('review.sameSource') || '.' })}
            </span>
          ) : null}
        </span>
        <Button
          look="plain"
          onClick={() => {
            const { chosen: _chosen, ...rest } = found
            panels.store.setState({
              found: { ...rest, places: [], chosen: null, why: reviewRoomText('foundStrip.personPassage') },
            })
          }}
        >
          {reviewRoomText('foundStrip.wrongPassage')}
        </Button>
      </div>
      {places.length > 1 ? <Choice places={places} chosen={chosen} source={source} onChoose={choose} /> : null}
    </>
  )
}

/** None is chosen beforehand. Arrow keys choose, and the choice is shown below. */
function Choice({
  places,
  chosen,
  source,
  onChoose,
}: {
  readonly places: readonly FoundPlace[]
  readonly chosen: number | null
  readonly source: string
  readonly onChoose: (index: number) => void
}) {
  const name = useId()
  return (
    <fieldset className="found-places">
      <legend className="field-label">{reviewRoomText('foundStrip.places', { source })}</legend>
      {places.map((place, index) => (
        <label key={`${place.file} ${place.graf ?? place.page} ${place.from}`}>
          <input
            type="radio"
            name={name}
            autoFocus={index === 0}
            checked={index === chosen}
            onChange={() => onChoose(index)}
          />{' '}
          <span className="soft">{place.locator}</span>{' '}
          <span className="serif" dir="auto">
            {place.before}
            <mark className="mark-hit">{place.words}</mark>
            {place.after}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function AskLocator({
  fact,
  found,
  source,
}: {
  readonly fact: Assessment
  readonly found: FoundInSource
  readonly source: string
}) {
  const { panels } = useWindowServices()
  const { signAt } = usePreviousSource()
  const story = useStory(({ id }) => id) ?? ''
  const { draft, change, forget } = useDraft((forms) => forms.locator, `${story} ${fact.id}`, { locator: '' })
  const { locator } = draft
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (locator.trim() === '') return setProblem(reviewRoomText('foundStrip.notChosen'))
    setBusy(true)
    const done = await signAt(fact, locator.trim())
    setBusy(false)
    if (!done) return
    forget()
    panels.store.setState({ found: null })
  }
  return (
    <form
      className="found-ask"
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        panels.store.setState({ found: null })
        returnToFact(fact.id)
      }}
      noValidate
    >
      <p role="status">{found.why}</p>
      <TextField
        label={reviewRoomText('foundStrip.where', { source })}
        autoFocus
        value={locator}
        error={problem}
        onChange={(event) => {
          change({ locator: event.target.value })
          setProblem(undefined)
        }}
      />
      <Button type="submit" look="primary" aria-disabled={busy}>
        {reviewRoomText('foundStrip.verify')}
      </Button>
    </form>
  )
}
