import type { StoryGroupId, StoryPage } from '../../../../story/requests/requests'

/** A group of the list: one line for its heading, then one for each story unless it is folded. */
export interface ListGroup {
  readonly id: StoryGroupId
  readonly count: number
  readonly isFolded: boolean
  /** Line of the heading. */
  readonly line: number
  /** Offset of the first story, over all groups. */
  readonly offset: number
}

export interface ListLayout {
  readonly groups: readonly ListGroup[]
  /** Number of lines: headings and stories. */
  readonly lines: number
}

export type ListLine =
  | { readonly kind: 'heading'; readonly group: ListGroup }
  | { readonly kind: 'story'; readonly group: ListGroup; readonly offset: number }

/** Lays out the groups. Costs nothing for each story: the rows between the headings are counted, not listed. */
export function layOutList(groups: StoryPage['groups'], folded: ReadonlySet<StoryGroupId>): ListLayout {
  let line = 0
  let offset = 0
  const laidOut = groups.map(({ id, count }): ListGroup => {
    const group = { id, count, isFolded: folded.has(id), line, offset }
    line += 1 + (group.isFolded ? 0 : count)
    offset += count
    return group
  })
  return { groups: laidOut, lines: line }
}

export function lineAt({ groups, lines }: ListLayout, line: number): ListLine | undefined {
  if (line < 0 || line >= lines) return undefined
  const group = groups.findLast((one) => one.line <= line)
  if (!group) return undefined
  if (group.line === line) return { kind: 'heading', group }
  return { kind: 'story', group, offset: group.offset + line - group.line - 1 }
}

/** The line of a story. Undefined past the end, or in a folded group. */
export function lineOfStory({ groups }: ListLayout, offset: number): number | undefined {
  const group = groups.findLast((one) => one.offset <= offset)
  if (!group || group.isFolded || offset >= group.offset + group.count) return undefined
  return group.line + 1 + offset - group.offset
}

/**
 * The line to which a key moves from `line`, `by` lines on. The heading of an open group is passed over: its stories
 * are there. A folded one is a stop. Stays at the last stop in that direction.
 */
export function stepFrom(layout: ListLayout, line: number, by: number): number {
  const isStop = (at: number): boolean => {
    const found = lineAt(layout, at)
    return found !== undefined && (found.kind === 'story' || found.group.isFolded)
  }
  const towards = by < 0 ? -1 : 1
  const wanted = Math.min(Math.max(line + by, 0), layout.lines - 1)
  for (let at = wanted; at >= 0 && at < layout.lines; at += towards) if (isStop(at)) return at
  for (let at = wanted; at >= 0 && at < layout.lines; at -= towards) if (isStop(at)) return at
  return line
}
