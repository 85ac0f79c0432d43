import { withoutDeleted } from '../../../src/document/withoutDeleted'
import { writeBundle } from '../../../src/exchange/bundle/writeBundle'
import { readForBundle } from '../../../src/newsroom/exports/bundle/storyToHandOver'
import type { Machine } from './machines'

/** Cards that machines have made. One tells name, role and keys. */
const cards = new WeakMap<Machine['room'], Map<string, string>>()
async function cardOf({ room, act }: Pick<Machine, 'room' | 'act'>, by: string): Promise<string> {
  const made = cards.get(room) ?? new Map<string, string>()
  cards.set(room, made)
  const what = [by, room.onRoster(by)?.role, room.ring.usableKeyOf(by)?.id].join(' ')
  const card = made.get(what) ?? (await act(by, 'device.card', {})).card
  made.set(what, card)
  return card
}

/** The story in a bundle, without a note of that in its history. */
export async function bundleOf({ room, act }: Machine, by: string, story: string): Promise<Uint8Array> {
  const { write } = await readForBundle(room, story, { terms: [], withoutFiles: true })
  const { about, ...rest } = write
  const key = room.ring.usableKeyOf(by)
  const card = await cardOf({ room, act }, by)
  return writeBundle({
    ...{ made: room.clock.now(), by, device: key?.device ?? '' },
    stories: [
      { ...rest, document: withoutDeleted((await room.story(story)).state()), story: { ...about, leftOut: [] } },
    ],
    files: new Map(),
    sender: { card, key: key?.id ?? '', sign: (hash) => room.ring.sign(key?.id ?? '', hash) },
  })
}
