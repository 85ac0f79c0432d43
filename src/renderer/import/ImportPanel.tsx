import { libraryText } from '../../catalogue/window/library'
import { useEffect, useId, useRef, useState, type DragEvent, type RefObject } from 'react'
import type { ImportPreview } from '../../story/requests/requests'
import { Button, Problem } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'
import { useClose, useNotice, usePanels } from '../state'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { useUndoMerges } from '../history/since/useUndoMerges'
import { useWindowServices } from '../state/windowServices'
import { languageName } from '../fields/languageName'
import type { ArrivedFile } from '../state/stores/incomingFile'
import { filesOfDrop, filesOfFolder } from './droppedFiles'
import { ArrivedFields } from './ArrivedFields'
import { BundlePreview } from './BundlePreview'
import { isWanted, storiesIn, useImports, type Arrival, type Progress } from './useImports'
import { afterDrawing } from '../ui/focus/focusService'
import { focusInDialog } from '../ui/dialogs/focusInDialog'
import { focusSheet } from '../state/session/sheet/focusSheet'
import '../ui/dropZone.css'
import './import.css'

/** Turns a file input into one for folders. React does not know the attribute. */
const folderField =
  (folder: RefObject<HTMLInputElement | null>) =>
  (field: HTMLInputElement | null): void => {
    if (field) field.webkitdirectory = true
    folder.current = field
  }

