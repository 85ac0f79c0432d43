import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './child.mjs'
import { root } from './places.mjs'

/**
 * How every start of the command line has V8 work: what is compiled ahead is good for these flags only. Optimizing takes a third of a
 * short run's time and pays in a long one, so it begins later than V8's own 67,584 (bytes of bytecode that a function has run through).
 * Plain machine code, which is made quickly, is there from a function's first call instead. And old objects are first looked through
 * when there are 64 MB of them, not some eight: most runs end before. Also in scripts/stet and src/cli/index.ts.
 */
export const V8_FLAGS = ['--interrupt-budget=1056000', '--initial-old-space-size=64', '--always-sparkplug']

/**
 * And of a start from the snapshot. V8 draws the seed of its hash tables when a process starts, and then puts all tables of a snapshot anew for it, an
 * eighth of that start. With this one the seed stays that of the process which made the snapshot. That one has to draw it as all processes do,
 * or it would be the same on all machines: so it works without this flag, and what it made is marked as good with it.
 */
const KEEP_SEED = '--no-rehash-snapshot'

/**
 * Makes the start-up snapshot for scripts/stet of the build in `folder`, with the Node that runs this. Throws when there is none after
 * it, or none that works; then `folder` is as it was.
 */
export async function makeStartSnapshot(folder) {
  const programs = join(folder, 'main')
  const place = join(programs, 'snapshot')
  const blob = join(place, 'stet.blob')
  mkdirSync(place)
  try {
    const env = { ...process.env, NODE_OPTIONS: '', STET_DAY: join(root, 'scripts', 'day-of-work.cjs') }
    const made = await run(
      process.execPath,
      [...V8_FLAGS, '--snapshot-blob', blob, '--build-snapshot', join(programs, 'snapshot.cjs')],
      { show: 'none', env },
    )
    if (made.code !== 0) throw new Error(made.output.trim())
    await markAsGoodFor(blob)
    await leaveOutUnused(blob)
    await tryOut(programs, blob)
    // scripts/stet reads which Node it is for, and sees by the time of this file whether that is still the same.
    writeFileSync(join(place, 'node'), `${process.execPath}\n`)
    execFileSync('touch', ['-r', process.execPath, join(place, 'node')])
  } catch (error) {
    rmSync(place, { recursive: true, force: true })
    throw error
  }
}

/** Node refuses a snapshot for other flags by a number that stands at its beginning, one of those that V8 has for its version, its flags and the processor. */
async function markAsGoodFor(blob) {
  const tag = async (...flags) => {
    const { output } = await run(
      process.execPath,
      [...V8_FLAGS, ...flags, '-p', "require('node:v8').cachedDataVersionTag()"],
      { show: 'none', env: { ...process.env, NODE_OPTIONS: '' } },
    )
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(Number(output.trim()))
    return bytes
  }
  const snapshot = readFileSync(blob)
  const place = snapshot.subarray(0, HEAD_BYTES).indexOf(await tag())
  if (place === -1) throw new Error('Nothing at its beginning says which flags it is for.')
  ;(await tag(KEEP_SEED)).copy(snapshot, place)
  writeFileSync(blob, snapshot)
}

/** Where Node's own account of a snapshot ends, at the latest. */
const HEAD_BYTES = 256

/**
 * Node puts what V8 compiled of all its own modules at a snapshot's end, two fifths of it, which are read at each start. What a thread needs when it
 * starts stays there, all that commands need of the rest lies in the snapshot itself; any other module would be compiled when it is asked for. The end of a snapshot that is built in another way stays as it is.
 */
async function leaveOutUnused(blob) {
  const listed =
    "new (require('node:worker_threads').Worker)(`require('node:worker_threads').parentPort.postMessage(process.moduleLoadList)`, { eval: true }).once('message', (of) => console.log([...process.moduleLoadList, ...of].join('\\n')))"
  const { output } = await run(process.execPath, ['-e', listed], {
    show: 'none',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const needed = new Set(output.split('\n').map((line) => line.split(' ').at(-1)))
  const snapshot = readFileSync(blob)
  const found = compiledModules(snapshot)
  if (!found) return
  const kept = found.modules.filter(({ id }) => needed.has(id))
  const count = Buffer.alloc(8)
  count.writeBigUInt64LE(BigInt(kept.length))
  writeFileSync(blob, Buffer.concat([snapshot.subarray(0, found.from), count, ...kept.map(({ bytes }) => bytes)]))
}

/**
 * What stands at the end of a snapshot (src/node_snapshotable.cc of Node 20: the vector of CodeCacheInfo): how many modules, then for each the length of its
 * name, its name, the length of its data and its data; numbers of eight bytes. Undefined when nothing of the kind ends where the snapshot ends.
 */
function compiledModules(snapshot) {
  const numberAt = (place) =>
    place + 8 <= snapshot.length
      ? snapshot.readUInt32LE(place) + snapshot.readUInt32LE(place + 4) * 2 ** 32
      : Number.NaN
  for (let from = HEAD_BYTES; from < snapshot.length; from++) {
    const count = numberAt(from)
    if (!(count > LEAST_MODULES && count < MOST_MODULES)) continue
    const modules = []
    let place = from + 8
    while (modules.length < count) {
      const name = numberAt(place)
      const end = name < LONGEST_NAME ? place + 16 + name + numberAt(place + 8 + name) : Number.NaN
      if (!(end <= snapshot.length)) break
      modules.push({
        id: snapshot.toString('latin1', place + 8, place + 8 + name),
        bytes: snapshot.subarray(place, end),
      })
      place = end
    }
    if (modules.length === count && place === snapshot.length) return { from, modules }
  }
  return undefined
}

/** Node 20 has 324 modules of its own. */
const LEAST_MODULES = 100
const MOST_MODULES = 1000
const LONGEST_NAME = 100

/** Another Node may make a snapshot and not get along with it: threads, files, the socket and the clock are used once. */
async function tryOut(programs, blob) {
  const desk = mkdtempSync(join(tmpdir(), 'stet-snapshot-'))
  try {
    writeFileSync(join(desk, 'story.txt'), 'Talks end after two hours\n\nThe talks ended on Friday.\n')
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      STET_LIBRARY: join(desk, 'library'),
      STET_USER: 'Reporter',
      STET_IDS: 'sequential',
    }
    for (const args of [
      ['import', 'story.txt'],
      ['export', 'story-1', '--draft', '--format', 'docx', '--out', 'story-DRAFT.docx'],
    ]) {
      const { code, output } = await run(
        process.execPath,
        [...V8_FLAGS, KEEP_SEED, '--snapshot-blob', blob, join(programs, 'stet.cjs'), ...args],
        { show: 'none', cwd: desk, env },
      )
      if (code !== 0) throw new Error(`stet ${args.join(' ')} ended with ${code}: ${output.trim()}`)
    }
  } finally {
    rmSync(desk, { recursive: true, force: true })
  }
}
