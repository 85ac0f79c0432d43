import { dateFormat } from '../../story/text/format/dateFormat'

/** "14:02" in the machine's zone. `at`: ISO 8601 instant. */
export const timeOf = (at: string): string => dateFormat('clock').format(new Date(at))

/** Groups the items by day in the machine's zone, in the order given. */
export function byDay<T>(
  items: readonly T[],
  atOf: (item: T) => string,
): readonly { readonly day: string; readonly items: readonly T[] }[] {
  const days = new Map<string, T[]>()
  for (const item of items) {
    const day = dateFormat('fullDay').format(new Date(atOf(item)))
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days].map(([day, some]) => ({ day, items: some }))
}
