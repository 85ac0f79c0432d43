import { listWords } from '../../story/text/words/listWords'
import { historyText } from '../../catalogue/window/history'
import { useEffect, useRef, useState } from 'react'
import type { TrayEntry } from '../../story/requests/tray'
import { Button } from '../ui'
import { AskFirst } from '../ui/dialogs/AskFirst'
import { Dialog } from '../ui/dialogs/Dialog'
import { focusPlace, nextRow } from '../ui/focus/focusService'
import { keyOrName, pick, useClose, useNewsroom, useNotice, useStory, useStoryReadOnly, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'
import './recovery.css'
import { localMinute } from '../../story/text/format/localMinute'

const ENTRIES = 'trayEntries'
const TRAY = 'tray'
const CLOSE = 'trayClose'

/** Lists what could not be placed in the open story, until somebody puts it back or lets it go. */
export function RecoveryPanel() {
  const story = useStory(pick('id', 'session', 'assessments'))
  const close = useClose()
  return (
    <Dialog
      title={historyText('recoveryPanel.recoveryTray')}
      place="side"
      onClose={close}
      description={historyText('recoveryPanel.wordsTypedWhereSomebody')}
      foot={
        <Button ref={focusPlace(CLOSE)} autoFocus onClick={close}>
          {historyText('recoveryPanel.close')}
        </Button>
      }
    >
      {story ? <Tray story={story} /> : <p className="panel-note">{historyText('recoveryPanel.openStoryWhatCould')}</p>}
    </Dialog>
  )
}

function Tray({ story }: { readonly story: StoryPart<'id' | 'session' | 'assessments'> }) {
  const { newsroom } = useWindowServices()
  const person = useNewsroom(({ person }) => person)
  const readOnly = useStoryReadOnly()
  const tray = useNewsroom(({ tray }) => tray)
  const { showTab } = useWindowServices().panels
  const close = useClose()
  useEffect(() => void newsroom.readTray(), [newsroom])
  const lost = story.assessments.filter(({ status }) => status === 'lost').length
  const writable = readOnly === undefined && person !== undefined
  return (
    <>
      {lost > 0 ? (
        <p className="tray-tags">
          {historyText('recoveryPanel.tagsLostTheirPlace', { lost })}{' '}
          <Button
            look="plain"
            onClick={() => {
              close()
              showTab('facts')
            }}
          >
            {historyText('recoveryPanel.showFacts')}
          </Button>
        </p>
      ) : null}
      {tray.length === 0 ? (
        <p role="status" aria-label={historyText('recoveryPanel.whatTray')}>
          {historyText('recoveryPanel.nothingWaitingEverythingTyped')}
        </p>
      ) : (
        <ul ref={focusPlace(TRAY)} className="tray-list" aria-label={historyText('recoveryPanel.whatCouldPlaced')}>
          {tray.map((entry) => (
            <Entry key={entry.ref} entry={entry} story={story} writable={writable} />
          ))}
        </ul>
      )}
    </>
  )
}

function Entry({
  entry,
  story,
  writable,
}: {
  readonly entry: TrayEntry
  readonly story: StoryPart<'id' | 'session'>
  readonly writable: boolean
}) {
  const { newsroom } = useWindowServices()
  const { act } = useWindowServices().newsroom
  const { check, say } = useNotice()
  const [busy, setBusy] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const { ref, text, before, after, by, at, origin } = entry
  const settle = async (action: 'tray.putBack' | 'tray.letGo'): Promise<void> => {
    if (busy) return
    const goOn = nextRow(row.current, ENTRIES, TRAY, CLOSE)
    setBusy(true)
    const request =
      action === 'tray.putBack'
        ? { story: story.id, ref, mark: story.session.requested.mark() }
        : { story: story.id, ref }
    const done = check(await act(action, request))
    setBusy(false)
    if (!done) return
    say(
      action === 'tray.putBack'
        ? historyText('recoveryPanel.wordsBackGrafTheir', { keyOrName: keyOrName('edit.undo') })
        : historyText('recoveryPanel.letGoWordsStay'),
    )
    await newsroom.readTray()
    goOn()
  }
  return (
    <li ref={row} className="tray-entry">
      <p className="tray-words serif" dir="auto">
        {before ? <span className="soft">…{before}</span> : null}
        <mark>{text || historyText('recoveryPanel.nothingCanRead')}</mark>
        {after ? <span className="soft">{after}…</span> : null}
      </p>
      <p className="panel-note">
        {by.length > 0 ? historyText('recoveryPanel.typed', { join: listWords(by) }) : ''}
        {origin} <time dateTime={at}>{localMinute(at)}</time>
      </p>
      {writable ? (
        <div ref={focusPlace(ENTRIES)} className="tray-actions">
          {text ? (
            <Button onClick={() => void settle('tray.putBack')} aria-disabled={busy}>
              {historyText('recoveryPanel.putBack')}
            </Button>
          ) : null}
          <AskFirst
            look="plain"
            disabled={busy}
            question={historyText('recoveryPanel.askLetGo')}
            action={historyText('recoveryPanel.discard')}
            keep={historyText('recoveryPanel.keep')}
            onDo={() => void settle('tray.letGo')}
          >
            {historyText('recoveryPanel.letGo')}
          </AskFirst>
        </div>
      ) : null}
    </li>
  )
}
