import { useEffect, useId, useRef, useState, type DragEvent, type RefObject } from 'react'
import type { ImportPreview } from '../../story/requests/requests'
import { Button, Dialog } from '../ui'
import { useClose, useNotice, usePanels } from '../state'
import { useWindowServices } from '../state/windowServices'
import { languageName } from '../fields/fieldWords'
import type { IncomingFile } from '../state/stores/incomingFile'
import { filesOfDrop, filesOfFolder } from './droppedFiles'
import { useImports, type Arrival } from './useImports'
import { afterDrawing } from '../ui/focus/focusService'
import '../ui/dropZone.css'
import './import.css'

/** A field for a folder: React has no name for what makes it one. */
const folderField =
  (folder: RefObject<HTMLInputElement | null>) =>
  (field: HTMLInputElement | null): void => {
    if (field) field.webkitdirectory = true
    folder.current = field
  }

/** Files that come in: each is shown with what it would lose before anything is made of it. */
export function ImportPanel() {
  const { call, openStory } = useWindowServices().newsroom
  const close = useClose()
  const overlay = usePanels(({ overlay }) => overlay)
  const { newsroom } = useWindowServices()
  const { announce, say } = useNotice()
  const imports = useImports()
  const { arrivals, progress } = imports
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)
  const taken = arrivals.filter((arrival) => arrival.take && arrival.preview !== undefined)
  const stories = taken.reduce((sum, { preview }) => sum + 1 + (preview?.others?.length ?? 0), 0)
  const dropped = overlay?.kind === 'import' ? overlay.files : undefined
  const folder = useRef<HTMLInputElement>(null)
  const seen = useRef<readonly IncomingFile[]>(undefined)
  const chooser = useRef<HTMLDivElement>(null)
  const importButton = useRef<HTMLButtonElement>(null)
  const [gone] = useState(() => new AbortController())
  useEffect(() => () => gone.abort(), [gone])

  /** Reads what arrived; the keyboard then goes on to what comes next. */
  const receive = async (files: Parameters<typeof imports.add>[0]): Promise<void> => {
    await imports.add(files)
    afterDrawing(() => {
      if (chooser.current?.contains(document.activeElement)) importButton.current?.focus()
    })
  }

  // What was dropped on the window arrives with the panel, or while it is open.
  useEffect(() => {
    if (dropped === undefined || dropped === seen.current) return
    seen.current = dropped
    void receive(dropped)
  })

  const choose = async (): Promise<void> => {
    setProblem(undefined)
    const outcome = await call('chooseImports', {})
    if (outcome.ok)
      await receive(
        outcome.value.map((file) =>
          'bytes' in file ? { name: file.name, bytes: () => Promise.resolve(file.bytes) } : file,
        ),
      )
    else setProblem(outcome.message)
  }

  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void filesOfDrop(event.dataTransfer).then(receive)
  }

  const importAll = async (): Promise<void> => {
    if (progress) return
    const { first, done, failed, stopped } = await imports.importTaken()
    announce(`${done} imported${failed > 0 ? `, ${failed} not` : ''}`)
    // Whoever closed the panel has gone on with something else: neither story nor keyboard is taken from them.
    if (gone.signal.aborted)
      return say(
        done + failed < taken.length
          ? `${done} of ${taken.length} files were imported, and then the panel was closed. Nothing was made of the others.`
          : `${done} of ${taken.length} files were imported.`,
      )
    if (first !== undefined) await openStory(first)
    if (failed > 0 || stopped) return
    close()
    // On to the words, once the panel has given the keyboard back.
    afterDrawing(() => newsroom.store.getState().session?.editor?.commands.focus('start'))
  }

  return (
    <Dialog
      title="Import"
      place="side"
      onClose={close}
      description="Text, Markdown, HTML, Word documents, NITF, NewsML, ninjs and wire messages. Nothing is made of a file before you have seen what it would lose."
      foot={
        <>
          <p role="status" className="form-outcome">
            {progress ? `${progress.what} ${progress.done + 1} of ${progress.of}` : ''}
          </p>
          {progress ? <progress aria-label={`${progress.what} files`} value={progress.done} max={progress.of} /> : null}
          {progress ? <Button onClick={imports.stop}>Stop</Button> : null}
          <Button onClick={close}>Cancel</Button>
          <Button
            ref={importButton}
            look="primary"
            disabled={taken.length === 0 || progress !== undefined}
            onClick={() => void importAll()}
          >
            {importWords(stories)}
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
            Choose files…
          </Button>
          <Button onClick={() => folder.current?.click()}>Choose a folder…</Button>
          <input
            ref={folderField(folder)}
            type="file"
            hidden
            onChange={(event) => {
              const files = filesOfFolder(event.target.files ?? [])
              event.target.value = ''
              if (files.length === 0) setProblem('There is no file in that folder. Nothing in the library changed.')
              else {
                setProblem(undefined)
                void receive(files)
              }
            }}
          />
        </div>
        <p className="soft">
          or drop files and folders anywhere on the window. The first line becomes the headline when it looks like one.
        </p>
      </div>
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      <ul className="arrivals" aria-label="Files to import">
        {arrivals.map((arrival) => (
          <ArrivalItem
            key={arrival.key}
            arrival={arrival}
            short={arrivals.length > MOST_WITH_COPY}
            onTake={(take) => imports.take(arrival.key, take)}
          />
        ))}
      </ul>
    </Dialog>
  )
}

