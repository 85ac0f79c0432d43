import { exportPanelText } from '../../../catalogue/window/exportPanel'
import { useState, type SyntheticEvent } from 'react'
import { patternProblem, PATTERN_WORDS, type ExportProfile } from '../../../story/desk/exportProfile'
import { Button, Problem, TextField } from '../../ui'
import { useFocusOnProblem } from '../../ui/focus/useFocusOnProblem'
import { useDraft } from '../../state/hooks/useDraft'
import { NEW_ONE } from '../../state/stores/drafts'
import { useWindowServices } from '../../state/windowServices'
import { defined } from '../../../story/text/defined'

/** The settings of the panel that a profile keeps. */
export type ProfileSetup = Pick<ExportProfile, 'format' | 'choices' | 'draft'>

interface ProfileFormProps {
  /** The profile that is changed. Absent: a new one. */
  readonly before: ExportProfile | undefined
  readonly setup: ProfileSetup
  readonly onSaved: (profile: ExportProfile) => void
  readonly onClose: () => void
}

/** Name and file name of a profile. The system's own dialog asks for its folder. */
export function ProfileForm({ before, setup, onSaved, onClose }: ProfileFormProps) {
  const { call } = useWindowServices().newsroom
  const { draft, change, forget } = useDraft(
    (forms) => forms.profile,
    before === undefined ? NEW_ONE : `profile ${before.name}`,
    { name: before?.name ?? '', pattern: before?.pattern ?? '' },
  )
  const { name, pattern } = draft
  const [problem, setProblem] = useState<{ readonly at: 'pattern' | 'form'; readonly text: string }>()
  const form = useFocusOnProblem(problem)

  const save = async (chooseFolder: boolean): Promise<void> => {
    const why = pattern === '' ? undefined : patternProblem(pattern)
    if (why !== undefined) return setProblem({ at: 'pattern', text: why })
    setProblem(undefined)
    const outcome = await call('saveProfile', {
      name,
      ...defined({ was: before?.name }),
      ...setup,
      ...(pattern === '' ? {} : { pattern }),
      chooseFolder,
    })
    if (!outcome.ok) setProblem({ at: 'form', text: outcome.message })
    else if (outcome.value.saved) {
      forget()
      onSaved(outcome.value.saved)
    }
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    void save(before === undefined)
  }

  return (
    <form
      ref={form}
      className="form export-profile-form"
      aria-label={
        before
          ? exportPanelText('profileForm.changeProfile', { name: before.name })
          : exportPanelText('profileForm.saveProfile')
      }
      onSubmit={submit}
    >
      <TextField
        label={exportPanelText('profileForm.name')}
        value={name}
        maxLength={200}
        autoFocus
        required
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label={exportPanelText('profileForm.fileName')}
        value={pattern}
        error={problem?.at === 'pattern' ? problem.text : undefined}
        hint={exportPanelText('profileForm.withoutEndingEmptyFormats', {
          join: PATTERN_WORDS.map((word) => `{${word}}`).join(', '),
        })}
        onChange={(event) => {
          change({ pattern: event.target.value })
          setProblem(undefined)
        }}
      />
      <div className="export-profile-tools">
        <Button type="submit">
          {before ? exportPanelText('profileForm.saveChanges') : exportPanelText('profileForm.chooseFolderSave')}
        </Button>
        {before ? <Button onClick={() => void save(true)}>{exportPanelText('profileForm.otherFolder')}</Button> : null}
        <Button
          onClick={() => {
            forget()
            onClose()
          }}
        >
          {exportPanelText('profileForm.cancel')}
        </Button>
      </div>
      <Problem text={problem?.at === 'form' ? problem.text : undefined} />
    </form>
  )
}
