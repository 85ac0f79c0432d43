/** Writes into a library and prints what was saved. Runs in its own process until it is killed or done. */
import { appendFileSync } from 'node:fs'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { nodeFiles, type FileLayer } from '../../src/storage/disk/fileLayer'
import { openLibrary } from '../../src/storage/openLibrary'
import { printLine as say } from './printLine'
import { NOW, writeAway } from './writing'

/** `stet`: the real build. `noFolderSync`: without fsync of folders. `lowdb`: lowdb with its own adapter. */
const [, , build = 'stet', folder = '', seed = '1', writes = '', atOnce = '4'] = process.argv
const count = writes === '' ? Infinity : Number(writes)

const withoutFolderSync: FileLayer = { ...nodeFiles, syncFolder: () => Promise.resolve() }

async function withStet(files: FileLayer): Promise<void> {
  say('opening')
  const store = await openLibrary({
    folder,
    create: true,
    person: 'Reporter',
    now: () => NOW,
    newId: (kind) => kind,
    files,
  })
  say('ready')
  await writeAway(store, say, { seed: Number(seed), writes: count, atOnce: Number(atOnce) })
  await store.close()
}

/** One file with a growing list, written after each change, which lowdb is made for. */
async function withLowdb(): Promise<void> {
  const low = new Low<{ words: string[] }>(new JSONFile(`${folder}/library.json`), { words: [] })
  await low.read()
  say('ready')
  for (let write = 0; write < count; write++) {
    low.data.words.push(`w${low.data.words.length + 1}`)
    await low.write()
    say(`u lowdb ${low.data.words.length}`)
  }
}

try {
  await (build === 'lowdb' ? withLowdb() : withStet(build === 'noFolderSync' ? withoutFolderSync : nodeFiles))
  say('done')
} catch (error) {
  appendFileSync(2, `${String(error)}\n`)
  // Its socket would keep it alive, and closing would repair things.
  process.exit(2)
}
