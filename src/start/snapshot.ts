/**
 * Made into a start-up snapshot of Node by the build: the command line with its chunks evaluated and the functions compiled that a
 * working day runs, to be read from one file instead of being put together at each start (scripts/stet). Only built-in
 * modules can be required while a snapshot is made, so the chunks come through a loader of our own; rare ones are read when they are needed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString, startupSnapshot } from 'node:v8'
import { runInThisContext } from 'node:vm'

interface Chunk {
  readonly exports: unknown
}
type Evaluate = (
  exports: unknown,
  require: (id: string) => unknown,
  module: Chunk,
  filename: string,
  dirname: string,
) => void
type Day = (chunk: (name: string) => unknown, without: { readonly forget: () => void }) => Promise<void>

/** Where the built programs lie while the snapshot is made. */
const builtIn = dirname(__filename)
/** Where they lie in the process that was started from the snapshot. */
let placed: string | undefined
const chunks = new Map<string, Chunk>()

/** Chunks ask for their own place with it, and that is not where they were built. While there is none, nothing is found beside them. */
const url = { pathToFileURL: (path: string) => pathToFileURL(join(placed ?? '/nowhere', relative(builtIn, path))) }

/** Node gives threads what V8 has later (below), so it may not look for it yet. */
const threads = {
  get Worker() {
    return process.getBuiltinModule('node:worker_threads').Worker
  },
}
const provided: Readonly<Record<string, unknown>> = { url, 'node:worker_threads': threads }

function load(file: string): unknown {
  const known = chunks.get(file)
  if (known) return known.exports
  const chunk: Chunk = { exports: {} }
  chunks.set(file, chunk)
  const code = readFileSync(join(placed ?? builtIn, relative(builtIn, file)), 'utf8')
  const evaluate = runInThisContext(`(function (exports, require, module, __filename, __dirname) {${code}\n})`, {
    filename: file,
  }) as Evaluate
  evaluate(
    chunk.exports,
    (id) => provided[id] ?? (id.startsWith('.') ? load(resolve(dirname(file), id)) : process.getBuiltinModule(id)),
    chunk,
    file,
    dirname(file),
  )
  return chunk.exports
}

function chunkCalled(name: string): unknown {
  const file = readdirSync(join(builtIn, 'chunks')).find((one) => one.startsWith(`${name}-`))
  if (file === undefined) throw new Error(`There is no chunk ${name}.`)
  return load(join(builtIn, 'chunks', file))
}

/** What V8 11 has and gives its contexts only when they are taken out of the snapshot. */
const LATER = {
  toSorted<T>(this: readonly T[], compare?: (a: T, b: T) => number) {
    return [...this].sort(compare)
  },
  toReversed<T>(this: readonly T[]) {
    return [...this].reverse()
  },
}
const lent = Object.entries(LATER).filter(([name]) => !(name in Array.prototype))
for (const [name, value] of lent)
  Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true })

/** A library that tries out at its start whether decoders go on from piece to piece would keep an object of the system with it, which no snapshot can hold. */
const { decode } = TextDecoder.prototype
TextDecoder.prototype.decode = function (bytes, how) {
  return bytes?.byteLength === 0 ? '' : decode.call(this, bytes, how)
}

const { startCli } = chunkCalled('startCli') as { startCli: (run: unknown) => Promise<void> }
const { runCli } = chunkCalled('runCli') as { runCli: unknown }
const needed = new Set(chunks.keys())
const forget = (): void => {
  for (const file of chunks.keys()) if (!needed.has(file)) chunks.delete(file)
}

/** As scripts/stet sets it where nobody else has; programs that are started from here need not have it. */
const LARGE_PAGES = 'glibc.malloc.hugetlb=1:glibc.malloc.top_pad=16777216'

startupSnapshot.addSerializeCallback(() => {
  TextDecoder.prototype.decode = decode
  for (const [name] of lent) Reflect.deleteProperty(Array.prototype, name)
  // Node remembers the working folder until it is changed.
  process.chdir('.')
})
startupSnapshot.setDeserializeMainFunction(() => {
  // The launcher names the plain program of the same build as the one that runs.
  placed = dirname(resolve(process.argv[1] ?? ''))
  // Only this start kept the seed of V8's tables (scripts/start-snapshot.mjs). Threads get theirs put anew, and take what was compiled ahead, which is good for the flags of before.
  setFlagsFromString('--rehash-snapshot')
  const { STET_EXTRA_CA_CERTS: certificates, GLIBC_TUNABLES: tunables } = process.env
  if (tunables === LARGE_PAGES) delete process.env.GLIBC_TUNABLES
  if (certificates !== undefined) {
    process.env.NODE_EXTRA_CA_CERTS = certificates
    delete process.env.STET_EXTRA_CA_CERTS
  }
  // Node keeps in mind when its next timer was due while the snapshot was made, and asks the system only for earlier ones. When this one is due it looks anew.
  setTimeout(() => undefined, 1)
  void startCli(runCli)
})

const { workADay } = load(process.env.STET_DAY ?? '') as { workADay: Day }
void workADay(chunkCalled, { forget })
