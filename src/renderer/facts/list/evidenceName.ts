import { factsPanelText } from '../../../catalogue/window/factsPanel'
import type { Evidence } from '../../../story/ledger/fact'
import { shownSource, type Source } from '../../../story/desk/source'

export const evidenceName = (sources: ReadonlyMap<string, Source>, { source, locator }: Evidence): string =>
  [nameOfSource(sources, source), locator].filter(Boolean).join(', ')

/** "Source A" for a protected source: only the source book shows the identity. */
export function nameOfSource(sources: ReadonlyMap<string, Source>, id: string): string {
  const source = sources.get(id)
  return source ? shownSource(source, sources.values()) : factsPanelText('factDetail.unknownSource')
}
