import { windowText } from '../../catalogue/window/window'
import { useId, useMemo } from 'react'
import { sheetText } from '../../catalogue/writing/sheet'
import { untoldOfKill } from '../../story/ledger/leaving/kill'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import { Ellipsis, Upload } from 'lucide-react'
import type { CommandId } from '../../ipc/commands'
import { Button, IconButton, Menu } from '../ui'
import { useFilledForm } from '../ui/controls/filledForms'
import { commandItem, shortcutOf, pick, runCommand, useNewsroom, usePanels, useStory, useStoryLocked } from '../state'
import { useWindowServices } from '../state/windowServices'
import { blocksOf, isOwnMove, moveWords, offeredMoves } from '../checks/move/nextMove'

/** What is done with a whole story, and seldom. */
const MORE: readonly CommandId[] = [
  'story.handOver',
  'story.duplicate',
  'story.print',
  'story.queries',
  'story.correction',
  'story.compare',
  'story.recovery',
  'story.spike',
  'story.kill',
  'story.delete',
]

const NO_MOVES = { next: undefined, sendBack: undefined, spike: undefined }

/**
 * The next legal move of the open story, filled if it is the person’s, with the number of issues that block it. Beside
 * it, in less weight, Export, Send back and a menu.
 */
export function StoryActions() {
  const story = useStory(pick('guarded', 'story', 'clear', 'entries', 'apart'))
  const { next, sendBack, spike } = story ? offeredMoves(story.story) : NO_MOVES
  const away = story === null
  const { panels } = useWindowServices()
  const killed = story?.story.ledger.standing.stage === 'killed'
  const { entries, apart } = story ?? {}
  const untold = useMemo(
    () => (killed && entries ? untoldOfKill(entries, apartOf(apart ?? [])) : 0),
    [killed, entries, apart],
  )
  // In review the filled button is the key of the dock.
  const reviewing = usePanels(({ review }) => review) && !away
  const isFormFilled = useFilledForm()
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const isOwn = next && story && person !== undefined ? isOwnMove(next, person, story.story, desk) : true
  const locked = useStoryLocked()
  const id = useId()
  // Stays focusable, because screen readers then read the reason.
  const withReason = locked === undefined ? {} : { 'aria-disabled': true, 'aria-describedby': id }
  const issues = next && story ? blocksOf(next, story.clear) : 0
  return (
    <div className="title-actions">
      <Button
        look="plain"
        icon={<Upload aria-hidden="true" />}
        title={story?.guarded ? locked : hint(windowText('titleBar.export'), 'story.export')}
        disabled={away}
        {...(story?.guarded ? withReason : {})}
        onClick={() => runCommand('story.export')}
      >
        {windowText('titleBar.export')}
      </Button>
      {sendBack ? (
        <Button
          title={locked ?? hint(sendBack.name, 'story.sendBack')}
          {...withReason}
          onClick={() => runCommand('story.sendBack')}
        >
          {moveWords(sendBack)}
        </Button>
      ) : null}
      {/* By the second click of a double click the button may name the move after it. */}
      {next && story ? (
        <Button
          look={!isOwn ? 'quiet' : reviewing || isFormFilled ? 'tinted' : 'primary'}
          title={locked ?? hint(next.name, 'story.move')}
          {...withReason}
          onClick={({ detail }) => {
            if (detail < 2) runCommand('story.move')
          }}
        >
          {moveWords(next)}
          {issues > 0 ? (
            <>
              {' '}
              <span className="button-aside">{sheetText('issues.count', { count: issues })}</span>
            </>
          ) : null}
        </Button>
      ) : null}
      {killed ? (
        <Button look={untold > 0 ? 'stop' : 'quiet'} onClick={() => panels.ask('kill')}>
          {windowText('titleBar.killNotices')}
          {untold > 0 ? (
            <>
              {' '}
              <span className="button-aside">{windowText('titleBar.toSend', { count: untold })}</span>
            </>
          ) : null}
        </Button>
      ) : null}
      {locked !== undefined && story ? (
        <span id={id} hidden>
          {locked}
        </span>
      ) : null}
      <Menu
        label={windowText('titleBar.more')}
        items={() =>
          MORE.map((command) => {
            const item = commandItem(command)
            // The command has one name for both moves. Here the stage is known.
            return command === 'story.spike' && spike ? { ...item, label: moveWords(spike) } : item
          })
        }
        trigger={
          <IconButton label={windowText('titleBar.more')} icon={<Ellipsis aria-hidden="true" />} disabled={away} />
        }
      />
    </div>
  )
}

const hint = (label: string, command: Parameters<typeof shortcutOf>[0]): string => {
  const keys = shortcutOf(command)
  return keys ? `${label} (${keys})` : label
}
