import { useEffect, useState } from 'react'
import { exportPanelText } from '../../catalogue/window/exportPanel'
import type { NoticeTo } from '../../story/requests/requests'
import type { StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'
import { SelectField } from '../ui'

/** Which place of a killed story gets this export, and the note that it did. */
export interface KillPlaces {
  /** The places that nobody has told of the kill. */
  readonly waiting: readonly NoticeTo[]
  /** Entry of the chosen place; undefined: none. */
  readonly chosen: number | undefined
  readonly choose: (entry: number | undefined) => void
  /** The place that is marked as notified since. */
  readonly told: string | undefined
  readonly forgetTold: () => void
  /** Notes that the chosen place got the file. Resolves with why it could not be noted. */
  readonly note: (path: string) => Promise<string | undefined>
}

/** `off`: what is exported goes to no place. */
export function useKillPlaces(
  { id, story, entries }: StoryPart<'id' | 'story' | 'entries'>,
  { off }: { readonly off: boolean },
): KillPlaces {
  const { act } = useWindowServices().newsroom
  const [all, setAll] = useState<readonly NoticeTo[]>([])
  const [chosen, choose] = useState<number>()
  const [told, setTold] = useState<string>()
  const isKilled = story.ledger.standing.stage === 'killed'
  useEffect(() => {
    if (!isKilled) return
    let gone = false
    void act('kill.show', { story: id }).then((outcome) => {
      // A kill file does not reach what a place has under an id of its own. Its notice does.
      if (!gone && outcome.ok) setAll(outcome.value.destinations.filter(({ told, own }) => !told && !own))
    })
    return () => {
      gone = true
    }
  }, [act, id, entries, isKilled])
  const waiting = off ? [] : all
  return {
    waiting,
    chosen,
    choose,
    told,
    forgetTold: () => setTold(undefined),
    note: async (path) => {
      const place = waiting.find(({ entry }) => entry === chosen)
      if (!place) return undefined
      const { destination, entry } = place
      const how = path.split(/[/\\]/u).at(-1) ?? path
      const outcome = await act('kill.told', { story: id, destination, entry, how })
      if (!outcome.ok) return outcome.message
      choose(undefined)
      setTold(destination)
      return undefined
    },
  }
}

interface KillToProps {
  readonly places: KillPlaces
  readonly onChange: (entry: number | undefined) => void
}

/** Chooses which place of the story gets this kill. Nothing when no place waits for it. */
export function KillTo({ places: { waiting, chosen }, onChange }: KillToProps) {
  if (waiting.length === 0) return null
  return (
    <SelectField
      label={exportPanelText('killTo.label')}
      hint={exportPanelText('killTo.hint')}
      value={chosen === undefined ? '' : String(chosen)}
      options={[
        { value: '', label: exportPanelText('killTo.none') },
        ...waiting.map(({ entry, destination }) => ({ value: String(entry), label: destination })),
      ]}
      onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
    />
  )
}
