import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useState } from 'react'
import type { BackupStatus } from '../../../ipc/contract'
import type { BackupMade } from '../../../story/requests/requests'
import { fileSize } from '../../../story/text/format/fileSize'
import { Button, rich, Problem } from '../../ui'
import { SettledSelect } from '../../ui/controls/SettledSelect'
import { Dialog } from '../../ui/dialogs/Dialog'
import { useClose, useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { beforeNote, scheduleNote } from './scheduleNote'
import { localMinute } from '../../../story/text/format/localMinute'

const EVERY: readonly BackupStatus['every'][] = ['day', 'hour', 'never']

/** Shows and sets where and how often the library is backed up, shows the last backup, and starts one. */
export function BackupPanel() {
  const close = useClose()
  const { call, bridge } = useWindowServices().newsroom
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const [status, setStatus] = useState<BackupStatus>()
  const [problem, setProblem] = useState<string>()

  const ask = async (
    work: Promise<
      { readonly ok: true; readonly value: BackupStatus } | { readonly ok: false; readonly message: string }
    >,
  ): Promise<void> => {
    const outcome = await work
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) setStatus(outcome.value)
  }
  useEffect(() => {
    let gone = false
    void call('backupStatus', {}).then((outcome) => {
      if (gone) return
      if (outcome.ok) setStatus(outcome.value)
      else setProblem(outcome.message)
    })
    const off = bridge.on('backupChanged', setStatus)
    return () => {
      gone = true
      off()
    }
  }, [call, bridge])

  const { folder, every = 'never', running = false } = status ?? {}
  const shown = problem ?? status?.problem
  // Without a folder it is clear that no backup is made by itself.
  const note = status && (folder === undefined ? beforeNote : scheduleNote)(status)
  return (
    <Dialog title={libraryText('backup.title')} place="side" onClose={close} description={libraryText('backup.note')}>
      <div className="form">
        {status === undefined ? (
          problem === undefined ? (
            <p className="form-note">{libraryText('backup.looking')}</p>
          ) : null
        ) : (
          <p className="form-note">
            {folder === undefined
              ? libraryText('backup.noFolder')
              : rich(libraryText('backup.folder'), { folder: () => <strong className="path">{folder}</strong> })}
          </p>
        )}
        {note === undefined ? null : <p className="form-note">{note}</p>}
        {readOnly ? null : (
          <div>
            <Button autoFocus onClick={() => void ask(call('chooseBackupFolder', {}))} aria-disabled={running}>
              {folder === undefined ? libraryText('backup.chooseFolder') : libraryText('backup.chooseAnother')}
            </Button>
          </div>
        )}
        {folder === undefined || readOnly ? null : (
          <SettledSelect
            label={libraryText('backup.byItself')}
            value={every}
            options={EVERY.map((value) => ({ value, label: libraryText(`backup.${value}`) }))}
            onSettle={(chosen) => {
              const found = EVERY.find((one) => one === chosen)
              if (found) void ask(call('setBackup', { every: found }))
            }}
          />
        )}
        <p role="status" aria-label={libraryText('backup.last')}>
          {status ? inShort(status) : ''}
        </p>
        <Problem text={shown} />
        {folder === undefined || readOnly ? null : (
          <div className="form-foot">
            <Button
              look="primary"
              onClick={() => {
                if (!running) void ask(call('backUpNow', {}))
              }}
              aria-disabled={running}
            >
              {libraryText('backup.now')}
            </Button>
          </div>
        )}
        {readOnly ? <p className="form-note">{libraryText('backup.readOnly', { readOnly })}</p> : null}
      </div>
    </Dialog>
  )
}

function inShort({ running, progress, last }: BackupStatus): string {
  if (running)
    return progress
      ? libraryText('backup.progress', { done: progress.done, of: progress.of })
      : libraryText('backup.running')
  return last ? lastInWords(last) : libraryText('backup.none')
}

const lastInWords = ({ number, made, files, size, added }: BackupMade): string =>
  libraryText('backup.made', {
    number,
    made: localMinute(made),
    files,
    size: fileSize(size),
    added: fileSize(added),
  })
