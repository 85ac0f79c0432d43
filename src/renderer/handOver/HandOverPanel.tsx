import { useState } from 'react'
import { exportPanelText } from '../../catalogue/window/exportPanel'
import { libraryText } from '../../catalogue/window/library'
import type { Calls } from '../../ipc/contract'
import { Button, CheckField, Dialog } from '../ui'
import { pick, useClose, useNewsroom, usePanels } from '../state'
import type { BulkStory } from '../state/stores/stories/bulkWork'
import { useWindowServices } from '../state/windowServices'
import { BundlePen } from '../pen/BundlePen'
import { ReceiverList } from './ReceiverList'
import { useReceivers } from './useReceivers'

/** Hands stories over in one file, to people whose key is trusted or to nobody by name. */
export function HandOverPanel() {
  const overlay = usePanels(({ overlay }) => overlay)
  return overlay?.kind === 'handOver' ? <HandOver stories={overlay.stories} to={overlay.to ?? []} /> : null
}

/** Headlines that are listed. The rest are counted. */
const MOST_LISTED = 8

function HandOver({ stories, to }: { readonly stories: readonly BulkStory[]; readonly to: readonly string[] }) {
  const { call } = useWindowServices().newsroom
  const { session, readOnly } = useNewsroom(pick('session', 'readOnly'))
  const close = useClose()
  const [ids] = useState(() => stories.map(({ id }) => id))
  const receivers = useReceivers(ids, to)
  const [withoutFiles, setWithoutFiles] = useState(false)
  const [pen, setPen] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [saved, setSaved] = useState<SavedBundle>()
  const { chosen, plan } = receivers
  const changed = (): void => {
    setProblem(undefined)
    setSaved(undefined)
  }

  const save = async (): Promise<void> => {
    if (busy) return
    changed()
    if (plan?.refused !== undefined) return setProblem(plan.refused)
    setBusy(true)
    const isOpen = session !== null && ids.includes(session.id)
    if (!isOpen || (await session.autosave.flush())) {
      const outcome = await call('saveBundle', {
        stories: ids,
        ...(chosen.length > 0 ? { for: chosen, shares: plan?.shares ?? [] } : {}),
        ...(withoutFiles ? { withoutFiles } : {}),
        ...(pen ? { pen } : {}),
      })
      if (!outcome.ok) setProblem(outcome.message)
      else if (outcome.value.path !== undefined) setSaved(outcome.value)
    } else setProblem(exportPanelText('exportPanel.exportedLatestWordsDisk'))
    setBusy(false)
  }

  return (
    <Dialog
      title={exportPanelText('handOver.title', { count: stories.length })}
      onClose={close}
      foot={
        <>
          <div className="form-outcome">
            {problem === undefined ? null : (
              <p className="problem" role="alert">
                {problem}
              </p>
            )}
            <div role="status">{saved ? <Saved saved={saved} people={chosen} /> : null}</div>
          </div>
          <Button onClick={close}>{exportPanelText('exportPanel.close')}</Button>
          <Button look="primary" autoFocus disabled={readOnly !== undefined} onClick={() => void save()}>
            {exportPanelText('exportPanel.save')}
          </Button>
        </>
      }
    >
      <div className="form">
        <ul className="hand-over-stories">
          {stories.slice(0, MOST_LISTED).map(({ id, headline }) => (
            <li key={id} dir="auto">
              {headline.trim() || libraryText('shared.untitled')}
            </li>
          ))}
          {stories.length > MOST_LISTED ? (
            <li className="soft">{exportPanelText('handOver.more', { count: stories.length - MOST_LISTED })}</li>
          ) : null}
        </ul>
        <ReceiverList receivers={receivers} onChange={changed} />
        {session !== null && ids.length === 1 && ids[0] === session.id ? (
          <BundlePen
            to={pen}
            onChange={(name) => {
              setPen(name)
              changed()
            }}
          />
        ) : null}
        <CheckField
          label={exportPanelText('bundle.withoutFiles')}
          hint={exportPanelText('bundle.withoutFilesHint')}
          checked={withoutFiles}
          onChange={(event) => {
            setWithoutFiles(event.target.checked)
            changed()
          }}
        />
        {readOnly ? (
          <p className="form-note">{exportPanelText('exportPanel.libraryOpenReadOnly', { readOnly })}</p>
        ) : null}
      </div>
    </Dialog>
  )
}

type SavedBundle = Calls['saveBundle']['answer']

function Saved({ saved, people }: { readonly saved: SavedBundle; readonly people: readonly string[] }) {
  const { path = '', sha256 = '', shared = [], losses = [] } = saved
  return (
    <>
      <p>
        {exportPanelText('exportPanel.saved')} <strong className="path">{path}</strong>
      </p>
      {shared.length > 0 ? (
        <p>{exportPanelText('for.sealed', { names: shared.join(', '), people: people.join(', ') })}</p>
      ) : null}
      <p className="soft">
        {exportPanelText('exportPanel.sha256')} <code>{sha256}</code>
      </p>
      {losses.map(({ what, count }) => (
        <p key={what} className="soft">
          {exportPanelText('bundle.stays', { what, count })}
        </p>
      ))}
    </>
  )
}
