import { factsPanelText } from '../../../catalogue/window/factsPanel'
import type { Evidence } from '../../../story/ledger/facts/fact'
import { shownSourceOf, type Source } from '../../../story/desk/source'

export const evidenceName = (sources: ReadonlyMap<string, Source>, { source, locator }: Evidence): string =>
  [nameOfSource(sources, source), locator].filter(Boolean).join(', ')

/** "Source A" for a protected source: only the source book shows the identity. */
export const nameOfSource = (sources: ReadonlyMap<string, Source>, id: string): string =>
  shownSourceOf(id, sources) ?? factsPanelText('factDetail.unknownSource')
