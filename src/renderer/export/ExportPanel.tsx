import { exportPanelText } from '../../catalogue/window/exportPanel'
import { defined } from '../../story/text/defined'
import { useRef, useState } from 'react'
import { whyNotOverrideAll } from '../../gate/override'
import { whySaidTo } from '../../story/desk/saidTo'
import type { ExportProfile } from '../../story/desk/exportProfile'
import {
  hasEditions,
  type ExportChoices,
  type ExportFormat,
  type ExportRequest,
  type Loss,
} from '../../story/requests/requests'
import { Button, CheckField, Dialog, TextArea } from '../ui'
import { ReceiverList } from '../handOver/ReceiverList'
import { useReceivers } from '../handOver/useReceivers'
import { pick, useClose, useNewsroom, useStory, type StoryPart } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { useMedia } from '../state/hooks/useMedia'
import { blockWords } from '../checks/verdictWords'
import { Untold } from './Untold'
import { ExportGate } from './ExportGate'
import { ExportProfiles } from './ExportProfiles'
import { ExportOptions } from './ExportOptions'
import { ExportPreviewPane } from './ExportPreviewPane'
import { BundleNote } from './BundleNote'
import { BundlePen } from '../pen/BundlePen'
import { FormatList } from './FormatList'
import { KillTo, useKillPlaces } from './KillTo'
import { useExportPreview } from './useExportPreview'
import { useWindowServices } from '../state/windowServices'
import './export.css'

/** Exports the open story: a preview, the gate, the leak scan, one button. */
export function ExportPanel() {
  const story = useStory(pick('id', 'session', 'story', 'entries'))
  const close = useClose()
  if (story) return <Export key={story.id} story={story} />
  return (
    <Dialog title={exportPanelText('exportPanel.export')} onClose={close}>
      <p className="soft">{exportPanelText('exportPanel.openStoryFirstExports')}</p>
    </Dialog>
  )
}

interface Saved {
  readonly path: string
  readonly sha256: string
  /** What of a story that left whole stays here. */
  readonly stays?: readonly Loss[]
  /** Protected sources that are sealed in it, for whom. */
  readonly sealed?: string
  /** The place that is marked as notified of the kill. */
  readonly told?: string
}

