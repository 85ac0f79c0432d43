/** How people say where in a source they saw it, by kind of source. */
import type { SourceKind } from '../../story/desk/source'

export interface LocatorHint {
  readonly label: string
  readonly example: string
}

export const LOCATOR_HINTS: Readonly<Record<SourceKind, LocatorHint>> = {
  person: { label: 'When and how they said it', example: '30 Oct 09:40, phone' },
  document: { label: 'Page or paragraph', example: 'p. 3 ¶ 2' },
  official: { label: 'Page or paragraph', example: '¶ 4' },
  pool: { label: 'Paragraph of the pool report', example: '¶ 2' },
  outlet: { label: 'Address and when you saw it', example: 'https://… 30 Oct 11:05' },
  dataset: { label: 'Table, row and column', example: 'table 2, row 14' },
  observation: { label: 'Who saw it, and when', example: 'Reporter, 30 Oct 11:01' },
  media: { label: 'Timecode', example: '00:12:31' },
}
