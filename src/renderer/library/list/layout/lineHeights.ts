import type { ListLayout } from './listLayout'

/** CSS pixels, as in list.css. Fixed heights keep scrolling exact: no row has to be measured. */
export const ROW_PX = 92
const HEADING_PX = 32

/** Asked for every line when the layout changes: fifty thousand times. */
export function heightOf({ groups }: ListLayout, line: number): number {
  for (const group of groups) if (group.line === line) return HEADING_PX
  return ROW_PX
}

/** CSS pixels above a line. */
export function topOf({ groups }: ListLayout, line: number): number {
  const headings = groups.filter((group) => group.line < line).length
  return headings * HEADING_PX + (line - headings) * ROW_PX
}
