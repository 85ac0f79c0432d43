import { evidenceText } from '../../../catalogue/window/evidence'
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type DragEvent,
  type ReactNode,
} from 'react'
import { focusNow, registerPlace } from '../../ui/focus/focusService'
import { Button } from '../../ui'
import { useNotice, usePanels } from '../../state'
import { PLACES } from '../../state/focusPlaces'
import { captureFile, type Captured } from './captureFile'
import { fileSize } from '../../../story/text/format/fileSize'
import { useWindowServices } from '../../state/windowServices'
import './form.css'
import '../../ui/dropZone.css'

/** Bytes. A smaller file is copied before anybody could stop it. */
const LONG = 50_000_000

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
  const { newsroom, panels } = useWindowServices()
  const { call } = newsroom
  const { announce } = useNotice()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const stop = useRef<AbortController>(undefined)
  const [copying, setCopying] = useState<{ readonly name: string; readonly size: number; readonly copied: number }>()
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)

  useEffect(() => registerPlace(PLACES.evidenceFile, () => field.current), [])
  // A form that closes stops its copying.
  useEffect(() => () => stop.current?.abort(), [])

  const busy = copying !== undefined
  useEffect(() => {
    const dialog = field.current?.closest('[role="dialog"]')
    if (!busy || !dialog) return
    const escape = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      stop.current?.abort()
    }
    dialog.addEventListener('keydown', escape, true)
    return () => dialog.removeEventListener('keydown', escape, true)
  }, [busy])

  // The focused button is replaced by another one, which has to take the keyboard before the sheet does.
  const held = useRef(false)
  const shown = copying ? 'copying' : file ? 'taken' : 'empty'
  const goOn = useEffectEvent(onTaken)
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) {
      // Not the Remove button: Enter would remove the chosen file.
      if (shown === 'taken') goOn()
      else if (field.current) focusNow(field.current)
    }
    held.current = false
  }, [shown])
  const holdFocus = (): void => {
    held.current = field.current?.contains(document.activeElement) === true || document.activeElement === document.body
  }

  const take = async (given: File | undefined): Promise<void> => {
    if (!given || copying) return
    const control = new AbortController()
    stop.current = control
    setProblem(undefined)
    holdFocus()
    setCopying({ name: given.name, size: given.size, copied: 0 })
    onCopying(true)
    let quarter = 0
    const onProgress = (copied: number): void => {
      setCopying({ name: given.name, size: given.size, copied })
      const next = Math.floor((copied / given.size) * 4)
      if (next > quarter && next < 4) announce(evidenceText('fileField.copied', { value: next * 25, name: given.name }))
      quarter = next
    }
    if (given.size > LONG)
      announce(evidenceText('fileField.copyingEscapeStops', { name: given.name, count: fileSize(given.size) }))
    const outcome = await captureFile(given, { call, signal: control.signal, onProgress })
    holdFocus()
    setCopying(undefined)
    onCopying(false)
    if (input.current) input.current.value = ''
    if (!outcome) return setProblem(evidenceText('fileField.stoppedNothingFileCopied'))
    if (outcome.ok) {
      announce(evidenceText('fileField.copyDone', { name: given.name }))
      onFile(outcome.value)
    } else setProblem(outcome.message)
  }
  const dropped = usePanels(({ dropped }) => dropped)
  const takeDropped = useEffectEvent((given: File) => void take(given))
  // It was dropped beside the form.
  useEffect(() => {
    if (!dropped) return
    panels.store.setState({ dropped: null })
    void Promise.resolve(dropped).then((given) => takeDropped(given))
  }, [dropped, panels])
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length > 1) setProblem(evidenceText('fileField.oneFileTimeFirst'))
    void take(event.dataTransfer.files[0])
  }
  const paste = useEffectEvent((event: ClipboardEvent): void => {
    const [pasted] = event.clipboardData?.files ?? []
    // Words that are copied from a document come with a picture of themselves. They are meant for the field.
    if (!pasted || event.defaultPrevented || event.clipboardData?.types.includes('text/plain')) return
    event.preventDefault()
    void take(pasted)
  })
  // A screenshot is pasted wherever the keyboard is in the form.
  useEffect(() => {
    const place = field.current?.closest<HTMLElement>('form') ?? field.current
    const listen = (event: ClipboardEvent): void => paste(event)
    place?.addEventListener('paste', listen)
    return () => place?.removeEventListener('paste', listen)
  }, [])

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
        <div className="file-copying">
          <progress
            aria-label={evidenceText('fileField.copying', { name: copying.name })}
            max={copying.size || 1}
            value={copying.copied}
          />
          <span className="soft">
            {evidenceText('fileField.of', {
              floor: Math.floor((copying.copied / (copying.size || 1)) * 100),
              count: fileSize(copying.size),
            })}
          </span>
          <Button keys={evidenceText('fileField.esc')} onClick={() => stop.current?.abort()}>
            {evidenceText('fileField.stop')}
          </Button>
        </div>
      ) : file ? (
        <div className="file-taken">
          <bdi className="file-name">{file.name}</bdi> <span className="soft">{fileSize(file.size)}</span>
          <Button
            look="plain"
            onClick={() => {
              holdFocus()
              onFile(undefined)
            }}
          >
            {evidenceText('fileField.remove')}
          </Button>
          {file.trouble ? <p className="field-hint">{file.trouble}</p> : null}
          {replaced}
        </div>
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
