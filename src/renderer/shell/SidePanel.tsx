import { windowText } from '../../catalogue/window/window'
import { FactsPanel } from '../facts/list/FactsPanel'
import { CommentsPanel } from '../comments/CommentsPanel'
import { ChecksPanel } from '../checks/ChecksPanel'
import { FieldsPanel } from '../fields/FieldsPanel'
import { HistoryPanel } from '../history/HistoryPanel'
import { SourcesPanel } from '../sources/SourcesPanel'
import { SuggestionsPanel } from '../suggestions/SuggestionsPanel'
import { Tabs } from '../ui'
import { useSuggesting } from '../pen/useSuggesting'
import { keysOf, pick, usePanels, useStory, type TabId } from '../state'
import type { CommentThread } from '../../story/copy/comment'
import { tabName, TABS } from '../state/stores/panels'
import { useWindowServices } from '../state/windowServices'

const PANELS: Readonly<Record<TabId, () => React.ReactNode>> = {
  facts: FactsPanel,
  comments: CommentsPanel,
  suggestions: SuggestionsPanel,
  checks: ChecksPanel,
  sources: SourcesPanel,
  history: HistoryPanel,
  fields: FieldsPanel,
}

const openThreads = (threads: readonly CommentThread[]): number => threads.filter(({ resolved }) => !resolved).length

/** The right-hand panel. Each tab is a region of the same name. */
export function SidePanel() {
  const story = useStory(pick('story', 'assessments', 'assessed', 'clear', 'judged'))
  const { showTab } = useWindowServices().panels
  const { suggesting } = useSuggesting()
  const tab = usePanels(({ tab }) => tab)
  const counts: Partial<Record<TabId, number>> = story
    ? {
        ...(story.assessed ? { facts: story.assessments.length } : {}),
        comments: openThreads(story.story.comments ?? []),
        suggestions: story.story.suggestions?.length ?? 0,
        ...(story.judged ? { checks: story.clear.blocks.length + story.clear.warns.length } : {}),
      }
    : {}
  // Shown only when needed: all seven tabs do not fit side by side.
  const wantsSuggestions = tab === 'suggestions' || suggesting || (counts.suggestions ?? 0) > 0
  return (
    <Tabs
      label={windowText('sidePanel.title')}
      value={tab}
      onChange={showTab}
      tabs={TABS.filter((id) => id !== 'suggestions' || wantsSuggestions).map((id) => {
        const Panel = PANELS[id]
        return {
          id,
          label: tabName(id),
          count: counts[id],
          keys: keysOf(`view.${id}`),
          content: <Panel />,
        }
      })}
    />
  )
}
