import { useEffect, useRef, useState } from 'react'
import { libraryText } from '../../catalogue/window/library'
import { useClose, usePanels } from '../state'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import type { ArrivedFile } from '../state/stores/incomingFile'
import { useWindowServices } from '../state/windowServices'
import { Button, Problem } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'
import { focusInDialog } from '../ui/dialogs/focusInDialog'
import { afterDrawing } from '../ui/focus/focusService'
import { ArrivalItem } from './arrivals/ArrivalItem'
import { FileChooser } from './FileChooser'
import { doingWords, importWords, progressName } from './importWords'
import { useImportAll } from './useImportAll'
import { isWanted, useImports } from './useImports'
import './import.css'

/** With more files than these the copy is not shown. */
const MOST_WITH_COPY = 20

/** Previews files and imports them. Each preview shows what the import would lose. */
export function ImportPanel() {
  const { store } = useWindowServices().panels
  const close = useClose()
  const overlay = usePanels(({ overlay }) => overlay)
  const imports = useImports()
  const { arrivals, progress } = imports
  const [problem, setProblem] = useState<string>()
  const taken = arrivals.filter((arrival) => arrival.take && isWanted(arrival))
  const dropped = overlay?.kind === 'import' ? overlay.files : undefined
  const seen = useRef<readonly ArrivedFile[]>(undefined)
  const chooser = useRef<HTMLDivElement>(null)
  const importButton = useRef<HTMLButtonElement>(null)

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

  const importAll = useImportAll(imports, taken, isWaiting)

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
      <FileChooser chooser={chooser} receive={receive} awaited={awaited} onProblem={setProblem} />
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
