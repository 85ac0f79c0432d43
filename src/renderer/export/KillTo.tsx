import { useEffect, useState } from 'react'
import { exportPanelText } from '../../catalogue/window/exportPanel'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { NoticeTo } from '../../story/requests/requests'
import { useWindowServices } from '../state/windowServices'
import { SelectField } from '../ui'

/** The places that nobody has told of the kill. Empty for a story that is not killed. */
export function useKillPlaces(story: string, entries: readonly LedgerEntry[], isKilled: boolean): readonly NoticeTo[] {
  const { act } = useWindowServices().newsroom
  const [places, setPlaces] = useState<readonly NoticeTo[]>([])
  useEffect(() => {
    if (!isKilled) return
    let gone = false
    void act('kill.show', { story }).then((outcome) => {
      if (!gone && outcome.ok) setPlaces(outcome.value.destinations.filter(({ told }) => told === undefined))
    })
    return () => {
      gone = true
    }
  }, [act, story, entries, isKilled])
  return places
}

interface KillToProps {
  readonly places: readonly NoticeTo[]
  /** Entry of the place; undefined: none. */
  readonly value: number | undefined
  readonly onChange: (entry: number | undefined) => void
}

/** Chooses which place of the story gets this kill. Nothing when no place waits for it. */
export function KillTo({ places, value, onChange }: KillToProps) {
  if (places.length === 0) return null
  return (
    <SelectField
      label={exportPanelText('killTo.label')}
      hint={exportPanelText('killTo.hint')}
      value={value === undefined ? '' : String(value)}
      options={[
        { value: '', label: exportPanelText('killTo.none') },
        ...places.map(({ entry, destination }) => ({ value: String(entry), label: destination })),
      ]}
      onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
    />
  )
}
