import { windowText } from '../../catalogue/window/window'
import { useId } from 'react'
import { Download, FilePlus2, PanelLeft, PanelRight, Search, SquareCheckBig, Upload } from 'lucide-react'
import { Button, IconButton } from '../ui'
import { keysOf, pick, runCommand, useNewsroom, usePanels, useStory, useStoryReadOnly } from '../state'
import { moveLabel, offeredMoves } from '../checks/nextMove'
import { useWindowServices } from '../state/windowServices'
import './titleBar.css'

/** Shows the brand, the main actions and one button for the next legal move. */
export function TitleBar() {
  const { library, desk } = useNewsroom(pick('library', 'desk'))
  const story = useStory(pick('guarded', 'story', 'clear'))
  const { setDrawer } = useWindowServices().panels
  const { review, drawer } = usePanels(pick('review', 'drawer'))
  const { next, sendBack } = story ? offeredMoves(story.story) : { next: undefined, sendBack: undefined }
  const away = story === null
  const locked = useStoryReadOnly()
  const id = useId()
  // Stays focusable, because screen readers then read the reason.
  const withReason = locked === undefined ? {} : { 'aria-disabled': true, 'aria-describedby': id }
  return (
    <header className="title-bar">
      <span className="title-drawer">
        <IconButton
          label={review ? windowText('titleBar.evidenceDrawer') : windowText('titleBar.libraryDrawer')}
          icon={<PanelLeft aria-hidden="true" />}
          aria-expanded={drawer === 'library'}
          onClick={() => setDrawer(drawer === 'library' ? null : 'library')}
        />
      </span>
      <span className="title-brand">Stet</span>
      <span className="title-library" title={library}>
        {library.split(/[\\/]/u).pop()}
        {desk.settings.deskOfOne ? windowText('titleBar.deskOfOne') : ''}
      </span>
      <div className="title-actions">
        <Button
          icon={<FilePlus2 aria-hidden="true" />}
          title={hint(windowText('titleBar.newStory'), 'story.new')}
          onClick={() => runCommand('story.new')}
        >
          {windowText('titleBar.newStory')}
        </Button>
        <Button
          icon={<Download aria-hidden="true" />}
          title={hint(windowText('titleBar.import'), 'story.import')}
          onClick={() => runCommand('story.import')}
        >
          {windowText('titleBar.import')}
        </Button>
        <Button
          icon={<Search aria-hidden="true" />}
          keys={keysOf('view.palette')}
          onClick={() => runCommand('view.palette')}
        >
          {windowText('titleBar.search')}
        </Button>
        <Button
          icon={<SquareCheckBig aria-hidden="true" />}
          keys={keysOf('story.review')}
          aria-pressed={review}
          disabled={away}
          onClick={() => runCommand('story.review')}
        >
          {windowText('titleBar.review')}
        </Button>
        <Button
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
            {sendBack.name}
          </Button>
        ) : null}
        {/* By the second click of a double click the button may name the move after it. */}
        {next && story ? (
          <Button
            look="primary"
            title={locked ?? hint(next.name, 'story.move')}
            {...withReason}
            onClick={({ detail }) => {
              if (detail < 2) runCommand('story.move')
            }}
          >
            {moveLabel(next, story.clear)}
          </Button>
        ) : null}
        {locked !== undefined && story ? (
          <span id={id} hidden>
            {locked}
          </span>
        ) : null}
      </div>
      <span className="title-drawer">
        <IconButton
          label={windowText('titleBar.factsDrawer')}
          icon={<PanelRight aria-hidden="true" />}
          aria-expanded={drawer === 'facts'}
          onClick={() => setDrawer(drawer === 'facts' ? null : 'facts')}
        />
      </span>
    </header>
  )
}

const hint = (label: string, command: Parameters<typeof keysOf>[0]): string => {
  const keys = keysOf(command)
  return keys ? `${label} (${keys})` : label
}
