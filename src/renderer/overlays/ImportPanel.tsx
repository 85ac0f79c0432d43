import { useId, useRef, useState, type DragEvent } from 'react'
import type { FromFile, ImportPreview } from '../../story/requests'
import { Button, Dialog } from '../parts'
import { useNewsroom, useNotice, usePanels } from '../state'
import { useRoom } from '../state/room'
import { languageName } from '../panels/fieldWords'
import './overlays.css'

type ChosenFile = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly trouble: string })
interface Arrival {
  readonly name: string
  readonly bytes: Uint8Array
  readonly key: number
  readonly take: boolean
  /** Absent while it is being read. */
  readonly preview?: FromFile<ImportPreview>
  /** Why it cannot come in, or why it did not. */
  readonly problem?: string
}

/** Files that come in: each is shown with what it would lose before anything is made of it. */
export function ImportPanel() {
  const { act, call, openStory } = useNewsroom()
  const { close } = usePanels()
  const { newsroom } = useRoom()
  const { announce } = useNotice()
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([])
  const [busy, setBusy] = useState<{ readonly done: number; readonly of: number }>()
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)
  const nextKey = useRef(1)
  const taken = arrivals.filter((arrival) => arrival.take && arrival.preview !== undefined)

  const change = (key: number, part: Partial<Arrival>): void =>
    setArrivals((now) => now.map((arrival) => (arrival.key === key ? { ...arrival, ...part } : arrival)))

  const add = async (files: readonly ChosenFile[]): Promise<void> => {
    setProblem(undefined)
    const added = files.map((file): Arrival => {
      const arrival = { name: file.name, key: nextKey.current++ }
      return 'bytes' in file ? { ...arrival, bytes: file.bytes, take: true } : { ...arrival, bytes: new Uint8Array(), take: false, problem: file.trouble }
    })
    setArrivals((now) => [...now, ...added])
    await Promise.all(added.filter(({ take }) => take).map(async ({ key, name, bytes }) => {
      const outcome = await act('story.previewImport', { name, bytes })
      change(key, outcome.ok ? { preview: outcome.value } : { problem: outcome.message, take: false })
    }))
  }

  const choose = async (): Promise<void> => {
    const outcome = await call('chooseImports', {})
    if (outcome.ok) await add(outcome.value)
    else setProblem(outcome.message)
  }

  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault()
    setOver(false)
    const dropped = [...event.dataTransfer.files]
    const files = await Promise.all(dropped.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
    await add(files)
  }

  const importAll = async (): Promise<void> => {
    if (busy) return
    let first: string | undefined
    let failed = 0
    for (const [index, { key, name, bytes }] of taken.entries()) {
      setBusy({ done: index, of: taken.length })
      const outcome = await act('story.import', { name, bytes })
      if (outcome.ok) {
        first ??= outcome.value.id
        setArrivals((now) => now.filter((arrival) => arrival.key !== key))
      } else {
        failed++
        change(key, { problem: outcome.message, take: false })
      }
    }
    setBusy(undefined)
    announce(`${taken.length - failed} imported${failed > 0 ? `, ${failed} not` : ''}`)
    if (first !== undefined) await openStory(first)
    if (failed > 0) return
    close()
    // On to the words, once the panel has given the keyboard back.
    requestAnimationFrame(() => requestAnimationFrame(() => newsroom.session.get()?.editor?.commands.focus('start')))
  }

  return (
    <Dialog
      title="Import" place="side" onClose={close} description="Text, Markdown, HTML, Word documents, NITF, NewsML and ninjs. Nothing is made of a file before you have seen what it would lose."
      foot={(
        <>
          <p role="status" className="export-outcome">{busy ? `Importing ${busy.done + 1} of ${busy.of}` : ''}</p>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={taken.length === 0} onClick={() => void importAll()}>
            {taken.length === 1 ? 'Import story' : `Import ${taken.length} stories`}
          </Button>
        </>
      )}
    >
      <div
        className="drop-zone" data-over={over || undefined}
        onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={(event) => void drop(event)}
      >
        <Button autoFocus onClick={() => void choose()}>Choose files…</Button>
        <p className="soft">or drop them here. The first line becomes the headline when it looks like one.</p>
      </div>
      {problem ? <p className="problem" role="alert">{problem}</p> : null}
      <ul className="arrivals" aria-label="Files to import">
        {arrivals.map((arrival) => <ArrivalItem key={arrival.key} arrival={arrival} onTake={(take) => change(arrival.key, { take })} />)}
      </ul>
    </Dialog>
  )
}

const SHOWN_BLOCKS = 6
const SHOWN_CHARACTERS = 600
const beginning = (text: string): string => (text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text)

function ArrivalItem({ arrival, onTake }: { readonly arrival: Arrival; readonly onTake: (take: boolean) => void }) {
  const id = useId()
  const { preview, problem, name, take } = arrival
  const body = preview?.blocks.filter((block) => block.role !== 'headline' && block.text.trim() !== '') ?? []
  return (
    <li className="arrival">
      <div className="arrival-head">
        <input type="checkbox" id={id} checked={take} disabled={preview === undefined} onChange={(event) => onTake(event.target.checked)} />
        <label htmlFor={id}><strong>{preview?.headline || name}</strong></label>
      </div>
      {problem ? <p className="problem">{problem.includes(name) ? problem : `${name}: ${problem}`}</p> : null}
      {!preview && !problem ? <p className="soft" role="status">Reading {name}…</p> : null}
      {preview ? (
        <>
          <p className="panel-note">{name} · {preview.format} · {languageName(preview.language) || preview.language} · {preview.blocks.length} {preview.blocks.length === 1 ? 'part' : 'parts'}</p>
          {preview.note === undefined ? null : <p className="panel-note">{preview.note}</p>}
          {preview.losses.length > 0 ? (
            <ul className="losses" aria-label={`What ${name} would lose`}>
              {preview.losses.map((loss) => (
                <li key={loss.what}>Not kept: {loss.what} <span className="soft">({loss.count}{loss.example ? `, such as “${loss.example}”` : ''})</span></li>
              ))}
            </ul>
          ) : <p className="panel-note">Comes in whole.</p>}
          {preview.headline === '' ? <p className="panel-note">No line of it looks like a headline; the headline stays empty.</p> : null}
          <div className="arrival-copy">
            {body.slice(0, SHOWN_BLOCKS).map((block, index) => <p key={index} data-role={block.role}>{block.role === 'listItem' ? '• ' : ''}{beginning(block.text)}</p>)}
            {body.length > SHOWN_BLOCKS ? <p className="soft">and {body.length - SHOWN_BLOCKS} more</p> : null}
          </div>
        </>
      ) : null}
    </li>
  )
}
