import { lazy } from '../../story/text/lazy'

const DAY = lazy(
  () => new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
)
const TIME = lazy(() => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }))

/** "14:02" in the machine's zone. `at`: ISO 8601 instant. */
export const timeOf = (at: string): string => TIME().format(new Date(at))

/** Groups the items by day in the machine's zone, in the order given. */
export function byDay<T>(
  items: readonly T[],
  atOf: (item: T) => string,
): readonly { readonly day: string; readonly items: readonly T[] }[] {
  const days = new Map<string, T[]>()
  for (const item of items) {
    const day = DAY().format(new Date(atOf(item)))
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days].map(([day, some]) => ({ day, items: some }))
}
