import { useRef, useState, type DragEvent, type RefObject } from 'react'
import { libraryText } from '../../catalogue/window/library'
import type { ArrivedFile } from '../state/stores/incomingFile'
import { useWindowServices } from '../state/windowServices'
import { Button } from '../ui'
import { filesOfDrop, filesOfFolder } from './droppedFiles'
import '../ui/dropZone.css'

/** Turns a file input into one for folders. React does not know the attribute. */
const folderField =
  (folder: RefObject<HTMLInputElement | null>) =>
  (field: HTMLInputElement | null): void => {
    if (field) field.webkitdirectory = true
    folder.current = field
  }

interface FileChooserProps {
  /** The element around the buttons. */
  readonly chooser: RefObject<HTMLDivElement | null>
  readonly receive: (files: readonly ArrivedFile[]) => Promise<void>
  /** Runs what brings files: the panel stays open for them meanwhile. */
  readonly awaited: (files: () => Promise<void>) => Promise<void>
  /** Says why there are no files. Undefined takes it back. */
  readonly onProblem: (problem: string | undefined) => void
}

/** Where files and folders are chosen or dropped. */
export function FileChooser({ chooser, receive, awaited, onProblem }: FileChooserProps) {
  const { call } = useWindowServices().newsroom
  const [over, setOver] = useState(false)
  const folder = useRef<HTMLInputElement>(null)

  const choose = (): Promise<void> =>
    awaited(async () => {
      onProblem(undefined)
      const outcome = await call('chooseImports', {})
      if (outcome.ok)
        await receive(
          outcome.value.map((file) =>
            'bytes' in file ? { name: file.name, bytes: () => Promise.resolve(file.bytes) } : file,
          ),
        )
      else onProblem(outcome.message)
    })

  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const files = filesOfDrop(event.dataTransfer)
    void awaited(async () => receive(await files))
  }

  return (
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
            if (files.length === 0) onProblem(libraryText('import.emptyFolder'))
            else {
              onProblem(undefined)
              void receive(files)
            }
          }}
        />
      </div>
      <p className="soft">{libraryText('import.drop')}</p>
    </div>
  )
}
