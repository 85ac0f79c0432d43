import { useState } from 'react'
import { exportPanelText } from '../../catalogue/window/exportPanel'
import { libraryText } from '../../catalogue/window/library'
import { Button, CheckField } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'
import { pick, useClose, useNewsroom, usePanels } from '../state'
import type { BulkStory } from '../state/stores/stories/bulkWork'
import { useWindowServices } from '../state/windowServices'
import { BundlePen } from '../pen/BundlePen'
import { ReceiverList } from './ReceiverList'
import { SavingOutcome } from './SavingOutcome'
import { useBundle } from './useBundle'
import { useSaving } from './useSaving'

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
  const { receivers, withoutFiles, setWithoutFiles, pen, setPen, request } = useBundle(ids, { to })
  const isOpen = session !== null && ids.includes(session.id)
  const saving = useSaving(() => (isOpen ? session.autosave.flush() : Promise.resolve(true)))
  const { chosen, plan } = receivers

  const save = async (): Promise<void> => {
    if (saving.busy) return
    saving.forget()
    if (plan?.refused !== undefined) return saving.setProblem(plan.refused)
    await saving.save(() => call('saveBundle', request))
  }

  return (
    <Dialog
      title={exportPanelText('handOver.title', { count: stories.length })}
      onClose={close}
      foot={
        <>
          <SavingOutcome saving={saving} people={chosen} />
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
        <ReceiverList receivers={receivers} onChange={saving.forget} />
        {session !== null && ids.length === 1 && ids[0] === session.id ? (
          <BundlePen
            to={pen}
            onChange={(name) => {
              setPen(name)
              saving.forget()
            }}
          />
        ) : null}
        <CheckField
          label={exportPanelText('bundle.withoutFiles')}
          hint={exportPanelText('bundle.withoutFilesHint')}
          checked={withoutFiles}
          onChange={(event) => {
            setWithoutFiles(event.target.checked)
            saving.forget()
          }}
        />
        {readOnly ? (
          <p className="form-note">{exportPanelText('exportPanel.libraryOpenReadOnly', { readOnly })}</p>
        ) : null}
      </div>
    </Dialog>
  )
}
