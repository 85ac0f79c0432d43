import { windowText } from '../../../catalogue/window/window'
import { useEffect, useLayoutEffect, useRef } from 'react'
import {
  pick,
  runCommand,
  useCommand,
  useNewsroom,
  useStory,
  useStoryLocked,
  type SaveState,
  type StoryPart,
  type OpenStoryView,
} from '../../state'
import { roleOf, roleWords } from '../../../story/desk/roster'
import { isOver } from '../../../story/ledger/leaving/afterKill'
import { countUntagged } from '../../../review/countUntagged'
import { useWindowServices } from '../../state/windowServices'
import { openTksIn } from '../../sheet/tk/openTks'
import { afterDrawing } from '../../ui/focus/focusService'
import { SaveCopy } from '../SaveCopy'
import './foot.css'
import { formatInteger } from '../../../story/text/format/formatInteger'

/** `typing`: there are words in a field that are not sent yet. */
const saidOf = (state: SaveState, unsaved: number, typing: boolean): string => {
  if (state === 'saved') return windowText(typing ? 'foot.fieldNotSaved' : 'foot.saved')
  if (state === 'saving') return windowText('foot.saving')
  return windowText(state.refused ? 'foot.refused' : 'foot.notSaved', { unsaved, why: state.error })
}

/**
 * Shows the saved state, the length, the reading time, TKs, untagged statements and who acts. `counted`: false before
 * the sheet takes keys, when the foot counts nothing yet.
 */
export function Foot({ counted }: { readonly counted: boolean }) {
  const person = useNewsroom(({ person }) => person)
  const role = useNewsroom(({ desk, person }) => (person === undefined ? undefined : roleOf(person, desk.roster)))
  const readOnly = useStoryLocked()
  const over = useStory(({ story }) => isOver(story.ledger.standing.stage)) === true
  const story = useStory(pick('id', 'session', 'fields', 'clear', 'words', 'characters', 'minutes'))
  const { showTab, open } = useWindowServices().panels
  const waiting = useNewsroom(({ tray }) => tray.length)
  const untagged = counted && story && !over ? countUntagged(story.clear) : NONE
  const tks = counted && story && !over ? openTksIn(story.clear).length : 0
  return (
    <footer className="foot">
      <SaveStatus session={story?.session ?? null} readOnly={readOnly} />
      {story ? <SaveCopy story={story} /> : null}
      {story && counted ? (
        <>
          <span>
            {windowText('foot.length', {
              words: lengthOf(story),
              minutes: story.minutes,
            })}
          </span>
          {over ? <span>{windowText('foot.readOnly')}</span> : null}
          {waiting > 0 ? (
            <button type="button" className="foot-link foot-tray" onClick={() => open({ kind: 'recovery' })}>
              {windowText('foot.unplaced', { count: waiting })}
            </button>
          ) : null}
          {tks > 0 ? (
            <button type="button" className="foot-link foot-tk" onClick={() => runCommand('tk.next')}>
              {windowText('foot.tks', { count: tks })}
            </button>
          ) : null}
          {untagged.count > 0 ? (
            <button type="button" className="foot-link" onClick={() => showTab('checks')}>
              {windowText('foot.untagged', untagged)}
            </button>
          ) : null}
        </>
      ) : null}
      <button
        type="button"
        className="foot-link foot-person"
        title={person === undefined ? windowText('foot.sayWho') : windowText('foot.youAre', { person })}
        onClick={() => open({ kind: 'settings', section: 'you' })}
      >
        {person === undefined
          ? windowText('foot.nobody')
          : role === undefined
            ? person
            : windowText('foot.person', { person, role: roleWords(role) })}
      </button>
    </footer>
  )
}

/**
 * Milliseconds. Keys with shorter pauses count as one run of typing: “Saving…” stays until its end, then “Saved”
 * appears.
 */
const TYPES_ON_MS = 400
/** Milliseconds for which the answer to “Save” stands out. */
const TOLD_MS = 1500

/**
 * The window's only role=status. Written past React: it changes twice with every keystroke, and each commit makes React
 * walk the whole sheet to find the selection.
 */
function SaveStatus({
  session,
  readOnly,
}: {
  readonly session: OpenStoryView['session'] | null
  readonly readOnly: string | undefined
}) {
  const place = useRef<HTMLSpanElement>(null)
  const showState = useRef(() => undefined as void)
  const told = useTimer()
  /** Everything is saved at once, and the state is said again: nobody has to know that Stet saves by itself. */
  const save = async (): Promise<void> => {
    await session?.unsentFields.send()
    await session?.autosave.flush()
    const element = place.current
    if (!element) return
    clearTimeout(told.current)
    // A screen reader says only what changes.
    element.textContent = ''
    afterDrawing(() => {
      showState.current()
      element.dataset['told'] = 'true'
      told.current = setTimeout(() => delete element.dataset['told'], TOLD_MS)
    })
  }
  useCommand('story.save', () => void save(), session !== null)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let changedAt = -Infinity
    let typesOn = false
    const isTyping = (): boolean => (session?.unsentFields.store.getState().fields.size ?? 0) > 0
    const show = (): void => {
      const state = session?.autosave.store.getState().state
      const said = readOnly ?? (state ? saidOf(state, session?.autosave.unsaved ?? 0, isTyping()) : '')
      if (element.textContent !== said) element.textContent = said
      const failed = String(readOnly !== undefined || typeof state === 'object')
      if (element.dataset['failed'] !== failed) element.dataset['failed'] = failed
    }
    const follow = (): void => {
      clearTimeout(timer)
      const state = session?.autosave.store.getState().state
      if (state === 'saving') {
        typesOn = performance.now() - changedAt < TYPES_ON_MS
        changedAt = performance.now()
      }
      // A “Saved” between two keys costs a frame of its own and delays the frame of the next key.
      if (state === 'saved' && typesOn) timer = setTimeout(show, TYPES_ON_MS)
      else show()
    }
    show()
    showState.current = show
    const stop = session?.autosave.store.subscribe(follow)
    const stopFields = session?.unsentFields.store.subscribe(show)
    return () => {
      clearTimeout(timer)
      stop?.()
      stopFields?.()
    }
  }, [session, readOnly])
  return <span ref={place} role="status" className="foot-status" />
}

/** In characters for a story in Korean, Japanese or Chinese, else in words; the target counts likewise. */
function lengthOf({ words, characters, fields }: StoryPart<'words' | 'characters' | 'fields'>): string {
  const target = fields.wordTarget
  const count = characters ?? words
  const numbers = { count: formatInteger(count), target: formatInteger(target) }
  if (characters !== undefined)
    return target > 0 ? windowText('foot.charactersOf', numbers) : windowText('foot.characters', { count })
  return target > 0 ? windowText('foot.wordsOf', numbers) : windowText('foot.words', { count })
}

const NONE = { count: 0, blocks: 0 }

/** A timer that ends with its component. A hook of its own, so that its end keeps no story of the first drawing. */
function useTimer(): { current: ReturnType<typeof setTimeout> | undefined } {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return timer
}
