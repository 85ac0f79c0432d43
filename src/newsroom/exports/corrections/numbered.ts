import type { Destination } from '../../../story/ledger/leaving/correctionNote'
import type { OpenStory } from '../../replica/openStory'

/** Adds the number of the file that each destination has, where it is another one than the version of the desk. */
export function numbered({ entries }: OpenStory, destinations: readonly Destination[]): readonly Destination[] {
  const numbers = new Map(
    entries.flatMap((entry) =>
      entry.kind === 'exported' && entry.left?.number !== undefined ? [[entry.seq, entry.left.number] as const] : [],
    ),
  )
  return destinations.map((one) => {
    const number = numbers.get(one.entry) ?? one.version
    return number === one.version ? one : { ...one, number }
  })
}
