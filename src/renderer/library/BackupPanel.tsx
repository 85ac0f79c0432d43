import { useEffect, useState } from 'react'
import type { BackupStatus } from '../../ipc/contract'
import type { BackupMade } from '../../story/requests/requests'
import { fileSize } from '../../story/text/fileSize'
import { Button, Dialog, SettledSelect } from '../ui'
import { useClose, useNewsroom } from '../state'
import { useWindowServices } from '../state/windowServices'

const EVERY: readonly { readonly value: BackupStatus['every']; readonly label: string }[] = [
  { value: 'day', label: 'Every day' },
  { value: 'hour', label: 'Every hour' },
  { value: 'never', label: 'Only when asked' },
]

/** Where the library is backed up to, how often, how the last one went; and one now. */
export function BackupPanel() {
  const close = useClose()
  const { call } = useWindowServices().newsroom
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
    const off = window.stet.on('backupChanged', setStatus)
    return () => {
      gone = true
      off()
    }
  }, [call])

  const { folder, every = 'never', running = false } = status ?? {}
  const shown = problem ?? status?.trouble
  return (
    <Dialog
      title="Backups"
      place="side"
      onClose={close}
      description="A copy of the library in another folder, best on another drive: only what is new is copied, and every file is read back. The copy before stays until the new one is complete."
    >
      <div className="form">
        <p className="form-note">
          {folder === undefined ? (
            'No folder is chosen yet.'
          ) : (
            <>
              Backups go to <strong className="path">{folder}</strong>.
            </>
          )}
        </p>
        {readOnly ? null : (
          <div>
            <Button autoFocus onClick={() => void ask(call('chooseBackupFolder', {}))} aria-disabled={running}>
              {folder === undefined ? 'Choose a folder…' : 'Choose another folder…'}
            </Button>
          </div>
        )}
        {folder === undefined || readOnly ? null : (
          <SettledSelect
            label="By itself, while Stet is open"
            value={every}
            options={EVERY}
            onSettle={(chosen) => {
              const found = EVERY.find((one) => one.value === chosen)
              if (found) void ask(call('setBackup', { every: found.value }))
            }}
          />
        )}
        <p role="status" aria-label="The last backup">
          {status ? inShort(status) : ''}
        </p>
        {shown ? (
          <p className="problem" role="alert">
            {shown}
          </p>
        ) : null}
        {folder === undefined || readOnly ? null : (
          <div className="form-foot">
            <Button
              look="primary"
              onClick={() => {
                if (!running) void ask(call('backUpNow', {}))
              }}
              aria-disabled={running}
            >
              Back up now
            </Button>
          </div>
        )}
        {readOnly ? <p className="form-note">Backed up by the Stet that writes here: {readOnly}</p> : null}
      </div>
    </Dialog>
  )
}

function inShort({ running, progress, last }: BackupStatus): string {
  if (running)
    return progress ? `Backing up: ${progress.done} of ${progress.of} stories and captured files.` : 'Backing up…'
  return last ? lastInWords(last) : 'Nothing has been backed up here yet.'
}

const lastInWords = ({ number, made, files, size, added }: BackupMade): string =>
  `Backup ${number}, ${made.slice(0, 16).replace('T', ' ')} UTC: ${files} files, ${fileSize(size)}, ${fileSize(added)} of it new. Every file was read back and is the same.`
