import type { Startup } from './contract'

/**
 * The story that a window begins with: where the person was, else the first that can be shown; none while nobody has said
 * who they are. Nobody can be put on the roster of a library that cannot be written: that one is open for reading.
 */
export function storyToBeginWith({
  person,
  readOnly,
  position,
  stories,
}: Pick<Startup, 'person' | 'readOnly' | 'position' | 'stories'>): string | undefined {
  if (person === undefined && readOnly === undefined) return undefined
  return position?.story ?? stories.find((story) => story.unavailable === undefined && story.stage !== 'spiked')?.id
}
