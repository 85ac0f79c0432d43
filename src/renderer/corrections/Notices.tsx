import { correctionsText } from '../../catalogue/window/corrections'
import { useId, useRef, type FormEvent } from 'react'
import { isExportFormat, type NoticeTo } from '../../story/requests/requests'
import { shortTime } from '../facts/shortTime'
import { Button, TextField } from '../ui'
import { sendOnCtrlEnter } from '../ui/sendOnEnter'
import { useNewsroom, useNotice, useStoryLocked } from '../state'
import { useOpenText } from '../state/hooks/useDraft'
import { FORMAT_WORDS } from '../export/exportWords'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { useWindowServices } from '../state/windowServices'
import { focusOn, focusPlace, inAnotherField } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './correction.css'
import '../checks/gate.css'

/** `kill`: the notices are of the kill of the story, else of the correction in this version. */
interface NoticesOf {
  readonly story: string
  readonly version: number
  readonly kill?: boolean
}

export interface NoticesProps {
  readonly of: NoticesOf
  readonly title: string
  /** Said when there are none. */
  readonly nowhere: string
  readonly destinations: readonly NoticeTo[]
  /** Said while there are no notices yet. Absent: the heading of the panel says how many are to be told. */
  readonly notYet?: string
  /** Somebody was notified, or was not after all. A story that is open tells this by its history. */
  readonly onNoted?: () => void
}

