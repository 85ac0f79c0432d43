/** What it costs to hand a story over: a bundle of a story with facts, a long history and captured files. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { clockFrom } from '../../../src/newsroom/environment/clock'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { writeExport } from '../../../src/newsroom/exports/file/writeExport'
import { inProcessReader } from '../../../src/newsroom/reading/fileReader'
import { runAction } from '../../../src/newsroom/runAction'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { openLibrary } from '../../../src/storage/openLibrary'
import { readBundle } from '../../../src/exchange/bundle/readBundle'
import { readCard } from '../../../src/newsroom/people/deviceCardText'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import { timed } from '../../builders/time/peerTime'
import { seedLongStory } from './seedLibrary'

export interface BundleSize {
  readonly words: number
  readonly facts: number
  readonly entries: number
  /** Megabytes of captured files. */
  readonly evidence: number
}

const clock = clockFrom('2026-10-30T10:00:00Z')

async function opened(folder: string): Promise<Newsroom> {
  const store = await openLibrary({ folder, person: 'Editor', now: () => clock.now(), newId: () => 'unused' })
  return Newsroom.open({ store, clock, ids: sequentialIds, files: inProcessReader })
}

/** Makes the library. Every tenth source is protected. Returns the id of the story. */
export async function seedBundle(folder: string, { words, facts, entries, evidence }: BundleSize): Promise<string> {
  const story = await seedLongStory(folder, { words, facts })
  const room = await opened(folder)
  const sources: string[] = []
  for (let n = 0; n < 40; n++)
    sources.push(
      (
        await runAction(room, 'Editor', 'source.add', {
          name: `Witness Number${n} Of${n}ville`,
          kind: 'person',
          groundRules: 'onTheRecord',
          protected: n % 10 === 0,
          contact: `witness${n}@example.org`,
        })
      ).id,
    )
  const open = await room.storyNow(story)
  const tags = [...open.value().tags.keys()]
  for (let n = 0; n < evidence; n++) {
    const upload = await room.store.takeFile()
    const bytes = n === 0 ? TRANSCRIPT : pictureOf(n)
    await upload.write(bytes)
    const { sha256, size } = await upload.keep()
    // A source that is not protected, so that its file leaves.
    const source = sources[1 + (n % 9)] ?? ''
    await open.note('Editor', {
      kind: 'evidenceAdded',
      fact: tags[n % tags.length] ?? '',
      evidence: { id: `file-${n}`, source, locator: `p. ${n}`, stance: 'supports', file: sha256, size },
    }).written
  }
  while (open.entries.length < entries) {
    const n = open.entries.length
    const fact = tags[n % tags.length] ?? ''
    const note =
      n % 2 === 0
        ? ({ kind: 'described', fact, statement: `What the officials said, in their own words, take ${n}` } as const)
        : ({
            kind: 'evidenceAdded',
            fact,
            evidence: {
              id: `evidence-${n}`,
              source: sources[n % sources.length] ?? '',
              locator: `p. ${n}`,
              excerpt: 'The talks in Busan lasted about 100 minutes, two officials confirmed on Tuesday.',
              stance: 'supports',
            },
          } as const)
    await open.note('Editor', note).written
  }
  await room.close()
  return story
}

/** Noise between the signs of a JPEG, of a megabyte. */
function pictureOf(n: number): Uint8Array {
  const bytes = new Uint8Array(1024 * 1024)
  for (let at = 0, seed = n; at < bytes.length; at++) bytes[at] = (seed = (seed * 48_271) % 2_147_483_647) & 0x7f
  bytes.set([0xff, 0xd8, 0xff, 0xda])
  bytes.set([0xff, 0xd9], bytes.length - 2)
  return bytes
}

/** Three hours of talk. */
const TRANSCRIPT = new TextEncoder().encode(
  Array.from({ length: 3000 }, (_, n) => `Q. What did they say about port ${n}? A. That it lasts 100 minutes.`).join(
    '\n\n',
  ),
)

export interface BundleTimes {
  /** Milliseconds by the clock: until the bundle is under its name on the disk, and until it is read and checked. */
  readonly written: number
  readonly read: number
  /** Processor time of the writing, in milliseconds of a plain desktop machine (tests/builders/time/peerTime.ts). */
  readonly processor: number
  /** The same once more, in a process that has the code. */
  readonly again: number
  readonly processorAgain: number
  readonly megabytes: number
  readonly entries: number
}

async function handedOver(room: Newsroom, story: string, path: string) {
  const from = performance.now()
  let written = 0
  const { result: bytes, milliseconds: processor } = await timed(async () => {
    const handed = await runAction(room, 'Editor', 'story.handOver', { stories: [story], destination: path })
    await writeExport(path, handed.bytes)
    written = performance.now() - from
    return handed.bytes
  })
  return { written, processor, bytes }
}

export async function measureBundle(folder: string, story: string): Promise<BundleTimes> {
  const room = await opened(folder)
  const { entries } = await room.storyNow(story)
  const out = join(folder, '..', 'out')
  await mkdir(out, { recursive: true })
  const path = join(out, 'story.stet')
  const { written, processor, bytes } = await handedOver(room, story, path)
  const again = await handedOver(room, story, path)
  const begun = performance.now()
  const bundle = await readBundle(path, 'story.stet', {
    check: checkSignature,
    readCard: (text) => readCard(text, checkSignature),
  })
  const read = performance.now() - begun
  await bundle.close()
  await room.close()
  return {
    written,
    processor,
    again: again.written,
    processorAgain: again.processor,
    read,
    megabytes: bytes.length / 1024 / 1024,
    entries: entries.length - 2,
  }
}
