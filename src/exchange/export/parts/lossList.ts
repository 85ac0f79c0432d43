import type { Loss } from '../../../story/requests/requests'

/** A loss list of what a format cannot carry: `what` → its values; nothing for what is empty. */
export function lossList(lost: Readonly<Record<string, readonly string[]>>): readonly Loss[] {
  return Object.entries(lost).flatMap(([what, values]) => {
    const real = values.filter((value) => value !== '')
    return real.length === 0 ? [] : [{ what, count: real.length, example: real[0] ?? '' }]
  })
}