/** While nothing is chosen the button counts nothing. */
const importWords = (stories: number): string =>
  stories === 0 ? 'Import' : stories === 1 ? 'Import story' : `Import ${stories} stories`

/** Of more files than these the copy is not shown. */
const MOST_WITH_COPY = 20
const SHOWN_BLOCKS = 6
const SHOWN_CHARACTERS = 600
const beginning = (text: string): string =>
  text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text

function ArrivalItem({
  arrival,
  short,
  onTake,
}: {
  readonly arrival: Arrival
  readonly short: boolean
  readonly onTake: (take: boolean) => void
}) {
  const id = useId()
  const { preview, problem, name, take } = arrival
  const stories = preview ? [preview, ...(preview.others ?? [])] : []
  return (
    <li className="arrival">
      <div className="arrival-head">
        <input
          type="checkbox"
          id={id}
          checked={take}
          disabled={preview === undefined}
          onChange={(event) => onTake(event.target.checked)}
        />
        <label htmlFor={id}>
          <strong>{preview?.headline || name}</strong>
          {stories.length > 1 ? ` and ${stories.length - 1} more` : ''}
        </label>
      </div>
      {problem ? <p className="problem">{problem.includes(name) ? problem : `${name}: ${problem}`}</p> : null}
      {!preview && !problem ? (
        <p className="soft" role="status">
          Reading {name}…
        </p>
      ) : null}
      {preview?.note === undefined ? null : <p className="panel-note">{preview.note}</p>}
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
  const body = blocks.filter((block) => block.role !== 'headline' && block.text.trim() !== '')
  return (
    <>
      {alone ? null : (
        <p className="arrived-headline">
          <strong>{headline || 'A story without a headline'}</strong>
        </p>
      )}
      <p className="panel-note">
        {name} · {format} · {languageName(language) || language} · {blocks.length}{' '}
        {blocks.length === 1 ? 'part' : 'parts'}
      </p>
      {comments + suggestions > 0 ? <p className="panel-note">{alongWords(comments, suggestions)}</p> : null}
      {losses.length > 0 ? (
        <ul className="losses" aria-label={alone ? `What ${name} would lose` : `What “${headline}” would lose`}>
          {losses.map((loss) => (
            <li key={loss.what}>
              Not kept: {loss.what}{' '}
              <span className="soft">
                ({loss.count}
                {loss.example ? `, such as “${loss.example}”` : ''})
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="panel-note">Comes in whole.</p>
      )}
      {headline === '' ? (
        <p className="panel-note">No line of it looks like a headline; the headline stays empty.</p>
      ) : null}
      {short ? null : (
        <div className="arrival-copy">
          {body.slice(0, SHOWN_BLOCKS).map((block, index) => (
            <p key={index} data-role={block.role}>
              {block.role === 'listItem' ? '• ' : ''}
              {beginning(block.text)}
            </p>
          ))}
          {body.length > SHOWN_BLOCKS ? <p className="soft">and {body.length - SHOWN_BLOCKS} more</p> : null}
        </div>
      )}
    </>
  )
}

const alongWords = (comments: number, suggestions: number): string =>
  `With ${[comments > 0 ? `${comments} ${comments === 1 ? 'comment' : 'comments'}` : '', suggestions > 0 ? `${suggestions} ${suggestions === 1 ? 'tracked change as a suggestion' : 'tracked changes as suggestions'}` : ''].filter((part) => part !== '').join(' and ')}; the copy is shown as it stands without them.`
