/** Flips bits and truncates files, in every kind of file of a closed library. */
import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as Y from 'yjs'
import { decodeUpdates } from '../../src/storage/story/updates/decodeUpdates'
import { examineLibrary } from '../../src/storage/doctor/examineLibrary'
import { nodeFiles, type FileLayer } from '../../src/storage/disk/fileLayer'
import { openLibrary } from '../../src/storage/openLibrary'
import { dice, type Options, type Row } from './campaign'
import { imageOf, MemoryDisk, type Image } from './memoryFiles'
import { find, hear, judge, nothingYet, NOW, snapshotOf, writeAway, type Acknowledged } from './writing'

type Fault = 'bit flips' | 'truncations'

/** The kind of a file by its path in the library, for the table. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^library\.json$/, 'library.json'],
  [/^roster\.json$/, 'roster.json'],
  [/^sources\.json$/, 'sources.json'],
  [/^[a-z]+\.json\.prev$/, 'copies before these'],
  [/\/story\.json$/, 'story.json'],
  [/\/story\.json\.prev$/, 'story.json.prev'],
  [/\/state\.yjs$/, 'state.yjs'],
  [/\/state\.yjs\.prev$/, 'state.yjs.prev'],
  [/\/changes-\d+\.log$/, 'changes-<n>.log'],
  [/\/ledger\.jsonl$/, 'ledger.jsonl'],
  [/\/versions\/\d+\.json$/, 'versions/<n>.json'],
  [/^evidence\//, 'evidence'],
]
const kindOf = (path: string): string => KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'

interface Kind {
  runs: number
  noticed: number
  atOpening: number
  restored: number
  named: number
  lost: number
  unopenable: number
}
const EMPTY: Kind = { runs: 0, noticed: 0, atOpening: 0, restored: 0, named: 0, lost: 0, unopenable: 0 }
interface Counted {
  runs: number
  kinds: Record<string, Kind>
  why: string[]
}

export async function letRot(fault: Fault, options: Options): Promise<readonly Row[]> {
  const counted = options.notebook.load<Counted>({ runs: 0, kinds: {}, why: [] })
  const { folder, image, acknowledged } = await fullLibrary(options)
  const files = [...image.keys()].filter((path) => image.get(path) !== 'folder')
  const kinds = [...new Set(files.map((path) => kindOf(path.slice(folder.length + 1))))].filter(
    (kind) => kind !== 'other',
  )
  for (; counted.runs < options.runs && !options.stopped(); counted.runs++) {
    const roll = dice(options.seed + counted.runs)
    // Each kind of file equally often.
    const kind = kinds[counted.runs % kinds.length] ?? ''
    const candidates = files.filter((path) => kindOf(path.slice(folder.length + 1)) === kind)
    const path = candidates[roll(candidates.length)] ?? ''
    const bytes = image.get(path)
    if (bytes === undefined || bytes === 'folder' || bytes.length === 0) continue
    const row = (counted.kinds[kind] ??= { ...EMPTY })
    await oneRun(folder, new Map([...image, [path, spoil(fault, bytes, roll)]]), acknowledged, row, (why) => {
      counted.why = [...counted.why, `${path.slice(folder.length + 1)}: ${why}`].slice(-20)
      options.say(`  run ${counted.runs}, ${path.slice(folder.length + 1)}: ${why}`)
    })
    if (counted.runs % 500 === 499) {
      options.notebook.save({ ...counted, runs: counted.runs + 1 })
      options.say(`  ${fault}: ${counted.runs + 1} of ${options.runs}`)
    }
  }
  options.notebook.save(counted)
  const said = [...acknowledged.highest.values()].reduce((sum, n) => sum + n, 0)
  const line = (name: string, { runs, noticed, atOpening, restored, named, lost, unopenable }: Kind): Row => ({
    fault: `${fault}, ${name}`,
    runs,
    acknowledged: said * runs,
    lost,
    unopenable,
    more: { noticed, 'at opening': atOpening, restored, 'loss named': named },
  })
  const all = Object.values(counted.kinds).reduce<Kind>(
    (sum, kind) => {
      const added = { ...sum }
      for (const name of Object.keys(EMPTY) as (keyof Kind)[]) added[name] += kind[name]
      return added
    },
    { ...EMPTY },
  )
  return [...kinds.flatMap((kind) => (counted.kinds[kind] ? [line(kind, counted.kinds[kind])] : [])), line('all', all)]
}

function spoil(fault: Fault, bytes: Uint8Array, roll: (below: number) => number): Uint8Array {
  if (fault === 'truncations') return bytes.subarray(0, roll(bytes.length))
  const rotten = Uint8Array.from(bytes)
  const bit = roll(bytes.length * 8)
  rotten[bit >> 3] = (rotten[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return rotten
}

async function oneRun(
  folder: string,
  image: Image,
  acknowledged: Acknowledged,
  row: Kind,
  tell: (why: string) => void,
): Promise<void> {
  row.runs += 1
  const open = (files: FileLayer) => () =>
    openLibrary({ folder, lock: 'none', now: () => NOW, newId: (kind) => kind, files })
  const found = await find(open(new MemoryDisk(image).files))
  const { lost, unopenable, why } = judge(found, acknowledged)
  const disk = new MemoryDisk(image)
  const report = await examineLibrary({
    folder,
    files: disk.files,
    decode: (updates) => Promise.resolve(decodeUpdates(updates)),
  })
  const told = report.problems.length > 0
  if (told) row.noticed += 1
  else tell('nobody noticed')
  if (found.repairs.length > 0 || found.closed.length > 0) row.atOpening += 1
  if (lost + unopenable === 0) row.restored += 1
  else if (told) row.named += 1
  else {
    row.lost += Math.max(lost, 1)
    tell(why.join('; '))
  }
  if (unopenable === 0) return
  // The doctor repairs what does not open.
  await examineLibrary({
    folder,
    files: disk.files,
    repair: true,
    decode: (updates) => Promise.resolve(decodeUpdates(updates)),
  })
  const after = await find(open(disk.files))
  if (after.closed.length === 0) return
  row.unopenable += 1
  tell(after.closed.join('; '))
}

/** A library with two stories and every kind of file, closed as the app closes it. */
async function fullLibrary({
  scratch,
  seed,
}: Options): Promise<{ readonly folder: string; readonly image: Image; readonly acknowledged: Acknowledged }> {
  const folder = join(scratch, 'rot', 'library')
  await mkdir(join(scratch, 'rot'), { recursive: true })
  const acknowledged = nothingYet()
  const store = await openLibrary({ folder, create: true, person: 'Reporter', now: () => NOW, newId: (kind) => kind })
  await writeAway(store, (line) => hear(acknowledged, line), { seed, writes: 220, stories: 2, atOnce: 1 })
  const sources = [1, 2].map(
    (n) =>
      ({
        id: `s${n}`,
        name: `Source ${n}`,
        kind: 'pool',
        groundRules: 'onTheRecord',
        groundRulesVersion: 1,
        protected: false,
        aliases: [],
      }) as const,
  )
  await store.writeSources(sources.slice(0, 1))
  await store.writeSources(sources)
  await store.writeSettings({ deskOfOne: false })
  for (const id of await store.listStories()) {
    const doc = new Y.Doc({ gc: false })
    for (const update of (await store.loadStory(id)).updates) Y.applyUpdate(doc, update)
    await store.compactStory(id, Y.encodeStateAsUpdate(doc))
    let n = (await store.readStoryFile(id))?.summary.words ?? 0
    for (let more = 0; more < 4; more++) {
      const before = Y.encodeStateVector(doc)
      const copy = doc.getText('copy')
      copy.insert(
        copy.length,
        ` w${
          copy
            .toJSON()
            .split(' ')
            .filter((word) => word !== '').length + 1
        }`,
      )
      await store.appendUpdate(id, Y.encodeStateAsUpdate(doc, before))
      hear(
        acknowledged,
        `u ${id} ${
          copy
            .toJSON()
            .split(' ')
            .filter((word) => word !== '').length
        }`,
      )
    }
    for (let copy = 0; copy < 2; copy++) {
      await store.writeStoryFile(id, snapshotOf(id, ++n))
      hear(acknowledged, `s ${id} ${n}`)
    }
  }
  await store.close()
  const captured = Buffer.from('A captured page.'.repeat(200))
  await writeFile(join(folder, 'evidence', createHash('sha256').update(captured).digest('hex')), captured)
  const image = await imageOf(nodeFiles, folder)
  await rm(join(scratch, 'rot'), { recursive: true, force: true })
  return { folder, image, acknowledged }
}
