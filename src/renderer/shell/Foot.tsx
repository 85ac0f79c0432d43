import { useLayoutEffect, useRef } from 'react'
import {
  pick,
  useNewsroom,
  useStory,
  useStoryReadOnly,
  type SaveState,
  type StoryPart,
  type OpenStoryView,
} from '../state'
import { useWindowServices } from '../state/windowServices'
import { SaveCopy } from './SaveCopy'
import './foot.css'
import { formatInteger } from '../../story/text/formatInteger'

const saidOf = (state: SaveState, unsaved: number): string => {
  if (state === 'saved') return 'Saved'
  if (state === 'saving') return 'Saving…'
  const what =
    unsaved === 0
      ? 'The latest changes are'
      : unsaved === 1
        ? '1 character is'
        : `${formatInteger(unsaved)} characters are`
  return `${what} not on disk yet; typing goes on, and Stet saves as soon as it can. ${state.trouble}`
}

/** Saved state, words and reading time, untagged statements, who you are. */
export function Foot() {
  const person = useNewsroom(({ person }) => person)
  const readOnly = useStoryReadOnly()
  const story = useStory(pick('id', 'session', 'fields', 'clear', 'words', 'minutes'))
  const { showTab, open } = useWindowServices().panels
  const waiting = useNewsroom(({ tray }) => tray.length)
  const untagged = story ? countUntagged(story) : 0
  return (
    <footer className="foot">
      <SaveStatus session={story?.session ?? null} readOnly={readOnly} />
      {story ? <SaveCopy story={story} /> : null}
      {story ? (
        <>
          <span>
            {wordsOf(story.words, story.fields.wordTarget)} · {story.minutes} min
          </span>
          {waiting > 0 ? (
            <button type="button" className="foot-link foot-tray" onClick={() => open({ kind: 'recovery' })}>
              {waiting === 1 ? '1 piece of text could not be placed' : `${waiting} pieces of text could not be placed`}
            </button>
          ) : null}
          {untagged > 0 ? (
            <button type="button" className="foot-link" onClick={() => showTab('checks')}>
              {untagged === 1 ? '1 statement without a tag' : `${untagged} statements without a tag`}
            </button>
          ) : null}
        </>
      ) : null}
      <button
        type="button"
        className="foot-link foot-person"
        title={
          person === undefined ? 'Say who you are' : `You are ${person}: act as somebody else, roster, desk of one`
        }
        onClick={() => open({ kind: 'roster' })}
      >
        {person ?? 'Nobody yet'}
      </button>
    </footer>
  )
}

/** Milliseconds. Keys that follow each other faster are one go of typing: it reads "Saving…" throughout, and "Saved" at its end. */
const TYPES_ON_MS = 400

/**
 * The window's one role=status. Written past React: this changes twice with every keystroke, and every commit makes React
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
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let changedAt = -Infinity
    let typesOn = false
    const show = (): void => {
      const state = session?.autosave.store.getState().state
      const said = readOnly ?? (state ? saidOf(state, session?.autosave.unsaved ?? 0) : '')
      if (element.textContent !== said) element.textContent = said
      const trouble = String(readOnly !== undefined || typeof state === 'object')
      if (element.dataset['trouble'] !== trouble) element.dataset['trouble'] = trouble
    }
    const follow = (): void => {
      clearTimeout(timer)
      const state = session?.autosave.store.getState().state
      if (state === 'saving') {
        typesOn = performance.now() - changedAt < TYPES_ON_MS
        changedAt = performance.now()
      }
      // A "Saved" between two keys would cost a frame of its own, and the next key's frame would wait for the screen to be due again.
      if (state === 'saved' && typesOn) timer = setTimeout(show, TYPES_ON_MS)
      else show()
    }
    show()
    const stop = session?.autosave.store.subscribe(follow)
    return () => {
      clearTimeout(timer)
      stop?.()
    }
  }, [session, readOnly])
  return <span ref={place} role="status" className="foot-status" />
}

const wordsOf = (words: number, target: number): string => {
  const count = formatInteger(words)
  if (target > 0) return `${count} of ${formatInteger(target)} words`
  return words === 1 ? '1 word' : `${count} words`
}

const countUntagged = ({ clear }: StoryPart<'clear'>): number =>
  [...clear.blocks, ...clear.warns].filter((finding) => finding.rule.startsWith('untagged')).length
