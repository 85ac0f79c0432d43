import { useEffect, useState } from 'react'
import type { LibraryProblem, LibraryReport } from '../../story/requests'
import { Button, Dialog } from '../parts'
import { useNewsroom, usePanels } from '../state'
import './overlays.css'

/** Checks every file of the library: what is wrong, what is safe, and what repairing does. */
export function DoctorPanel() {
  const { close } = usePanels()
  const { act, library, readOnly } = useNewsroom()
  const [report, setReport] = useState<LibraryReport>()
  const [busy, setBusy] = useState(true)
  const [problem, setProblem] = useState<string>()

  const run = async (repair: boolean): Promise<void> => {
    if (busy) return
    setBusy(true)
    const outcome = await act('library.doctor', { repair })
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) setReport(outcome.value)
  }
  useEffect(() => {
    let gone = false
    void act('library.doctor', {}).then((outcome) => {
      if (gone) return
      setBusy(false)
      if (outcome.ok) setReport(outcome.value)
      else setProblem(outcome.message)
    })
    return () => { gone = true }
  }, [act])

  const left = report?.problems.some(({ done }) => !done) ?? false
  return (
    <Dialog title="Check the library" place="side" onClose={close}>
      <div className="form">
        <p className="form-note">The library lies in <strong className="export-path">{library}</strong>.</p>
        <p role="status" aria-label="What was found">{busy ? 'Every file is being read…' : report ? inShort(report) : ''}</p>
        {report && report.problems.length > 0 ? <ul className="doctor-list">{report.problems.map((found) => <Finding key={`${found.path} ${found.what}`} found={found} folder={library} />)}</ul> : null}
        {problem ? <p className="problem" role="alert">{problem}</p> : null}
        <div className="form-foot">
          <Button onClick={() => void run(false)} aria-disabled={busy} autoFocus>Check again</Button>
          {left && !readOnly ? <Button look="primary" onClick={() => void run(true)} aria-disabled={busy}>Repair</Button> : null}
        </div>
        {readOnly ? <p className="form-note">Checked, not to be repaired here: {readOnly}</p> : null}
      </div>
    </Dialog>
  )
}

function Finding({ found: { path, what, safe, action, done }, folder }: { readonly found: LibraryProblem; readonly folder: string }) {
  return (
    <li>
      <strong className="export-path">{path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path}</strong>
      <dl>
        <div><dt>Wrong</dt><dd>{what}</dd></div>
        <div><dt>Safe</dt><dd>{safe}</dd></div>
        <div><dt>{done ? 'Done' : 'To do'}</dt><dd>{action}</dd></div>
      </dl>
    </li>
  )
}

function inShort({ problems }: LibraryReport): string {
  if (problems.length === 0) return 'Every file is as it should be.'
  const left = problems.filter(({ done }) => !done).length
  if (left === 0) return problems.length === 1 ? 'One thing was wrong and is repaired.' : `${problems.length} things were wrong and are repaired.`
  return left === 1 ? 'One thing is wrong.' : `${left} things are wrong.`
}
