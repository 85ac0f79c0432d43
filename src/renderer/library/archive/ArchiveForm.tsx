import { useState, type FormEvent } from 'react'
import { archiveText } from '../../../catalogue/window/archive'
import { localClock } from '../../../story/query/queryClock'
import { Button, Problem, rich, TextField } from '../../ui'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import { useWindowServices } from '../../state/windowServices'

interface ArchiveFormProps {
  /** “2026-01-01”, or ''. */
  readonly day: string
  readonly setDay: (day: string) => void
  readonly folder: string | undefined
  readonly setFolder: (folder: string) => void
  /** No story is as old as that. */
  readonly nothing: boolean
  readonly problem: string | undefined
  readonly onLook: (before: string, folder: string) => void
  readonly onCancel: () => void
}

/** Asks for the day and for the folder. Nothing moves before the stories were named. */
export function ArchiveForm(props: ArchiveFormProps) {
  const { day, setDay, folder, setFolder, nothing, problem, onLook, onCancel } = props
  const { call } = useWindowServices().newsroom
  const once = useOneAtATime()
  const [failed, setFailed] = useState<string>()
  /** The form was sent without a day or a folder. */
  const [isSent, setIsSent] = useState(false)
  const [changedSince, setChangedSince] = useState(false)

  const chooseFolder = async (): Promise<void> => {
    const outcome = await call('chooseArchiveFolder', {})
    setFailed(outcome.ok ? undefined : outcome.message)
    if (!outcome.ok || outcome.value.folder === undefined) return
    setFolder(outcome.value.folder)
    setChangedSince(true)
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setIsSent(true)
    if (day !== '' && folder !== undefined) onLook(startOf(day), folder)
  }
  const lacksDay = isSent && day === ''
  const lacksFolder = isSent && !lacksDay && folder === undefined
  const said = changedSince ? undefined : nothing ? archiveText('nothing', { date: day }) : problem
  return (
    <form className="form" onSubmit={send} noValidate>
      <TextField
        label={archiveText('before')}
        hint={archiveText('beforeHint')}
        error={lacksDay ? archiveText('needsDate') : undefined}
        type="date"
        autoFocus
        max="9999-12-31"
        value={day}
        onChange={({ target: { value } }) => {
          setDay(value)
          setChangedSince(true)
        }}
      />
      <p className="form-note">
        {folder === undefined
          ? archiveText('noFolder')
          : rich(archiveText('folder'), { folder: () => <strong className="path">{folder}</strong> })}
      </p>
      <div>
        <Button onClick={() => void once(chooseFolder)}>
          {archiveText(folder === undefined ? 'chooseFolder' : 'chooseAnother')}
        </Button>
      </div>
      <Problem text={failed ?? (lacksFolder ? archiveText('needsFolder') : said)} />
      <div className="form-foot">
        <Button onClick={onCancel}>{archiveText('cancel')}</Button>
        <Button type="submit" look="primary">
          {archiveText('look')}
        </Button>
      </div>
    </form>
  )
}

/** The instant at which the day begins here, as in the filter “before:” of the list. */
const startOf = (day: string): string => new Date(localClock(0).startOfDay(day)).toISOString()
