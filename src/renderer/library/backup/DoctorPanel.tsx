import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useRef, useState } from 'react'
import { fileSize } from '../../../story/text/format/fileSize'
import { backupsInWords } from '../../../story/requests/library/backupsInWords'
import type { LibraryProblem, LibraryReport, UnusedFile } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'
import { Button, rich, Problem } from '../../ui'
import { Dialog } from '../../ui/dialogs/Dialog'
import { pick, useClose, useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { scheduleNote } from './scheduleNote'
import { useBackupStatus } from './useBackupStatus'
import './doctor.css'
import { shortDay } from '../../facts/shortTime'

/** Checks every file of the library: lists what is wrong, what is safe and what a repair does. */
export function DoctorPanel() {
  const close = useClose()
  const { act } = useWindowServices().newsroom
  const { library, readOnly } = useNewsroom(pick('library', 'readOnly'))
  const again = useRef<HTMLButtonElement>(null)
  const [report, setReport] = useState<LibraryReport>()
  const [busy, setBusy] = useState(true)
  const [problem, setProblem] = useState<string>()
  const [removed, setRemoved] = useState<readonly UnusedFile[]>()

  const run = async (repair: boolean): Promise<void> => {
    if (busy) return
    setBusy(true)
    setRemoved(undefined)
    const outcome = await act('library.doctor', { repair })
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) setReport(outcome.value)
  }
  const tidy = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const outcome = await act('library.tidy', {})
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
    if (!outcome.ok) return
    setRemoved(outcome.value.removed)
    setReport((found) => {
      if (!found) return undefined
      const { ok, problems, backups } = found
      return { ok, problems, ...defined({ backups }) }
    })
    again.current?.focus()
  }
  useEffect(() => {
    let gone = false
    void act('library.doctor', {}).then((outcome) => {
      if (gone) return
      setBusy(false)
      if (outcome.ok) setReport(outcome.value)
      else setProblem(outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act])

  const backups = useBackupStatus()
  const note = backups && scheduleNote(backups)
  const left = report?.problems.some(({ done }) => !done) ?? false
  return (
    <Dialog title={libraryText('doctor.title')} place="side" onClose={close}>
      <div className="form">
        <p className="form-note">
          {rich(libraryText('library.place'), { folder: () => <strong className="path">{library}</strong> })}
        </p>
        <p role="status" aria-label={libraryText('doctor.found')}>
          {busy ? libraryText('doctor.reading') : report ? inShort(report) : ''}
        </p>
        {report && report.problems.length > 0 ? (
          <ul className="doctor-list">
            {report.problems.map((found) => (
              <Finding key={`${found.path} ${found.what}`} found={found} folder={library} />
            ))}
          </ul>
        ) : null}
        {report?.unused ? <Unused files={report.unused} /> : null}
        {report?.backups ? <p className="form-note">{backupsInWords(report.backups)}</p> : null}
        {note === undefined ? null : <p className="form-note">{note}</p>}
        {removed ? (
          <p role="status" aria-label={libraryText('doctor.removedName')}>
            {removed.length === 0
              ? libraryText('doctor.nothingRemoved')
              : libraryText('doctor.removed', { removed: counted(removed) })}
          </p>
        ) : null}
        <Problem text={problem} />
        <div className="form-foot">
          <Button ref={again} onClick={() => void run(false)} aria-disabled={busy} autoFocus>
            {libraryText('doctor.again')}
          </Button>
          {left && !readOnly ? (
            <Button look="primary" onClick={() => void run(true)} aria-disabled={busy}>
              {libraryText('doctor.repair')}
            </Button>
          ) : null}
          {report?.unused && !readOnly ? (
            <Button onClick={() => void tidy()} aria-disabled={busy}>
              {libraryText('doctor.remove', { count: report.unused.length })}
            </Button>
          ) : null}
        </div>
        {readOnly ? <p className="form-note">{libraryText('doctor.readOnly', { readOnly })}</p> : null}
      </div>
    </Dialog>
  )
}

function Finding({
  found: { path, what, safe, action, done },
  folder,
}: {
  readonly found: LibraryProblem
  readonly folder: string
}) {
  return (
    <li>
      <strong className="path">{path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path}</strong>
      <dl>
        <div>
          <dt>{libraryText('doctor.wrong')}</dt>
          <dd>{what}</dd>
        </div>
        <div>
          <dt>{libraryText('doctor.safe')}</dt>
          <dd>{safe}</dd>
        </div>
        <div>
          <dt>{done ? libraryText('doctor.done') : libraryText('doctor.toDo')}</dt>
          <dd>{action}</dd>
        </div>
      </dl>
    </li>
  )
}

function Unused({ files }: { readonly files: readonly UnusedFile[] }) {
  return (
    <section aria-label={libraryText('doctor.unused')}>
      <p className="form-note">{libraryText('doctor.unusedNote', { files: counted(files) })}</p>
      <ul className="doctor-unused">
        {files.map(({ sha256, size, modified }) => (
          <li key={sha256}>
            <span className="path">evidence/{sha256}</span>{' '}
            <span className="soft">
              {fileSize(size)}, {shortDay(modified)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const counted = (files: readonly UnusedFile[]): string =>
  libraryText('doctor.files', {
    count: files.length,
    size: fileSize(files.reduce((sum, { size }) => sum + size, 0)),
  })

function inShort({ problems }: LibraryReport): string {
  if (problems.length === 0) return libraryText('doctor.allWell')
  const left = problems.filter(({ done }) => !done).length
  return left === 0
    ? libraryText('doctor.repaired', { count: problems.length })
    : libraryText('doctor.problems', { count: left })
}
