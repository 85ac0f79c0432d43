/** Keeps stories in which the app and the oracle differ, and makes them smaller. */
import { appendFileSync, readFileSync } from 'node:fs'
import type { Step } from './drawing'
import type { Difference } from './world'

export interface Story {
  readonly kind: string
  readonly variant: number
  readonly steps: readonly Step[]
}

export const keepStory = (file: string, story: Story): void => appendFileSync(file, `${JSON.stringify(story)}\n`)

export const keptStories = (file: string): readonly Story[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Story)

/** Leaves out steps for as long as the story ends with a difference of the same kind. */
export async function smallest(
  { variant, steps }: Story,
  differenceOf: (variant: number, steps: readonly Step[]) => Promise<Difference | undefined>,
): Promise<Difference | undefined> {
  let found = await differenceOf(variant, steps)
  let left = steps
  for (let size = 16; found && size >= 1; size = size >> 1)
    for (let at = left.length - size; at >= 0; at -= size) {
      const fewer = [...left.slice(0, at), ...left.slice(at + size)]
      const again = await differenceOf(variant, fewer)
      if (again?.kind !== found.kind) continue
      left = fewer
      found = again
    }
  return found
}
