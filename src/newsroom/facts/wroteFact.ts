import { wroteIn } from '../gate/wroteAt'
import type { OpenStory } from '../replica/openStory'
import type { Newsroom } from '../state/newsroom'

/** Whether a person wrote the words of a fact, or in their sentence. */
export function wroteFact(room: Newsroom, story: OpenStory, by: string, fact: string): boolean {
  const wrote = wroteIn(room, story)
  const where = { kind: 'fact', fact } as const
  return wrote(by, where) || wrote(by, where, 'around')
}
