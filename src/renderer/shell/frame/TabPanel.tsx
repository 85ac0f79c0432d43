import type { ReactNode } from 'react'
import { ChecksPanel } from '../../checks/ChecksPanel'
import { CorrectionPanel } from '../../corrections/CorrectionPanel'
import { KillPanel } from '../../corrections/KillPanel'
import { CommentsPanel } from '../../comments/CommentsPanel'
import { FactsPanel } from '../../facts/list/FactsPanel'
import { FieldsPanel } from '../../fields/FieldsPanel'
import { HistoryPanel } from '../../history/HistoryPanel'
import { SourcesPanel } from '../../sources/SourcesPanel'
import type { TabId } from '../../state'

const PANELS: Readonly<Record<TabId, () => ReactNode>> = {
  kill: KillPanel,
  correction: CorrectionPanel,
  facts: FactsPanel,
  comments: CommentsPanel,
  checks: ChecksPanel,
  sources: SourcesPanel,
  history: HistoryPanel,
  fields: FieldsPanel,
}

/** What the panel of a tab shows. */
export function TabPanel({ tab }: { readonly tab: TabId }) {
  const Panel = PANELS[tab]
  return <Panel />
}
