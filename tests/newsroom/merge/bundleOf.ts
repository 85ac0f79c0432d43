import { withoutDeleted } from '../../../src/document/withoutDeleted'
import { writeBundle } from '../../../src/exchange/bundle/writeBundle'
import { readForBundle } from '../../../src/newsroom/exports/bundle/storyToHandOver'
import type { Machine } from './machines'

/** The story in a bundle, without a note of that in its history. */
export async function bundleOf({ room, act }: Machine, by: string, story: string): Promise<Uint8Array> {
  const { write } = await readForBundle(room, story, { terms: [], withoutFiles: true })
  const { about, ...rest } = write
  const key = room.ring.usableKeyOf(by)
  const { card } = await act(by, 'device.card', {})
  return writeBundle({
    ...{ made: room.clock.now(), by, device: key?.device ?? '' },
    stories: [
      { ...rest, document: withoutDeleted((await room.story(story)).state()), story: { ...about, leftOut: [] } },
    ],
    files: new Map(),
    sender: { card, key: key?.id ?? '', sign: (hash) => room.ring.sign(key?.id ?? '', hash) },
  })
}
