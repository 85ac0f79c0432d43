import type { Startup } from './startup'

/**
 * Returns the story that a window begins with: the person's last one, else the first that can be shown. None while
 * nobody has said who they are. A library that cannot be written opens a story without a person: nobody can join its
 * roster.
 */
export function storyToBeginWith({
  person,
  readOnly,
  position,
  first,
}: Pick<Startup, 'person' | 'readOnly' | 'position' | 'first'>): string | undefined {
  if (person === undefined && readOnly === undefined) return undefined
  return position?.story ?? first
}