function Export({ story }: { readonly story: StoryPart<'id' | 'session' | 'story' | 'entries'> }) {
  const { act, call } = useWindowServices().newsroom
  const { desk, person, readOnly } = useNewsroom(pick('desk', 'person', 'readOnly'))
  const close = useClose()
  const [format, setFormat] = useState<ExportFormat>('html')
  const [choices, setChoices] = useState<ExportChoices>({})
  const [draft, setDraft] = useState(false)
  const [whole, setWhole] = useState(false)
  const [withoutFiles, setWithoutFiles] = useState(false)
  const [handed] = useState(() => [story.id])
  const receivers = useReceivers(handed, [], !whole)
  const [pen, setPen] = useState('')
  const [profile, setProfile] = useState<ExportProfile>()
  const {
    draft: { reason: override },
    change: type,
    forget,
  } = useDraft((forms) => forms.exportOverride, story.id, { reason: '' })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [saved, setSaved] = useState<Saved>()
  const waiting = useKillPlaces(story.id, story.entries, story.story.ledger.standing.stage === 'killed')
  const [tells, setTells] = useState<number>()
  const staysHere = draft || (hasEditions(format) && choices.edition !== 'public')
  const places = whole || staysHere ? [] : waiting
  // The profile as the library has it now: another window may have changed or removed it.
  const chosen = desk.settings.profiles?.find(({ name }) => name === profile?.name) ?? profile
  const asChosen = chosen !== undefined && sameSetup(chosen, { format, choices, draft })
  const preview = useExportPreview({
    format,
    draft,
    choices,
    ...(whole ? { off: true } : {}),
    ...(asChosen && chosen.pattern !== undefined ? { pattern: chosen.pattern } : {}),
  })
  const blocks = preview?.verdict?.blocks ?? []
  // The chosen format may have scrolled the gate out of sight (export.css).
  const isOneColumn = useMedia('(width < 720px)')
  const overridable = blocks.filter((finding) => finding.overridable)
  const refused =
    person === undefined ? undefined : whySaidTo(person, whyNotOverrideAll(blocks, person, story.story, desk))
  const nothingYet = !whole && preview?.exported === undefined && overridable.length === 0 && !busy
  // The button is filled once it saves. A press before that says what is missing, and leads to it.
  const waits = !whole && (refused !== undefined || (overridable.length > 0 && override.trim() === ''))
  const ready = waits ? 'quiet' : 'primary'
  const [unsaid, setUnsaid] = useState(false)
  const overrideField = useRef<HTMLTextAreaElement>(null)
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value)
      setSaved(undefined)
      setProblem(undefined)
      setUnsaid(false)
    }

  const choose = (next: ExportProfile | undefined): void => {
    changed(setProfile)(next)
    if (next === undefined) return
    setFormat(next.format)
    setChoices(next.choices)
    setDraft(next.draft ?? false)
  }
  const saveWhole = async (): Promise<void> => {
    const { chosen: people, plan } = receivers
    if (plan?.refused !== undefined) return setProblem(plan.refused)
    setBusy(true)
    if (await story.session.autosave.flush()) {
      const outcome = await call('saveBundle', {
        stories: [story.id],
        ...(people.length > 0 ? { for: people, shares: plan?.shares ?? [] } : {}),
        ...(withoutFiles ? { withoutFiles } : {}),
        ...(pen ? { pen } : {}),
      })
      if (!outcome.ok) setProblem(outcome.message)
      else if (outcome.value.path !== undefined) {
        const { path, sha256 = '', losses = [], shared = [] } = outcome.value
        const names = { names: shared.join(', '), people: people.join(', ') }
        const sealed = shared.length > 0 ? exportPanelText('for.sealed', names) : undefined
        setSaved({ path, sha256, stays: losses, ...defined({ sealed }) })
      }
    } else setProblem(exportPanelText('exportPanel.exportedLatestWordsDisk'))
    setBusy(false)
  }
  /** Notes that the chosen place got the kill. */
  const tell = async (path: string): Promise<Pick<Saved, 'told'>> => {
    const place = places.find(({ entry }) => entry === tells)
    if (!place) return {}
    const { destination, entry } = place
    const how = path.split(/[/\\]/u).at(-1) ?? path
    const outcome = await act('kill.told', { story: story.id, destination, entry, how })
    if (!outcome.ok) setProblem(outcome.message)
    else setTells(undefined)
    return outcome.ok ? { told: destination } : {}
  }
  const save = async (into?: ExportProfile): Promise<void> => {
    if (busy) return
    setProblem(undefined)
    setSaved(undefined)
    if (whole) return saveWhole()
    // Asks for no file when the gate holds the export back.
    if (refused !== undefined) return setProblem(exportPanelText('exportPanel.putRightWhatBlocks', { refused }))
    if (overridable.length > 0 && override.trim() === '') {
      setUnsaid(true)
      return overrideField.current?.focus()
    }
    setBusy(true)
    const typed = override.trim() ? { override: override.trim(), ...defined({ seen: preview?.verdict?.seen }) } : {}
    const request: ExportRequest = {
      story: story.id,
      format,
      ...choices,
      ...(draft ? { draft } : {}),
      ...typed,
    }
    if (await story.session.autosave.flush()) {
      const outcome = await (into
        ? call('saveToProfile', { story: story.id, profile: into.name, ...typed })
        : call('saveExport', request))
      if (!outcome.ok) setProblem(outcome.message)
      else if (outcome.value.path !== undefined) {
        forget()
        const { path, sha256 = '' } = outcome.value
        setSaved({ path, sha256, ...(await tell(path)) })
      }
    } else setProblem(exportPanelText('exportPanel.exportedLatestWordsDisk'))
    setBusy(false)
  }

  return (
    <Dialog
      title={exportPanelText('exportPanel.export')}
      place="side"
      width="wide"
      onClose={close}
      foot={
        <>
          <div className="form-outcome">
            {isOneColumn && !whole && blocks.length > 0 ? (
              <p className="is-stop">
                <span aria-hidden="true">✕</span> {blockWords(blocks)}
              </p>
            ) : null}
            {problem ? (
              <p className="problem" role="alert">
                {problem}
              </p>
            ) : null}
            <div role="status">
              {saved ? (
                <>
                  <p>
                    {exportPanelText('exportPanel.saved')} <strong className="path">{saved.path}</strong>
                  </p>
                  {saved.sealed === undefined ? null : <p>{saved.sealed}</p>}
                  {saved.told === undefined ? null : (
                    <p>{exportPanelText('killTo.told', { destination: saved.told })}</p>
                  )}
                  <p className="soft">
                    {exportPanelText('exportPanel.sha256')} <code>{saved.sha256}</code>
                  </p>
                  {(saved.stays ?? []).map(({ what, count }) => (
                    <p key={what} className="soft">
                      {exportPanelText('bundle.stays', { what, count })}
                    </p>
                  ))}
                </>
              ) : null}
            </div>
          </div>
          <Button onClick={close}>{exportPanelText('exportPanel.close')}</Button>
          <Button look={asChosen && !whole ? 'quiet' : ready} disabled={nothingYet} onClick={() => void save()}>
            {exportPanelText('exportPanel.save')}
          </Button>
          {asChosen && !whole ? (
            <Button look={ready} disabled={nothingYet} onClick={() => void save(chosen)}>
              {exportPanelText('exportPanel.export2', { name: chosen.name })}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="export" ref={fromTheTop}>
        <div className="export-choices form">
          {whole ? null : (
            <ExportProfiles
              chosen={chosen}
              changed={!asChosen}
              setup={{ format, choices, ...(draft ? { draft } : {}) }}
              onChoose={choose}
            />
          )}
          <FormatList
            chosen={whole ? 'bundle' : format}
            onChoose={(chosen) => {
              changed(setWhole)(chosen === 'bundle')
              if (chosen === 'bundle') return
              setFormat(chosen)
              setChoices({})
            }}
          />
          {whole ? (
            <>
              <CheckField
                label={exportPanelText('bundle.withoutFiles')}
                hint={exportPanelText('bundle.withoutFilesHint')}
                checked={withoutFiles}
                onChange={(event) => changed(setWithoutFiles)(event.target.checked)}
              />
              <BundlePen to={pen} onChange={changed(setPen)} />
            </>
          ) : (
            <>
              <ExportOptions format={format} choices={choices} onChange={changed(setChoices)} />
              <CheckField
                label={exportPanelText('exportPanel.draft')}
                hint={exportPanelText('exportPanel.markedDraftFileName')}
                checked={draft}
                onChange={(event) => changed(setDraft)(event.target.checked)}
              />
              <KillTo places={places} value={tells} onChange={changed(setTells)} />
            </>
          )}
          {!whole && overridable.length > 0 && refused === undefined ? (
            <TextArea
              ref={overrideField}
              label={exportPanelText('exportPanel.overrideWhatBlocksBecause')}
              rows={2}
              value={override}
              hint={exportPanelText('exportPanel.holdsTheseWordsGoes')}
              error={unsaid ? exportPanelText('exportPanel.putRightWhatBlocks2') : undefined}
              onChange={(event) => {
                type({ reason: event.target.value })
                setProblem(undefined)
                setUnsaid(false)
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
              <ReceiverList receivers={receivers} onChange={() => changed(setWhole)(true)} />
              <BundleNote />
            </>
          ) : (
            <>
              <ExportGate preview={preview} onShow={close} />
              {refused === undefined ? null : <p className="soft">{refused}</p>}
              <Untold entries={story.entries} />
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

/** Whether the panel has the profile's settings. An absent setting means the format's default. */
function sameSetup(
  profile: ExportProfile,
  now: { readonly format: ExportFormat; readonly choices: ExportChoices; readonly draft: boolean },
): boolean {
  const plain = (choices: ExportChoices): string =>
    JSON.stringify(
      Object.entries(choices)
        .filter(([, value]) => value !== undefined && value !== false)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return (
    profile.format === now.format &&
    (profile.draft ?? false) === now.draft &&
    plain(profile.choices) === plain(now.choices)
  )
}