/** Previews files and imports them. Each preview shows what the import would lose. */
export function ImportPanel() {
  const { call, openStory } = useWindowServices().newsroom
  const { open, store } = useWindowServices().panels
  const close = useClose()
  const overlay = usePanels(({ overlay }) => overlay)
  const { newsroom } = useWindowServices()
  const { offer } = useUndoMerges()
  const { announce, say } = useNotice()
  const imports = useImports()
  const { arrivals, progress } = imports
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)
  const taken = arrivals.filter((arrival) => arrival.take && isWanted(arrival))
  const dropped = overlay?.kind === 'import' ? overlay.files : undefined
  const folder = useRef<HTMLInputElement>(null)
  const seen = useRef<readonly ArrivedFile[]>(undefined)
  const chooser = useRef<HTMLDivElement>(null)
  const importButton = useRef<HTMLButtonElement>(null)
  const [gone] = useState(() => new AbortController())
  useEffect(() => () => gone.abort(), [gone])

  const once = useOneAtATime()
  /** How many choices and drops are not read yet. */
  const coming = useRef(0)
  const awaited = async (files: () => Promise<void>): Promise<void> => {
    coming.current++
    try {
      await files()
    } finally {
      coming.current--
    }
  }
  /** Whether files came that are not imported: the panel stays open for them. */
  const isWaiting = (): boolean => {
    const now = store.getState().overlay
    const isNew = now?.kind === 'import' && now.files !== undefined && now.files !== seen.current
    return isNew || coming.current > 0 || imports.isWaiting()
  }

  /** Reads the files, then moves the keyboard to the next step. */
  const receive = async (files: readonly ArrivedFile[]): Promise<void> => {
    await imports.add(files)
    afterDrawing(() => {
      if (chooser.current?.contains(document.activeElement)) importButton.current?.focus()
    })
    toNextStep()
  }

  /**
   * What had the keyboard is gone: the form of a sender who is trusted now, Stop, or Import while files are read. With
   * nothing to import, other files can be chosen.
   */
  const toNextStep = (): void =>
    focusInDialog(() =>
      importButton.current?.disabled === false ? importButton.current : chooser.current?.querySelector('button'),
    )

  // Files dropped on the window come with the overlay, also while it is open.
  useEffect(() => {
    if (dropped === undefined || dropped === seen.current) return
    seen.current = dropped
    void receive(dropped)
  })

  const choose = (): Promise<void> =>
    awaited(async () => {
      setProblem(undefined)
      const outcome = await call('chooseImports', {})
      if (outcome.ok)
        await receive(
          outcome.value.map((file) =>
            'bytes' in file ? { name: file.name, bytes: () => Promise.resolve(file.bytes) } : file,
          ),
        )
      else setProblem(outcome.message)
    })

  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const files = filesOfDrop(event.dataTransfer)
    void awaited(async () => receive(await files))
  }

  const importAll = async (): Promise<void> => {
    const { first, merged, stories: came, done, failed, stopped } = await imports.importTaken()
    announce(libraryText('import.done', { stories: came, failed }))
    const isAll = (): boolean => failed === 0 && !stopped && !isWaiting()
    const back = isAll() && !gone.signal.aborted ? await imports.cameBack(merged) : []
    // The person closed the panel and does something else: neither story nor keyboard moves.
    if (gone.signal.aborted) {
      const words = libraryText(done + failed < taken.length ? 'import.panelClosed' : 'import.filesImported', {
        done,
        count: taken.length,
      })
      return merged.length > 0 ? offer(merged, undefined, { before: words }) : say(words)
    }
    const shown = back[0]?.story ?? first
    if (shown !== undefined) await openStory(shown)
    offer(merged, shown)
    // Closed meanwhile, or something is left to do here.
    if (!isAll() || gone.signal.aborted) return
    if (back.length > 0) return open({ kind: 'since', back: { stories: back, at: 0, merged } })
    close()
    // Moves to the words once the panel has returned the keyboard. Who is in the copy already keeps the caret.
    afterDrawing(() => {
      const editor = newsroom.store.getState().session?.editor
      if (editor?.view.hasFocus() !== false) return
      editor.commands.focus('start')
      if (!editor.isEditable) focusSheet(editor)
    })
  }

  return (
    <Dialog
      title={libraryText('import.title')}
      place="side"
      onClose={close}
      description={libraryText('import.description')}
      foot={
        <>
          <p role="status" className="form-outcome">
            {progress
              ? libraryText('import.progress', { what: doingWords(progress), at: progress.done + 1, of: progress.of })
              : ''}
          </p>
          {progress ? <progress aria-label={progressName(progress)} value={progress.done} max={progress.of} /> : null}
          {progress ? <Button onClick={imports.stop}>{libraryText('import.stop')}</Button> : null}
          <Button onClick={close}>{libraryText('shared.cancel')}</Button>
          <Button
            ref={importButton}
            look="primary"
            disabled={taken.length === 0 || progress !== undefined}
            onClick={() => void once(importAll)}
          >
            {importWords(taken)}
          </Button>
        </>
      }
    >
      <div
        className="drop-zone"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div ref={chooser} className="drop-choose">
          <Button autoFocus onClick={() => void choose()}>
            {libraryText('import.chooseFiles')}
          </Button>
          <Button onClick={() => folder.current?.click()}>{libraryText('import.chooseFolder')}</Button>
          <input
            ref={folderField(folder)}
            type="file"
            hidden
            onChange={(event) => {
              const files = filesOfFolder(event.target.files ?? [])
              event.target.value = ''
              if (files.length === 0) setProblem(libraryText('import.emptyFolder'))
              else {
                setProblem(undefined)
                void receive(files)
              }
            }}
          />
        </div>
        <p className="soft">{libraryText('import.drop')}</p>
      </div>
      <Problem text={problem} />
      <ul className="arrivals" aria-label={libraryText('import.files')}>
        {arrivals.map((arrival) => (
          <ArrivalItem
            key={arrival.key}
            arrival={arrival}
            short={arrivals.length > MOST_WITH_COPY}
            onTake={(take) => imports.take(arrival.key, take)}
            onTrust={() => void imports.again(arrival.key).then(toNextStep)}
          />
        ))}
      </ul>
    </Dialog>
  )
}

const doingWords = ({ what }: Progress): string => libraryText(`import.${what}`)

const progressName = (progress: Progress): string =>
  progress.what === 'compares'
    ? libraryText('import.comparesName')
    : libraryText('import.progressName', { what: doingWords(progress) })

/** Without a chosen file the button shows no number. */
const importWords = (taken: readonly Arrival[]): string => {
  const stories = taken.map(storiesIn)
  const count = stories.reduce((sum, one) => sum + one.count, 0)
  const merged = stories.reduce((sum, one) => sum + one.merged, 0)
  if (count === 0) return libraryText('import.title')
  if (merged === 0) return libraryText('import.stories', { count })
  return libraryText(merged === count ? 'import.merges' : 'import.storiesAndMerges', { count })
}

