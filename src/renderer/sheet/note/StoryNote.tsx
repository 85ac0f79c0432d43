import { sheetText } from '../../../catalogue/writing/sheet'
import { useEffect, useMemo } from 'react'
import { Copy } from 'lucide-react'
import { Button } from '../../ui'
import { useRestoreSnapshot } from '../../history/useRestoreSnapshot'
import {
  shortcutOf,
  pick,
  runCommand,
  useNewsroom,
  useNotice,
  useStory,
  useStoryLocked,
  useStoryReadOnly,
  type StoryPart,
} from '../../state'
import { apartOf } from '../../../story/ledger/order/ledgerOrder'
import { snapshotBefore } from '../snapshotBefore'
import { noteOnStory, type NoteOnStory as Note } from './noteOnStory'
import { useStillHere } from '../../state/hooks/useStillHere'
import { useWindowServices } from '../../state/windowServices'
import { restoreFocus } from '../../state/restoreFocus'
import './storyNote.css'

/** Shows the note on the story under the sheet, where it moves no words during typing. */
export function StoryNote() {
  const story = useStory(pick('id', 'guarded', 'editor', 'session', 'story', 'entries', 'apart'))
  return story && !story.guarded ? <NoteOnStory key={story.id} story={story} /> : null
}

function NoteOnStory({
  story,
}: {
  readonly story: StoryPart<'id' | 'editor' | 'session' | 'story' | 'entries' | 'apart'>
}) {
  const { announce } = useNotice()
  const readOnly = useStoryReadOnly()
  const isLocked = useStoryLocked() !== undefined
  const { story: moment, entries, apart } = story
  const { desk, person } = useNewsroom(pick('desk', 'person'))
  const note = useMemo(
    () =>
      noteOnStory(
        moment,
        entries,
        undefined,
        apartOf(apart ?? []),
        person === undefined ? undefined : { by: person, desk },
      ),
    [moment, entries, apart, desk, person],
  )
  const said = note ? [note.text, note.reason, note.more].filter(Boolean).join(' ') : ''
  useEffect(() => {
    if (said !== '') announce(said)
  }, [said, announce])
  if (!note) return null
  return (
    <aside className="story-note" aria-label={sheetText('storyNote.title')} data-note={note.kind}>
      <p className="story-note-said">
        <strong>{note.text}</strong>
        {note.reason ? <q dir="auto">{note.reason}</q> : null}
        {note.more ? <span className="story-note-more">{note.more}</span> : null}
      </p>
      {note.kind === 'sentBack' ? null : note.kind === 'killed' || note.kind === 'spiked' ? (
        isLocked ? null : (
          <span className="story-note-acts">
            <Button icon={<Copy aria-hidden="true" />} onClick={() => runCommand('story.duplicate')}>
              {sheetText('ended.duplicate')}
            </Button>
          </span>
        )
      ) : note.kind === 'correction' ? (
        <span className="story-note-acts">
          <Button keys={shortcutOf('story.correction')} onClick={() => runCommand('story.correction')}>
            {sheetText('storyNote.correction')}
          </Button>
        </span>
      ) : (
        <Acts story={story} note={note} writable={readOnly === undefined} />
      )}
    </aside>
  )
}

function Acts({
  story,
  note,
  writable,
}: {
  readonly story: StoryPart<'id' | 'editor' | 'session'>
  readonly note: Note
  readonly writable: boolean
}) {
  const { act } = useWindowServices().newsroom
  const { check, say } = useNotice()
  const { open } = useWindowServices().panels
  const restore = useRestoreSnapshot(story)
  const isPublished = note.kind === 'changed'
  const stillHere = useStillHere()

  const withSnapshot = async (go: (n: number) => void): Promise<void> => {
    const timeline = check(await act('version.list', { story: story.id }))
    if (!timeline) return
    const snapshot = snapshotBefore(note, timeline.versions)
    if (snapshot) go(snapshot.n)
    else say(sheetText(isPublished ? 'storyNote.noPublished' : 'storyNote.noCleared'))
  }
  const compare = (): void => {
    const isStillHere = stillHere(story.id)
    void withSnapshot((n) => {
      if (isStillHere()) open({ kind: 'compare', from: n })
    })
  }
  return (
    <span className="story-note-acts">
      <Button onClick={compare}>{sheetText('storyNote.whatChanged')}</Button>
      {writable && !note.stays ? (
        <Button
          onClick={() => void withSnapshot((n) => void restore(n, 'leaving').then(() => restoreFocus(story.editor)))}
        >
          {sheetText(isPublished ? 'storyNote.putPublishedBack' : 'storyNote.putClearedBack')}
        </Button>
      ) : null}
      {writable && note.kind === 'changed' ? (
        <Button onClick={() => runCommand('story.move')}>{sheetText('storyNote.nextVersion')}</Button>
      ) : null}
    </span>
  )
}