/** Lists each destination that got the wrong words, with its notice and whether it was told. */
export function Notices({ of, title, nowhere, destinations, notYet, onNoted }: NoticesProps) {
  const heading = useId()
  const open = destinations.filter(({ told }) => told === undefined).length
  const isReady = destinations.some(({ notice, held }) => notice !== undefined || held !== undefined)
  return (
    <section aria-labelledby={heading} className="sent">
      <h3 id={heading} className="panel-title">
        {title} <span className="count">{destinations.length}</span>
      </h3>
      {destinations.length === 0 ? (
        <p className="panel-note">{nowhere}</p>
      ) : (
        <>
          {notYet ? (
            <p className={open > 0 ? 'gate-words is-warn' : 'gate-words is-ok'}>
              <span aria-hidden="true">{open > 0 ? '▲' : '●'}</span>{' '}
              {open === 0
                ? correctionsText('correctionNotices.allTold')
                : correctionsText('correctionNotices.toldYet', { open })}
              {isReady ? '' : notYet}
            </p>
          ) : null}
          <ul className="sent-list" aria-label={correctionsText('correctionNotices.destinations')}>
            {destinations.map((sent) => (
              <Destination key={sent.entry} sent={sent} of={of} onNoted={onNoted} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const lastPart = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path

function Destination({
  sent,
  of,
  onNoted,
}: {
  readonly sent: NoticeTo
  readonly of: NoticesOf
  readonly onNoted: NoticesProps['onNoted'] | undefined
}) {
  const { act, call, clipboard } = useWindowServices().newsroom
  const person = useNewsroom(({ person }) => person)
  const { check, say } = useNotice()
  const readOnly = useStoryLocked()
  const item = useRef<HTMLLIElement>(null)
  const name = useId()
  const { destination, entry, notice, held, told, format, at } = sent
  const version = sent.number ?? sent.version
  const { text: how, ...form } = useOpenText(
    (forms) => forms.told,
    `${of.story}\n${of.kill ? 'kill' : of.version}\n${entry}`,
  )
  const writable = readOnly === undefined && person !== undefined
  /** The button that had the keyboard disappears. */
  const rest = (): void => focusOn(PLACES.told(entry))

  const once = useOneAtATime()
  const note = async (undo: boolean): Promise<void> => {
    const told = {
      ...{ story: of.story, destination, entry },
      ...(undo ? { undo } : how === undefined || how.trim() === '' ? {} : { how: how.trim() }),
    }
    const isInAnotherField = inAnotherField()
    const noted = of.kill
      ? await act('kill.told', told)
      : await act('correction.told', { ...told, version: of.version })
    if (!check(noted)) return
    form.forget()
    onNoted?.()
    // The next one may be written already.
    focusOn(PLACES.told(entry), { unless: isInAnotherField })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void once(() => note(false))
  }
  const copy = (): void =>
    void clipboard.copyText(notice ?? '').then((done) => {
      if (done === 'copied') say(correctionsText('correctionNotices.noticeClipboard'))
      if (done === 'failed') say(correctionsText('correctionNotices.couldCopiedSaveInstead'))
    })
  const save = async (): Promise<void> => {
    const { story, version, kill } = of
    const asked = kill ? { story, kill } : { story, version }
    const saved = check(await call('saveNotice', { ...asked, destination, entry }))
    if (saved?.path !== undefined) say(correctionsText('correctionNotices.saved', { path: saved.path }))
  }
  return (
    <li ref={item} className="sent-item" data-told-state={told ? 'told' : 'open'}>
      <p id={name} className="sent-name">
        <strong>{lastPart(destination)}</strong>{' '}
        <span className="soft">{lastPart(destination) === destination ? '' : destination}</span>
      </p>
      <p className="panel-note">
        {correctionsText('correctionNotices.version', { version })}{' '}
        {isExportFormat(format) ? FORMAT_WORDS[format].name : format}
        {correctionsText('correctionNotices.since', { at: shortTime(at) })}
      </p>
      {told ? (
        <p className="sent-told is-ok">
          <span aria-hidden="true">●</span>{' '}
          {correctionsText('correctionNotices.told', { by: told.by, at: shortTime(told.at) })}
          {told.how === undefined ? '' : `, ${told.how}`}
        </p>
      ) : null}
      {notice === undefined ? null : (
        <details className="sent-notice">
          <summary>{correctionsText('correctionNotices.notice')}</summary>
          <pre
            dir="auto"
            tabIndex={0}
            aria-label={correctionsText('correctionNotices.noticeFor', { destination: lastPart(destination) })}
          >
            {notice}
          </pre>
        </details>
      )}
      {held === undefined ? null : (
        <p className="gate-words is-stop">
          <span aria-hidden="true">✕</span> {held}
        </p>
      )}
      {notice === undefined && held === undefined ? null : (
        <div className="finding-acts">
          {notice === undefined ? null : (
            <Button
              look="plain"
              aria-label={correctionsText('correctionNotices.copyNotice')}
              aria-describedby={name}
              onClick={copy}
            >
              {correctionsText('correctionNotices.copy')}
            </Button>
          )}
          {notice === undefined ? null : (
            <Button
              look="plain"
              aria-label={correctionsText('correctionNotices.saveNotice')}
              aria-describedby={name}
              onClick={() => void save()}
            >
              {correctionsText('correctionNotices.save')}
            </Button>
          )}
          {!writable ? null : told ? (
            <Button
              look="plain"
              ref={focusPlace(PLACES.told(entry))}
              aria-describedby={name}
              onClick={() => void once(() => note(true))}
            >
              {correctionsText('correctionNotices.toldAfterAll')}
            </Button>
          ) : (
            <Button
              look="plain"
              ref={focusPlace(PLACES.told(entry))}
              aria-describedby={name}
              aria-expanded={how !== undefined}
              onClick={how === undefined ? form.open : form.close}
            >
              {correctionsText('correctionNotices.openTold')}
            </Button>
          )}
        </div>
      )}
      {how !== undefined ? (
        <form className="form finding-form" onSubmit={submit} onKeyDown={sendOnCtrlEnter} noValidate>
          <TextField
            label={correctionsText('correctionNotices.howTheyTold')}
            hint={correctionsText('correctionNotices.phoneNightDeskMay')}
            autoFocus
            value={how}
            onChange={(event) => form.write(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                event.stopPropagation()
                form.close()
                rest()
              }
            }}
          />
          <div className="form-foot">
            <Button
              onClick={() => {
                form.forget()
                rest()
              }}
            >
              {correctionsText('correctionNotices.cancel')}
            </Button>
            <Button type="submit" look="primary">
              {correctionsText('correctionNotices.noteTold')}
            </Button>
          </div>
        </form>
      ) : null}
    </li>
  )
}