/** With more files than these the copy is not shown. */
const MOST_WITH_COPY = 20
const SHOWN_BLOCKS = 6
const SHOWN_CHARACTERS = 600
const beginning = (text: string): string =>
  text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text

function ArrivalItem({
  arrival,
  short,
  onTake,
  onTrust,
}: {
  readonly arrival: Arrival
  readonly short: boolean
  readonly onTake: (take: boolean) => void
  readonly onTrust: () => void
}) {
  const id = useId()
  const { preview, reports, problem, name, take } = arrival
  const stories = preview ? [preview, ...(preview.others ?? [])] : []
  return (
    <li className="arrival">
      <div className="arrival-head">
        <input
          type="checkbox"
          id={id}
          checked={take}
          disabled={!isWanted(arrival)}
          onChange={(event) => onTake(event.target.checked)}
        />
        <label htmlFor={id}>
          <strong>{preview?.headline || name}</strong>
          {stories.length > 1 ? libraryText('import.moreStories', { count: stories.length - 1 }) : ''}
        </label>
      </div>
      <Problem text={!problem || problem.includes(name) ? problem : `${name}: ${problem}`} />
      {!preview && !reports && !problem ? (
        <p className="soft" role="status">
          {libraryText('import.reading', { name })}
        </p>
      ) : null}
      {preview?.note === undefined ? null : <p className="panel-note">{preview.note}</p>}
      {reports ? <BundlePreview reports={reports} onTrust={onTrust} /> : null}
      {stories.map((story, index) => (
        <ArrivedStory key={index} story={story} name={name} alone={stories.length === 1} short={short} />
      ))}
    </li>
  )
}

function ArrivedStory({
  story,
  name,
  alone,
  short,
}: {
  readonly story: ImportPreview
  readonly name: string
  readonly alone: boolean
  readonly short: boolean
}) {
  const { headline, losses, language, format, blocks, comments = 0, suggestions = 0 } = story
  // What the import shows is what it counts: parts with words under the headline.
  const body = blocks.filter((block) => block.role !== 'headline' && block.text.trim() !== '')
  const pictures = blocks.filter(({ role }) => role === 'cutline').length
  return (
    <>
      {alone ? null : (
        <p className="arrived-headline">
          <strong>{headline || libraryText('import.noHeadline')}</strong>
        </p>
      )}
      <p className="panel-note">
        {name} · {format} · {languageName(language) || language} · {libraryText('import.parts', { count: body.length })}
      </p>
      <ArrivedFields fields={story.fields ?? {}} />
      {pictures > 0 ? <p className="panel-note">{libraryText('import.withPictures', { pictures })}</p> : null}
      {comments + suggestions > 0 ? <p className="panel-note">{alongWords(comments, suggestions)}</p> : null}
      {losses.length > 0 ? (
        <ul
          className="losses"
          aria-label={
            alone ? libraryText('import.lossesOfFile', { name }) : libraryText('import.lossesOfStory', { headline })
          }
        >
          {losses.map((loss) => (
            <li key={loss.what}>
              {libraryText('import.notKept', { what: loss.what })}{' '}
              <span className="soft">
                (
                {loss.example ? libraryText('import.suchAs', { count: loss.count, example: loss.example }) : loss.count}
                )
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="panel-note">{libraryText('import.whole')}</p>
      )}
      {headline === '' ? <p className="panel-note">{libraryText('import.noHeadlineLine')}</p> : null}
      {short ? null : (
        <div className="arrival-copy">
          {body.slice(0, SHOWN_BLOCKS).map((block, index) => (
            <p key={index} data-role={block.role}>
              {block.role === 'listItem' ? '• ' : ''}
              {beginning(block.text)}
            </p>
          ))}
          {body.length > SHOWN_BLOCKS ? (
            <p className="soft">{libraryText('import.more', { count: body.length - SHOWN_BLOCKS })}</p>
          ) : null}
        </div>
      )}
    </>
  )
}

const alongWords = (comments: number, suggestions: number): string =>
  libraryText(
    comments === 0 ? 'import.withSuggestions' : suggestions === 0 ? 'import.withComments' : 'import.withBoth',
    { comments, suggestions },
  )
