import { windowText } from '../../catalogue/window'
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
  if (state === 'saved') return windowText('foot.saved')
  if (state === 'saving') return windowText('foot.saving')
  return windowText('foot.notSaved', { unsaved, trouble: state.trouble })
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
            {windowText('foot.length', {
              words: wordsOf(story.words, story.fields.wordTarget),
              minutes: story.minutes,
            })}
          </span>
          {waiting > 0 ? (
            <button type="button" className="foot-link foot-tray" onClick={() => open({ kind: 'recovery' })}>
              {windowText('foot.unplaced', { count: waiting })}
            </button>
          ) : null}
          {untagged > 0 ? (
            <button type="button" className="foot-link" onClick={() => showTab('checks')}>
              {windowText('foot.untagged', { count: untagged })}
            </button>
          ) : null}
        </>
      ) : null}
      <button
        type="button"
        className="foot-link foot-person"
        title={person === undefined ? windowText('foot.sayWho') : windowText('foot.youAre', { person })}
        onClick={() => open({ kind: 'roster' })}
      >
        {person ?? windowText('foot.nobody')}
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

const wordsOf = (count: number, target: number): string =>
  target > 0
    ? windowText('foot.wordsOf', { count: formatInteger(count), target: formatInteger(target) })
    : windowText('foot.words', { count })

const countUntagged = ({ clear }: StoryPart<'clear'>): number =>
  [...clear.blocks, ...clear.warns].filter((finding) => finding.rule.startsWith('untagged')).length
