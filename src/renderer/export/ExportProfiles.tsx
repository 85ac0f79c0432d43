import { useState } from 'react'
import type { ExportProfile } from '../../story/desk/exportProfile'
import { Button, SelectField } from '../ui'
import { pick, useNewsroom } from '../state'
import { ProfileForm, type ProfileSetup } from './ProfileForm'
import { useWindowServices } from '../state/windowServices'

interface ExportProfilesProps {
  readonly chosen: ExportProfile | undefined
  /** Since it was chosen, something was set otherwise. */
  readonly changed: boolean
  readonly setup: ProfileSetup
  readonly onChoose: (profile: ExportProfile | undefined) => void
}

/** Chooses a preset of the library, keeps what is set as one, renames it, removes it. */
export function ExportProfiles({ chosen, changed, setup, onChoose }: ExportProfilesProps) {
  const { act } = useWindowServices().newsroom
  const { desk, readOnly } = useNewsroom(pick('desk', 'readOnly'))
  const [doing, setDoing] = useState<'save' | 'remove'>()
  const [problem, setProblem] = useState<string>()
  const profiles = desk.settings.profiles ?? []

  const choose = (name: string): void => {
    setDoing(undefined)
    setProblem(undefined)
    onChoose(profiles.find((profile) => profile.name === name))
  }
  const remove = async (name: string): Promise<void> => {
    const outcome = await act('profile.remove', { name })
    if (!outcome.ok) return setProblem(outcome.message)
    setDoing(undefined)
    onChoose(undefined)
  }

  return (
    <section className="export-profiles" aria-label="Export profile">
      <SelectField
        label="Profile"
        value={chosen?.name ?? ''}
        onChange={(event) => choose(event.target.value)}
        options={[
          { value: '', label: profiles.length === 0 ? 'None saved yet' : 'None' },
          ...profiles.map(({ name }) => ({ value: name, label: name })),
        ]}
        hint={
          chosen === undefined ? undefined : (
            <>
              {changed ? 'Set otherwise now; it counts once it is saved. ' : ''}Into{' '}
              <span className="path">{chosen.folder}</span>
            </>
          )
        }
      />
      {readOnly || doing !== undefined ? null : (
        <div className="export-profile-tools">
          <Button onClick={() => setDoing('save')}>{chosen ? 'Change profile…' : 'Save as profile…'}</Button>
          {chosen ? <Button onClick={() => setDoing('remove')}>Delete…</Button> : null}
        </div>
      )}
      {doing === 'save' ? (
        <ProfileForm
          key={chosen?.name ?? ''}
          before={chosen}
          setup={setup}
          onSaved={(profile) => {
            setDoing(undefined)
            onChoose(profile)
          }}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
      {doing === 'remove' && chosen ? (
        <div className="export-profile-tools" role="group" aria-label={`Delete the profile “${chosen.name}”?`}>
          <Button look="danger" autoFocus onClick={() => void remove(chosen.name)}>
            Delete “{chosen.name}”
          </Button>
          <Button onClick={() => setDoing(undefined)}>Keep it</Button>
        </div>
      ) : null}
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
    </section>
  )
}
