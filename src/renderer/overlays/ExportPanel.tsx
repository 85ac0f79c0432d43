import { useId, useState } from 'react'
import { EXPORT_FORMATS, type ExportChoices, type ExportFormat, type ExportRequest } from '../../story/requests'
import { Button, CheckField, Dialog, TextArea } from '../parts'
import { useNewsroom, usePanels, useStory, type StoryHook } from '../state'
import { ExportGate } from './ExportGate'
import { ExportOptions } from './ExportOptions'
import { ExportPreviewPane } from './ExportPreviewPane'
import { FORMAT_WORDS } from './exportWords'
import { useExportPreview } from './useExportPreview'
import './overlays.css'

/** Takes the open story out of the desk: what it will be, what the gate and the leak scan say, one button. */
export function ExportPanel() {
  const story = useStory()
  const { close } = usePanels()
  if (story) return <Export key={story.id} story={story} />
  return <Dialog title="Export" onClose={close}><p className="soft">Open a story first: exports are made of the story in hand.</p></Dialog>
}

interface Saved { readonly path: string; readonly sha256: string }

function Export({ story }: { readonly story: StoryHook }) {
  const { call, readOnly } = useNewsroom()
  const { close } = usePanels()
  const id = useId()
  const [format, setFormat] = useState<ExportFormat>('html')
  const [choices, setChoices] = useState<ExportChoices>({})
  const [draft, setDraft] = useState(false)
  const [override, setOverride] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [saved, setSaved] = useState<Saved>()
  const preview = useExportPreview({ format, draft, choices })
  const blocks = preview?.verdict?.blocks ?? []
  const overridable = blocks.filter((finding) => finding.overridable)
  const changed = <T,>(set: (value: T) => void) => (value: T): void => { set(value); setSaved(undefined); setProblem(undefined) }

  const save = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    setSaved(undefined)
    const request: ExportRequest = {
      story: story.id, format, ...choices, ...(draft ? { draft } : {}), ...(override.trim() ? { override: override.trim() } : {})
    }
    if (await story.session.autosave.flush()) {
      const outcome = await call('saveExport', request)
      if (!outcome.ok) setProblem(outcome.message)
      else if (outcome.value.path !== undefined) setSaved({ path: outcome.value.path, sha256: outcome.value.sha256 ?? '' })
    } else setProblem('Not exported: the latest words are not on disk yet.')
    setBusy(false)
  }

  return (
    <Dialog
      title="Export" place="side" width="wide" onClose={close}
      foot={(
        <>
          <div className="export-outcome">
            {problem ? <p className="problem" role="alert">{problem}</p> : null}
            <div role="status">
              {saved ? <><p>Saved as <strong className="export-path">{saved.path}</strong></p><p className="soft">SHA-256 <code>{saved.sha256}</code></p></> : null}
            </div>
          </div>
          <Button onClick={close}>Close</Button>
          <Button look="primary" disabled={preview?.exported === undefined && overridable.length === 0 && !busy} onClick={() => void save()}>Save as…</Button>
        </>
      )}
    >
      <div className="export">
        <div className="export-choices form">
          <fieldset className="form-group">
            <legend className="field-label">Format</legend>
            {EXPORT_FORMATS.map((value) => (
              <label key={value} className="export-format">
                <input type="radio" name={`${id}-format`} checked={format === value} autoFocus={format === value} onChange={() => { changed(setFormat)(value); setChoices({}) }} />
                <span><strong>{FORMAT_WORDS[value].name}</strong><span className="soft">{FORMAT_WORDS[value].what}</span></span>
              </label>
            ))}
          </fieldset>
          <ExportOptions format={format} choices={choices} onChange={changed(setChoices)} />
          <CheckField
            label="Draft" hint="Marked DRAFT in the file and its name; only source protection is asked." checked={draft}
            onChange={(event) => changed(setDraft)(event.target.checked)}
          />
          {overridable.length > 0 ? (
            <TextArea
              label="Override what blocks, because" rows={2} value={override} hint="Editors only; holds for these words and goes into the history."
              onChange={(event) => { setOverride(event.target.value); setProblem(undefined) }}
            />
          ) : null}
          {readOnly ? <p className="form-note">This library is open read-only, so the export is not noted in its history: {readOnly}</p> : null}
        </div>
        <div className="export-view">
          <ExportGate preview={preview} onShow={close} />
          <ExportPreviewPane preview={preview} format={format} />
        </div>
      </div>
    </Dialog>
  )
}
