import { exportPanelText } from '../../catalogue/window/exportPanel'
import { defined } from '../../story/text/defined'
import { useRef, useState } from 'react'
import type { ExportProfile } from '../../story/desk/exportProfile'
import { hasEditions, type ExportFormat } from '../../story/requests/requests'
import { Button, CheckField, TextArea } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'
import { ReceiverList } from '../handOver/ReceiverList'
import { SavingOutcome } from '../handOver/SavingOutcome'
import { useBundle } from '../handOver/useBundle'
import { useSaving } from '../handOver/useSaving'
import { pick, useClose, useNewsroom, useStory, type StoryPart } from '../state'
import { useMedia } from '../state/hooks/useMedia'
import { blockWords } from '../checks/verdictWords'
import { Untold } from './Untold'
import { ExportGate } from './ExportGate'
import { ExportProfiles } from './profiles/ExportProfiles'
import { useExportSetup } from './profiles/useExportSetup'
import { useExportOverride } from './useExportOverride'
import { ExportOptions } from './ExportOptions'
import { ExportPreviewPane } from './preview/ExportPreviewPane'
import { BundleNote } from './BundleNote'
import { BundlePen } from '../pen/BundlePen'
import { FormatList } from './FormatList'
import { KillTo, useKillPlaces } from './KillTo'
import { useExportPreview } from './preview/useExportPreview'
import { useWindowServices } from '../state/windowServices'
import './export.css'

/** Exports the open story: a preview, the gate, the leak scan, one button. */
export function ExportPanel() {
  const story = useStory(pick('id', 'session', 'story', 'entries', 'apart'))
  const close = useClose()
  if (story) return <Export key={story.id} story={story} />
  return (
    <Dialog title={exportPanelText('exportPanel.export')} onClose={close}>
      <p className="soft">{exportPanelText('exportPanel.openStoryFirstExports')}</p>
    </Dialog>
  )
}

