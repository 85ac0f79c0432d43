import { exportPanelText } from '../../../catalogue/window/exportPanel'
import { useState } from 'react'
import type { ExportProfile } from '../../../story/desk/exportProfile'
import { Button, SelectField, Problem } from '../../ui'
import { pick, useNewsroom } from '../../state'
import { ProfileForm, type ProfileSetup } from './ProfileForm'
import { useWindowServices } from '../../state/windowServices'

interface ExportProfilesProps {
  readonly chosen: ExportProfile | undefined
  /** Whether a setting was changed after the profile was chosen. */
  readonly changed: boolean
  readonly setup: ProfileSetup
  readonly onChoose: (profile: ExportProfile | undefined) => void
}

/** Chooses a profile of the library, saves the settings as one, renames it, removes it. */
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
    <section className="export-profiles" aria-label={exportPanelText('exportProfiles.exportProfile')}>
      <SelectField
        label={exportPanelText('exportProfiles.profile')}
        value={chosen?.name ?? ''}
        onChange={(event) => choose(event.target.value)}
        options={[
          {
            value: '',
            label:
              profiles.length === 0
                ? exportPanelText('exportProfiles.noneSavedYet')
                : exportPanelText('exportProfiles.none'),
          },
          ...profiles.map(({ name }) => ({ value: name, label: name })),
        ]}
        hint={
          chosen === undefined ? undefined : (
            <>
              {changed ? exportPanelText('exportProfiles.setOtherwiseNowCounts') : ''}
              {exportPanelText('exportProfiles.into')} <span className="path">{chosen.folder}</span>
            </>
          )
        }
      />
      {readOnly || doing !== undefined ? null : (
        <div className="export-profile-tools">
          <Button onClick={() => setDoing('save')}>
            {chosen ? exportPanelText('exportProfiles.changeProfile') : exportPanelText('exportProfiles.saveProfile')}
          </Button>
          {chosen ? (
            <Button onClick={() => setDoing('remove')}>{exportPanelText('exportProfiles.delete')}</Button>
          ) : null}
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
        <div
          className="export-profile-tools"
          role="group"
          aria-label={exportPanelText('exportProfiles.deleteProfile', { name: chosen.name })}
        >
          <Button look="danger" autoFocus onClick={() => void remove(chosen.name)}>
            {exportPanelText('exportProfiles.confirmDelete', { name: chosen.name })}
          </Button>
          <Button onClick={() => setDoing(undefined)}>{exportPanelText('exportProfiles.keep')}</Button>
        </div>
      ) : null}
      <Problem text={problem} />
    </section>
  )
}
