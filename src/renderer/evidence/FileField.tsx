import { useEffect, useId, useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { Button } from '../parts'
import { useNewsroom } from '../state'
import { captureFile, type Captured } from './captureFile'
import { fileSize } from './fileSize'
import './evidence.css'

interface FileFieldProps {
  readonly file: Captured | undefined
  readonly onFile: (file: Captured | undefined) => void
}

/** A file for the evidence: chosen, dropped on the field, or pasted while it has the focus. Copied with progress; can be stopped. */
export function FileField({ file, onFile }: FileFieldProps) {
  const { call } = useNewsroom()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController>(undefined)
  const [copying, setCopying] = useState<{ readonly name: string; readonly size: number; readonly copied: number }>()
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)

  // A form that goes away takes its copying with it.
  useEffect(() => () => stop.current?.abort(), [])

  const take = async (given: File | undefined): Promise<void> => {
    if (!given || copying) return
    const control = new AbortController()
    stop.current = control
    setProblem(undefined)
    setCopying({ name: given.name, size: given.size, copied: 0 })
    const outcome = await captureFile(given, { call, signal: control.signal, onProgress: (copied) => setCopying({ name: given.name, size: given.size, copied }) })
    setCopying(undefined)
    if (input.current) input.current.value = ''
    if (!outcome) return setProblem('Stopped. Nothing of the file was copied.')
    if (outcome.ok) onFile(outcome.value)
    else setProblem(outcome.message)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length > 1) setProblem('One file at a time: the first one was taken.')
    void take(event.dataTransfer.files[0])
  }
  const paste = (event: ClipboardEvent): void => {
    const [pasted] = event.clipboardData.files
    if (!pasted) return
    event.preventDefault()
    void take(pasted)
  }

  return (
    <div
      className="field file-field drop-zone" data-over={over || undefined} role="group" aria-labelledby={`${id}-label`} onPaste={paste} onDrop={drop}
      onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}
    >
      <span id={`${id}-label`} className="field-label">File</span>
      <input ref={input} type="file" hidden aria-label="Evidence file" onChange={(event) => void take(event.target.files?.[0])} />
      {copying ? (
        <div className="file-copying">
          <progress aria-label={`Copying ${copying.name}`} max={copying.size || 1} value={copying.copied} />
          <span className="soft">{Math.floor((copying.copied / (copying.size || 1)) * 100)} % of {fileSize(copying.size)}</span>
          <Button onClick={() => stop.current?.abort()}>Stop</Button>
        </div>
      ) : file ? (
        <div className="file-taken">
          <bdi className="file-name">{file.name}</bdi> <span className="soft">{fileSize(file.size)}</span>
          <Button look="plain" onClick={() => onFile(undefined)}>Remove</Button>
          {file.trouble ? <p className="field-hint">{file.trouble}</p> : null}
        </div>
      ) : (
        <div className="file-empty">
          <Button onClick={() => input.current?.click()}>Choose a file</Button>
          <span className="field-hint">or drop one here, or paste it. It is copied into the library.</span>
        </div>
      )}
      {problem ? <p className="field-error" role="alert">{problem}</p> : null}
    </div>
  )
}