function Export({ story }: { readonly story: StoryPart<'id' | 'session' | 'story' | 'entries' | 'apart'> }) {
  const { call } = useWindowServices().newsroom
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const close = useClose()
  /** The story leaves whole, as a bundle. */
  const [whole, setWhole] = useState(false)
  const [handed] = useState(() => [story.id])
  const bundle = useBundle(handed, { off: !whole })
  const setup = useExportSetup()
  const { format, choices, draft } = setup
  /** The profile that the settings are those of. */
  const profile = setup.isAsProfile && !whole ? setup.profile : undefined
  const preview = useExportPreview({
    format,
    draft,
    choices,
    ...(whole ? { off: true } : {}),
    ...defined({ pattern: profile?.pattern }),
  })
  const blocks = preview?.verdict?.blocks ?? []
  const override = useExportOverride(story, blocks)
  const { refused } = override
  const overrideField = useRef<HTMLTextAreaElement>(null)
  const saving = useSaving(() => story.session.autosave.flush())
  const staysHere = draft || (hasEditions(format) && choices.edition !== 'public')
  const places = useKillPlaces(story, { off: whole || staysHere })
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value)
      saving.forget()
      places.forgetTold()
      override.stopAsking()
    }
  const chooseFormat = (next: ExportFormat | 'bundle'): void => {
    changed(setWhole)(next === 'bundle')
    if (next !== 'bundle') setup.setFormat(next)
  }

  const saveWhole = async (): Promise<void> => {
    const { plan } = bundle.receivers
    if (plan?.refused !== undefined) return saving.setProblem(plan.refused)
    await saving.save(() => call('saveBundle', bundle.request))
  }
  const saveFile = async (into: ExportProfile | undefined): Promise<void> => {
    // Asks for no file when the gate holds the export back.
    if (refused !== undefined) return saving.setProblem(exportPanelText('exportPanel.putRightWhatBlocks', { refused }))
    if (override.isMissing) {
      override.ask()
      return overrideField.current?.focus()
    }
    const reason = override.reason.trim()
    const typed = reason ? { override: reason, ...defined({ seen: preview?.verdict?.seen }) } : {}
    const path = await saving.save(() =>
      into
        ? call('saveToProfile', { story: story.id, profile: into.name, ...typed })
        : call('saveExport', { story: story.id, format, ...choices, ...(draft ? { draft } : {}), ...typed }),
    )
    if (path === undefined) return
    override.forget()
    const notNoted = await places.note(path)
    if (notNoted !== undefined) saving.setProblem(notNoted)
  }
  const save = async (into?: ExportProfile): Promise<void> => {
    if (saving.busy) return
    saving.forget()
    places.forgetTold()
    await (whole ? saveWhole() : saveFile(into))
  }

  const nothingYet = !whole && preview?.exported === undefined && !override.isPossible && !saving.busy
  // The button is filled once it saves. A press before that says what is missing, and leads to it.
  const ready = !whole && (refused !== undefined || override.isMissing) ? 'quiet' : 'primary'
  // The chosen format may have scrolled the gate out of sight (export.css).
  const isOneColumn = useMedia('(width < 720px)')
  return (
    <Dialog
      title={exportPanelText('exportPanel.export')}
      place="side"
      width="wide"
      onClose={close}
      foot={
        <>
          <SavingOutcome saving={saving} people={bundle.receivers.chosen} told={places.told}>
            {isOneColumn && !whole && blocks.length > 0 ? (
              <p className="is-stop">
                <span aria-hidden="true">✕</span> {blockWords(blocks)}
              </p>
            ) : null}
          </SavingOutcome>
          <Button onClick={close}>{exportPanelText('exportPanel.close')}</Button>
          <Button look={profile ? 'quiet' : ready} disabled={nothingYet} onClick={() => void save()}>
            {exportPanelText('exportPanel.save')}
          </Button>
          {profile ? (
            <Button look={ready} disabled={nothingYet} onClick={() => void save(profile)}>
              {exportPanelText('exportPanel.exportWithProfile', { name: profile.name })}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="export" ref={fromTheTop}>
        <div className="export-choices form">
          {whole ? null : (
            <ExportProfiles
              chosen={setup.profile}
              changed={!setup.isAsProfile}
              setup={{ format, choices, ...(draft ? { draft } : {}) }}
              onChoose={changed(setup.setProfile)}
            />
          )}
          <FormatList chosen={whole ? 'bundle' : format} onChoose={chooseFormat} />
          {whole ? (
            <>
              <CheckField
                label={exportPanelText('bundle.withoutFiles')}
                hint={exportPanelText('bundle.withoutFilesHint')}
                checked={bundle.withoutFiles}
                onChange={(event) => changed(bundle.setWithoutFiles)(event.target.checked)}
              />
              <BundlePen to={bundle.pen} onChange={changed(bundle.setPen)} />
            </>
          ) : (
            <>
              <ExportOptions format={format} choices={choices} onChange={changed(setup.setChoices)} />
              <CheckField
                label={exportPanelText('exportPanel.draft')}
                hint={exportPanelText('exportPanel.markedDraftFileName')}
                checked={draft}
                onChange={(event) => changed(setup.setDraft)(event.target.checked)}
              />
              <KillTo places={places} onChange={changed(places.choose)} />
            </>
          )}
          {!whole && override.isPossible && refused === undefined ? (
            <TextArea
              ref={overrideField}
              label={exportPanelText('exportPanel.overrideWhatBlocksBecause')}
              rows={2}
              value={override.reason}
              hint={exportPanelText('exportPanel.holdsTheseWordsGoes')}
              error={override.isAsked ? exportPanelText('exportPanel.putRightOrOverride') : undefined}
              onChange={(event) => {
                override.type(event.target.value)
                saving.setProblem(undefined)
                override.stopAsking()
              }}
            />
          ) : null}
          {readOnly ? (
            <p className="form-note">{exportPanelText('exportPanel.libraryOpenReadOnly', { readOnly })}</p>
          ) : null}
        </div>
        <div className="export-view">
          {whole ? (
            <>
              <ReceiverList receivers={bundle.receivers} onChange={() => changed(setWhole)(true)} />
              <BundleNote />
            </>
          ) : (
            <>
              <ExportGate preview={preview} onShow={close} />
              {refused === undefined ? null : <p className="soft">{refused}</p>}
              <Untold story={story} />
              <ExportPreviewPane preview={preview} format={format} />
            </>
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** The chosen format has the keyboard from the start, and where the panel scrolls it would scroll the gate away. */
const fromTheTop = (panel: HTMLElement | null): void => {
  if (panel?.parentElement) panel.parentElement.scrollTop = 0
}
