import { windowText } from '../../../catalogue/window/window'
import {
  Ban,
  BookOpen,
  FilePenLine,
  History,
  ListChecks,
  MessageSquare,
  PanelRight,
  SlidersHorizontal,
  Tag,
} from 'lucide-react'
import { Tabs as Radix } from 'radix-ui'
import { useId, type ReactNode } from 'react'
import { shortcutOf, pick, usePanels, useStory, type TabId } from '../../state'
import type { CommentThread } from '../../../story/copy/comment'
import { formatInteger } from '../../../story/text/format/formatInteger'
import { isNowTab, tabName } from '../../state/stores/tabs'
import { useTabs } from '../useTabs'
import { isUnwritten } from '../../state/session/isUnwritten'
import { useMedia } from '../../state/hooks/useMedia'
import { useWindowServices } from '../../state/windowServices'
import { caretBehind } from '../../facts/retag'
import { countInCopy } from '../../verdicts/walk'
import { IconButton } from '../../ui'
import { ariaKeys } from '../../ui/controls/shortcuts'
import { HeldKeys } from '../../ui/HeldKeys'
import { later } from '../../ui/later'
import { findPlace, focusNow, focusPlace, SELECTED_TAB, TAB_AREA } from '../../ui/focus/focusService'
import { PANEL_IS_DRAWER } from '../../state/narrow'
import { focusSheet } from '../../state/session/sheet/focusSheet'
import './rail.css'

const TabPanel = later(async () => (await import('./TabPanel')).TabPanel, PanelOpens)
const ICONS: Readonly<Record<TabId, typeof Tag>> = {
  kill: Ban,
  correction: FilePenLine,
  facts: Tag,
  comments: MessageSquare,
  checks: ListChecks,
  sources: BookOpen,
  history: History,
  fields: SlidersHorizontal,
}

const registerTabs = focusPlace(TAB_AREA)
const registerSelected = focusPlace(SELECTED_TAB)

/** Four digits would lie over the icon: beside it there is room for three. Tooltip and description have the number. */
const isShort = (count: number): boolean => count > 999
const MOST_SHOWN = '999+'

const openThreads = (threads: readonly CommentThread[]): number => threads.filter(({ resolved }) => !resolved).length

/** The tabs of the rail and their panels are one set: the rail is at the edge of the window, the panel beside it. */
export function PanelTabs({ children }: { readonly children: ReactNode }) {
  const { tab } = useTabs()
  const { showTab } = useWindowServices().panels
  return (
    <Radix.Root
      className="rooms"
      value={tab}
      onValueChange={(next) => showTab(next as TabId)}
      orientation="vertical"
      activationMode="automatic"
    >
      {children}
    </Radix.Root>
  )
}

/** Has the keyboard if a key asked for a field of the panel before the panels are loaded. */
export function PanelOpens() {
  const { panels } = useWindowServices()
  const story = useStory(pick('id', 'editor'))
  const isAsked = usePanels(
    ({ tab, asking, naming, commenting }) =>
      asking === tab ||
      (tab === 'history' && naming) ||
      (tab === 'comments' && commenting !== null && commenting.story === story?.id),
  )
  const leave = (): void => {
    // As the form does: the next letter must not overtype what the comment was to be on.
    if (story?.editor && panels.store.getState().commenting?.place) caretBehind(story.editor)
    panels.store.setState({ asking: null, naming: false, commenting: null })
    focusSheet(story?.editor)
  }
  return isAsked ? <HeldKeys onEscape={leave} /> : null
}

/** The panel of the selected tab. It is a region of the same name. */
export function SidePanel() {
  const { tab } = useTabs()
  return (
    <Radix.Content key={tab} ref={registerTabs} className="tab-panel" value={tab} tabIndex={-1}>
      <TabPanel tab={tab} />
    </Radix.Content>
  )
}

/** The tabs at the edge of the window. A press on one always shows its panel; the button under them folds it. */
export function Rail() {
  const story = useStory(pick('story', 'assessments', 'assessed', 'clear', 'judged'))
  const { tab, tabs, counts: now } = useTabs()
  const { panelFolded, drawer } = usePanels(pick('panelFolded', 'drawer'))
  const { panels } = useWindowServices()
  const { showTab, setPanelFolded, setDrawer } = panels
  const isDrawer = useMedia(PANEL_IS_DRAWER)
  const counted = useId()
  const isShown = isDrawer ? drawer === 'facts' : !panelFolded
  const counts: Partial<Record<TabId, number>> = story
    ? {
        ...now,
        ...(story.assessed ? { facts: countInCopy(story.assessments) } : {}),
        comments: openThreads(story.story.comments ?? []) + (story.story.suggestions?.length ?? 0),
        ...(story.judged && !isUnwritten(story.story, story.assessments) ? { checks: story.clear.blocks.length } : {}),
      }
    : {}
  const fold = (): void => {
    if (!isShown) showTab(tab)
    else if (isDrawer) setDrawer(null)
    else setPanelFolded(true)
  }
  return (
    <nav className="rail-frame" aria-label={windowText('sidePanel.title')}>
      <Radix.List ref={registerTabs} className="rail" aria-label={windowText('sidePanel.title')}>
        {tabs.map((id) => {
          const Icon = ICONS[id]
          const count = counts[id] ?? 0
          const keys = shortcutOf(isNowTab(id) ? `story.${id}` : `view.${id}`)
          return (
            <Radix.Trigger
              key={id}
              ref={id === tab ? registerSelected : null}
              className="rail-tab"
              value={id}
              aria-describedby={count > 0 ? `${counted}${id}` : undefined}
              aria-keyshortcuts={keys && ariaKeys(keys)}
              title={isShort(count) ? `${formatInteger(count)} · ${keys ?? ''}` : keys}
              data-shown={id === tab && isShown}
              // Radix does nothing on the tab that is selected, but its panel may be folded.
              onMouseDown={(event) => {
                if (event.button === 0 && !event.ctrlKey) showTab(id)
                event.preventDefault()
                event.currentTarget.focus()
              }}
              // Arrow keys show the tab that they come to. One that gets the keyboard back from elsewhere shows
              // nothing: a menu may close late, after a key has shown another panel.
              onFocus={(event) => {
                const isOther = id !== panels.store.getState().tab
                if (!isOther || event.currentTarget.parentElement?.contains(event.relatedTarget)) return
                event.preventDefault()
                focusNow(findPlace(SELECTED_TAB))
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return
                event.preventDefault()
                showTab(id)
              }}
              {...(isShown && id === tab ? {} : { 'aria-controls': undefined })}
            >
              <Icon aria-hidden="true" />
              <span className="rail-word">{tabName(id)}</span>
              {count > 0 ? (
                // Said after the name, which is the same word whatever is counted.
                <span
                  id={`${counted}${id}`}
                  aria-hidden="true"
                  aria-label={isShort(count) ? formatInteger(count) : undefined}
                  className="rail-count"
                  data-tone={id === 'checks' || isNowTab(id) ? 'stop' : undefined}
                >
                  {isShort(count) ? MOST_SHOWN : count}
                </span>
              ) : null}
            </Radix.Trigger>
          )
        })}
      </Radix.List>
      <div className="rail-foot">
        <IconButton
          label={windowText('sidePanel.fold')}
          icon={<PanelRight aria-hidden="true" />}
          aria-expanded={isShown}
          onClick={fold}
        />
      </div>
    </nav>
  )
}
