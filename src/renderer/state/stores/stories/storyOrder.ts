import type { StoryGroupId, StoryPage, StorySort, StorySummary } from '../../../../story/requests/requests'

const groupOf = ({ unavailable, stage }: StorySummary): StoryGroupId =>
  unavailable === undefined ? stage : 'unavailable'

/** A list as far as it is known. `rowAt` answers undefined for rows that are not there. */
export interface KnownList {
  readonly sort: StorySort
  readonly groups: StoryPage['groups']
  readonly rowAt: (offset: number) => StorySummary | undefined
}

/**
 * Whether a changed row stays where it is: in its group, and in order with its neighbours. False if a neighbour is not
 * known. The list is then asked again, which is always right. The row may be there already, in a place that it had
 * before: a story changes while the list is being answered. So its place is looked at even when nothing else changed.
 */
export function keepsItsPlace({ sort, groups, rowAt }: KnownList, offset: number, row: StorySummary): boolean {
  const before = rowAt(offset)
  const [first, end] = rangeOf(groups, groupOf(row))
  if (!before || offset < first || offset >= end) return false
  if (sort === 'created') return true
  const isSame = before[sort] === row[sort]
  const previous = offset > first ? rowAt(offset - 1) : 'edge'
  const next = offset + 1 < end ? rowAt(offset + 1) : 'edge'
  const inOrder = (a: StorySummary | 'edge' | undefined, b: StorySummary | 'edge' | undefined): boolean =>
    a === 'edge' ||
    b === 'edge' ||
    (a !== undefined && b !== undefined && (comesFirst(sort, a, b) || (isSame && a[sort] === b[sort])))
  return inOrder(previous, row) && inOrder(row, next)
}

/** Offsets of a group: its first story, and one past its last. */
function rangeOf(groups: StoryPage['groups'], id: StoryGroupId): readonly [number, number] {
  let first = 0
  for (const group of groups) {
    if (group.id === id) return [first, first + group.count]
    first += group.count
  }
  return [first, first]
}

/** Of two with the same the newest story comes first, and a row does not say which that is. */
function comesFirst(sort: Exclude<StorySort, 'created'>, a: StorySummary, b: StorySummary): boolean {
  return sort === 'updated' ? a.updated > b.updated : a[sort] < b[sort]
}
