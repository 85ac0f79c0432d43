import { windowText } from '../../catalogue/window/window'
import { TooltipProvider } from '../ui'
import { pick, useNewsroom, usePanels } from '../state'
import { LibraryRoom } from '../library/LibraryRoom'
import { ReviewRoom } from '../review/ReviewRoom'
import { PenNote } from '../pen/PenNote'
import { LossNote } from '../sheet/LossNote'
import { SheetRoom } from '../sheet/SheetRoom'
import { StandingNote } from '../sheet/StandingNote'
import { ViewerRoom } from '../evidence/ViewerRoom'
import { Foot } from './Foot'
import { NoticeStrip } from './NoticeStrip'
import { Overlays } from './Overlays'
import { SidePanel } from './SidePanel'
import { TitleBar } from './TitleBar'
import { usePaneKeys } from './usePaneKeys'
import { useShortcuts } from './useShortcuts'
import { useUnload } from './useUnload'
import { useWindowCommands } from './useWindowCommands'
import { useWritable } from './useWritable'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './app.css'

/** The window: title bar, library, sheet, panel, foot and the open overlay. */
export function App() {
  const { review, viewing, folded, drawer } = usePanels(pick('review', 'viewing', 'folded', 'drawer'))
  const hasStory = useNewsroom(({ session }) => session !== null)
  useWindowCommands()
  usePaneKeys()
  useShortcuts(useNewsroom(({ platform }) => platform))
  useUnload()
  const writable = useWritable() || !hasStory
  const reviewing = review && hasStory
  const reading = !reviewing && viewing !== null && hasStory
  return (
    <TooltipProvider>
      <div
        className="app"
        data-folded={folded}
        data-review={reviewing || reading}
        data-reading={reading}
        data-drawer={drawer ?? 'none'}
      >
        <TitleBar />
        <div className="rooms">
          <div className="room-left" data-pane="library" ref={focusPlace(PLACES.pane('library'))}>
            {reviewing ? <ReviewRoom /> : reading ? <ViewerRoom /> : writable ? <LibraryRoom /> : null}
          </div>
          <main className="room-sheet" data-pane="sheet" ref={focusPlace(PLACES.pane('sheet'))}>
            <SheetRoom />
            <NoticeStrip />
            <LossNote />
            <StandingNote />
            <PenNote />
          </main>
          <aside
            className="room-right"
            aria-label={windowText('app.panel')}
            data-pane="facts"
            ref={focusPlace(PLACES.pane('facts'))}
          >
            {writable ? <SidePanel /> : null}
          </aside>
        </div>
        <Foot />
        <Overlays />
      </div>
    </TooltipProvider>
  )
}
