import { windowText } from '../../../catalogue/window/window'
import { PanelLeft } from 'lucide-react'
import { IconButton } from '../../ui'
import { pick, useNewsroom, usePanels } from '../../state'
import { useMedia } from '../../state/hooks/useMedia'
import { useWindowServices } from '../../state/windowServices'
import { LibraryMenu } from '../LibraryMenu'
import { ModeTabs } from './ModeTabs'
import { StoryActions } from '../StoryActions'
import { LIBRARY_IS_DRAWER, PANEL_IS_DRAWER } from '../../state/narrow'
import './titleBar.css'

/** The top bar: the library and its menu, Write or Review, and the next step of the open story. */
export function TitleBar() {
  const { review, drawer, libraryFolded } = usePanels(pick('review', 'drawer', 'libraryFolded'))
  const { setDrawer, setLibraryFolded } = useWindowServices().panels
  const hasStory = useNewsroom(({ session }) => session !== null)
  const narrow = useMedia(review && hasStory ? PANEL_IS_DRAWER : LIBRARY_IS_DRAWER)
  const isShown = narrow ? drawer === 'library' : review && hasStory ? true : !libraryFolded
  return (
    <header className="title-bar">
      <div className="title-left">
        <IconButton
          label={windowText(review && hasStory ? 'titleBar.evidenceDrawer' : 'titleBar.libraryDrawer')}
          icon={<PanelLeft aria-hidden="true" />}
          aria-expanded={isShown}
          disabled={review && hasStory && !narrow}
          onClick={() => (narrow ? setDrawer(isShown ? null : 'library') : setLibraryFolded(!libraryFolded))}
        />
        <span className="title-brand">Stet</span>
        <LibraryMenu />
      </div>
      <ModeTabs />
      <StoryActions />
    </header>
  )
}
