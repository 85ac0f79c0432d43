import { useEffect, useId, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { evidenceText } from '../../../../catalogue/window/evidence'
import { PLACES } from '../../../state/focusPlaces'
import { Button } from '../../../ui'
import { registerPlace } from '../../../ui/focus/focusService'
import type { Captured } from './captureFile'
import { CopyingFile } from './CopyingFile'
import { TakenFile } from './TakenFile'
import { useCopying } from './useCopying'
import { useEscapeStops } from './useEscapeStops'
import { useFilesOfForm } from './useFilesOfForm'
import { useHeldFocus } from './useHeldFocus'
import '../form.css'
import '../../../ui/dropZone.css'

interface FileFieldProps {
  readonly file: Captured | undefined
  readonly onFile: (file: Captured | undefined) => void
  /** True while a file is being copied. */
  readonly onCopying: (copying: boolean) => void
  /** Called when a file was taken while the keyboard was in this field, so that the form can move on. */
  readonly onTaken: () => void
  /** Says which file this one took the place of. */
  readonly replaced: ReactNode
  /** The form opens with the keyboard on the button that chooses the file. */
  readonly firstFocus?: boolean
}

/**
 * The field for a file of evidence: chosen, dropped or pasted. Shows the progress of copying. Its button stops it, and
 * so does Escape anywhere in the dialog, which then stays open.
 */
export function FileField({ file, replaced, onFile, onCopying, onTaken, firstFocus = false }: FileFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  useEffect(() => registerPlace(PLACES.evidenceFile, () => field.current), [])

  const { copying, problem, setProblem, take, stop } = useCopying({
    beforeChange: () => holdFocus(),
    onCopying,
    onEnd: () => {
      if (input.current) input.current.value = ''
    },
    onFile,
  })
  const holdFocus = useHeldFocus(field, copying ? 'copying' : file ? 'taken' : 'empty', onTaken)
  useEscapeStops(field, copying !== undefined, stop)
  useFilesOfForm(field, take)

  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length > 1) setProblem(evidenceText('fileField.oneFileTimeFirst'))
    void take(event.dataTransfer.files[0])
  }

  return (
    <div
      ref={field}
      className="field file-field drop-zone"
      data-over={over || undefined}
      role="group"
      aria-labelledby={`${id}-label`}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
    >
      <span id={`${id}-label`} className="field-label">
        {evidenceText('fileField.file')}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={evidenceText('fileField.evidenceFile')}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      {copying ? (
        <CopyingFile copying={copying} onStop={stop} />
      ) : file ? (
        <TakenFile
          file={file}
          replaced={replaced}
          onRemove={() => {
            holdFocus()
            onFile(undefined)
          }}
        />
      ) : (
        <div className="file-empty">
          <Button data-first-focus={firstFocus || undefined} onClick={() => input.current?.click()}>
            {evidenceText('fileField.chooseFile')}
          </Button>
          <span className="field-hint">{evidenceText('fileField.dropOneHerePaste')}</span>
        </div>
      )}
      {problem ? (
        <p className="field-error" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
