import { windowText } from '../../../catalogue/window/window'
import { correctionsIn } from '../../../story/ledger/leaving/corrections/corrections'
import { apartOf } from '../../../story/ledger/order/ledgerOrder'
import { latestMerge } from '../../../story/merge/mergeToUndo'
import type { Move } from '../../../story/ledger/stages'
import { pick, useCommand, useNewsroom, useNotice, useStory, useStoryLocked } from '../../state'
import { leaveField } from '../../state/stores/panels'
import { useWindowServices } from '../../state/windowServices'
import { isPlainMove, offeredMoves } from '../../checks/move/nextMove'
import { usePlainMove } from '../../checks/move/usePlainMove'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import { useStillHere } from '../../state/hooks/useStillHere'
import { useUndoMerge } from '../../state/hooks/useUndoMerge'
import { afterDrawing, inAnotherField } from '../../ui/focus/focusService'

/** Registers the commands that create, duplicate and move stories. */
export function useStoryCommands(): void {
  const { newsroom, panels } = useWindowServices()
  const { act, openStory } = newsroom
  const { readOnly, person } = useNewsroom(pick('readOnly', 'person'))
  const { check, say } = useNotice()
  const { open } = panels
  const story = useStory(pick('id', 'story', 'entries', 'apart'))
  const moveAtOnce = usePlainMove()
  const undoMerge = useUndoMerge(story?.id)
  const moves = story ? offeredMoves(story.story) : undefined
  const writable = readOnly === undefined && person !== undefined
  const movable = useStoryLocked() === undefined && person !== undefined

  const once = useOneAtATime()
  const make = async (action: 'story.create' | 'story.duplicate'): Promise<void> => {
    leaveField()
    const isInAnotherField = inAnotherField()
    const made =
      action === 'story.create' ? check(await act(action, {})) : story && check(await act(action, { story: story.id }))
    if (!made || !(await openStory(made.id))) return
    // Moves the keyboard from the button or row to the words once they are drawn. A person who types elsewhere stays.
    afterDrawing(() => {
      const { session } = newsroom.store.getState()
      if (panels.store.getState().overlay !== null || session?.id !== made.id || isInAnotherField()) return
      session.editor?.commands.focus()
    })
  }
  const move = (to: Move | undefined): void => {
    if (!to || !story) return
    if (isPlainMove(to)) moveAtOnce(to.to)
    else open({ kind: 'move', to: to.to })
  }

  const stillHere = useStillHere()
  const compareWithLast = async (): Promise<void> => {
    if (!story) return
    const isStillHere = stillHere(story.id)
    const timeline = check(await act('version.list', { story: story.id }))
    if (!isStillHere()) return
    const last = timeline?.versions.find(({ trouble }) => trouble === undefined)
    if (last) open({ kind: 'compare', from: last.n })
    else if (timeline) say(windowText('commands.nothingToCompare'))
  }

  useCommand(
    'story.correction',
    () => panels.ask('correction'),
    story !== null && correctionsIn(story.entries, apartOf(story.apart ?? [])).length > 0,
  )
  useCommand(
    'story.undoMerge',
    () => void undoMerge(),
    movable && story !== null && latestMerge(story.entries) !== undefined,
  )
  useCommand(
    'story.since',
    () => open({ kind: 'since' }),
    story !== null && story.entries.some(({ kind }) => kind === 'merged'),
  )
  useCommand('story.recovery', () => open({ kind: 'recovery' }), story !== null)
  useCommand('story.compare', () => void compareWithLast(), story !== null)
  useCommand('story.new', () => void once(() => make('story.create')), writable)
  useCommand('story.duplicate', () => void once(() => make('story.duplicate')), movable && story !== null)
  useCommand('story.move', () => move(moves?.next), movable && moves?.next !== undefined)
  useCommand('story.sendBack', () => move(moves?.sendBack), movable && moves?.sendBack !== undefined)
  useCommand('story.spike', () => move(moves?.spike), movable && moves?.spike !== undefined)
  const stage = story?.story.ledger.standing.stage
  useCommand(
    'story.delete',
    () => story && open({ kind: 'delete', stories: [{ id: story.id, headline: '' }] }),
    writable && (stage === 'spiked' || stage === 'killed'),
  )
  useCommand(
    'story.kill',
    () => {
      panels.store.setState({ killing: story?.id ?? null })
      panels.ask('kill')
    },
    movable && moves?.kill !== undefined,
  )
}
