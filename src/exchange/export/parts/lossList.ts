import type { Loss } from '../../../story/requests/requests'

/** Lists losses: `what` a format cannot carry, with the values that are lost. Skips empty values. */
export function lossList(lost: Readonly<Record<string, readonly string[]>>): readonly Loss[] {
  return Object.entries(lost).flatMap(([what, values]) => {
    const real = values.filter((value) => value !== '')
    return real.length === 0 ? [] : [{ what, count: real.length, example: real[0] ?? '' }]
  })
}
