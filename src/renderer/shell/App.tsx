import { windowText } from '../../catalogue/window/window'
import { RowMenus, TooltipProvider } from '../ui'
import { pick, useNewsroom, usePanels } from '../state'
import { SheetRoom } from '../sheet/SheetRoom'
import { Foot } from './frame/Foot'
import { NoticeStrip } from './frame/NoticeStrip'
import { Overlays } from './overlays/Overlays'
import { PanelTabs, Rail, SidePanel } from './frame/SidePanel'
import { Rooms } from './Rooms'
import { SearchOpens } from './SearchOpens'
import { TitleBar } from './frame/TitleBar'
import { LIBRARY_IS_DRAWER, PANEL_IS_DRAWER } from '../state/narrow'
import { useEffect } from 'react'
import { useMedia } from '../state/hooks/useMedia'
import { useFocusMode } from './useFocusMode'
import { useFailedParts } from './useFailedParts'
import { useLook } from './useLook'
import { usePaneKeys } from './keys/usePaneKeys'
import { useShortcuts } from './keys/useShortcuts'
import { useUnload } from './closing/useUnload'
import { useWindowCommands } from './keys/useWindowCommands'
import { useWritable } from './useWritable'
import { later, laterPart, loadParts, useLaterPart } from '../ui/later'
import { HeldKeys } from '../ui/HeldKeys'
import { useWindowServices } from '../state/windowServices'
import { findPlace, focusNow, focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './app.css'

const LibraryRoom = later(async () => (await import('../library/LibraryRoom')).LibraryRoom)
const LossNote = later(async () => (await import('../sheet/note/LossNote')).LossNote)
const StoryNote = later(async () => (await import('../sheet/note/StoryNote')).StoryNote)
const PenNote = later(async () => (await import('../pen/PenNote')).PenNote)
const StrayClicks = later(async () => (await import('./StrayClicks')).StrayClicks)
/** No one opens a menu before the words are there. */
const ClipboardMenu = later(async () => (await import('./ClipboardMenu')).ClipboardMenu)
const Tour = later(async () => (await import('./tour/Tour')).Tour)
/** Review and the evidence room: one script. */
const evidenceParts = laterPart(async () => import('./evidenceParts'))

/** The window: top bar, library, sheet, panel, rail, foot and the open overlay. */
export function App() {
  const { review, viewing, libraryFolded, panelFolded, drawer, focused } = usePanels(
    pick('review', 'viewing', 'libraryFolded', 'panelFolded', 'drawer', 'focused'),
  )
  const { setReview, setViewing } = useWindowServices().panels
  const hasStory = useNewsroom(({ session }) => session !== null)
  useWindowCommands()
  useFailedParts()
  useLook()
  usePaneKeys()
  useFocusMode()
  useShortcuts(useNewsroom(({ platform }) => platform))
  useUnload()
  const isPainted = useWritable()
  const writable = isPainted || !hasStory
  useEffect(() => {
    if (isPainted) void loadParts()
  }, [isPainted])
  const parts = useLaterPart(evidenceParts, hasStory && (review || viewing !== null), () => {
    // Else keys would be held back for a review that does not come.
    setReview(false)
    setViewing(null)
  })
  // While they are loading, a letter that is meant for review goes into no words.
  const isReviewOpening = review && hasStory && parts === undefined
  const stopOpening = (): void => {
    setReview(false)
    focusNow(findPlace(PLACES.sheet), { preventScroll: true })
  }
  const reviewing = review && hasStory ? parts : undefined
  const reading = !review && viewing !== null && hasStory ? parts : undefined
  const withEvidence = parts !== undefined
  const panelIsDrawer = useMedia(PANEL_IS_DRAWER)
  const libraryIsDrawer = useMedia(LIBRARY_IS_DRAWER)
  const left = (
    <div className="room-left" data-pane="library" ref={focusPlace(PLACES.pane('library'))}>
      {reviewing ? <reviewing.ReviewRoom /> : reading ? <reading.ViewerRoom /> : writable ? <LibraryRoom /> : null}
    </div>
  )
  const right = (
    <aside
      className="room-right"
      aria-label={windowText('app.panel')}
      data-pane="facts"
      ref={focusPlace(PLACES.pane('facts'))}
    >
      {writable ? <SidePanel /> : null}
    </aside>
  )
  const inFocus = focused && hasStory
  // Evidence and words are read beside each other, also in a narrow window.
  const leftBeside =
    !inFocus && (withEvidence ? !panelIsDrawer || drawer === 'library' : !libraryIsDrawer && !libraryFolded)
  const rightBeside = !inFocus && (panelIsDrawer ? withEvidence && drawer === 'facts' : !panelFolded)
  return (
    <TooltipProvider>
      <div
        className="app"
        data-folded={libraryFolded && panelFolded}
        data-mode={reviewing ? 'review' : 'write'}
        data-review={withEvidence}
        data-reading={reading !== undefined}
        data-focused={inFocus}
        data-drawer={drawer ?? 'none'}
      >
        <TitleBar />
        {isReviewOpening ? <HeldKeys listens onEscape={stopOpening} /> : null}
        {reviewing ? <reviewing.ReviewKeys /> : null}
        <PanelTabs>
          <Rooms
            left={leftBeside ? { id: withEvidence ? 'evidence' : 'library', content: left } : undefined}
            sheet={
              <main className="room-sheet" data-pane="sheet" ref={focusPlace(PLACES.pane('sheet'))}>
                {reviewing ? <reviewing.ReviewHead /> : null}
                <SheetRoom />
                <NoticeStrip />
                <LossNote />
                <StoryNote />
                <PenNote />
              </main>
            }
            right={rightBeside ? right : undefined}
          />
          {!withEvidence && libraryIsDrawer && drawer === 'library' ? (
            <div className="drawer drawer-left">{left}</div>
          ) : null}
          {!withEvidence && panelIsDrawer && drawer === 'facts' ? (
            <div className="drawer drawer-right">{right}</div>
          ) : null}
          <Rail />
        </PanelTabs>
        {reviewing ? <reviewing.DockQuestion /> : null}
        {reviewing ? <reviewing.Dock /> : null}
        <Foot counted={writable} />
        <Tour />
        <RowMenus />
        <ClipboardMenu />
        <SearchOpens />
        <StrayClicks />
        <Overlays />
      </div>
    </TooltipProvider>
  )
}
