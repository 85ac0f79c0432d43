import type { CorrectionView } from '../../story/requests/requests'

/** What is right now, where the record of a lapsed approval has other words for it. Undefined: as recorded. */
export function lapsedIs({ record, lapsed, proposed }: CorrectionView): string | undefined {
  const isOfNote = lapsed && record !== undefined && proposed.was === record.was
  return isOfNote && proposed.is !== record.is ? proposed.is : undefined
}
