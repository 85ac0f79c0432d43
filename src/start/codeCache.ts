/**
 * V8's compiled form of the built chunks, kept in a file, so that a start does not parse and compile them anew (what
 * Chromium does for a page's scripts). A chunk's name carries a hash of its content: V8 itself compares only lengths.
 * Whatever is wrong with the file, the chunks are compiled as usual.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import Module from 'node:module'
import { basename, dirname, join } from 'node:path'
import { constants, Script } from 'node:vm'

/** Of the file: the length of the head, then the head, then V8's data one after another. */
const HEAD_LENGTH_BYTES = 4
const CHUNK = /[\\/]chunks[\\/][^\\/]+-[\w-]{8}\.cjs$/

interface Head {
  readonly sha256: string
  /** Name of the chunk, and where its data begins and ends. */
  readonly parts: readonly (readonly [name: string, from: number, to: number])[]
}
interface CompilingModule {
  readonly exports: unknown
  require(id: string): unknown
}
type Compile = (this: CompilingModule, content: string, filename: string) => unknown

const loader = Module as unknown as { readonly prototype: { _compile: Compile }; wrap(content: string): string }

export class CodeCache {
  readonly #place: string
  readonly #compiled: ReadonlyMap<string, Buffer>
  readonly #scripts = new Map<string, Script>()

  /** From now on chunks that are required are taken from the file, if it has them in a form that this V8 accepts. `folder`: where the file lies. */
  constructor(folder: string) {
    this.#place = join(folder, `compiled-${process.versions.v8}.bin`)
    this.#compiled = readCompiled(this.#place)
    this.#serveChunks()
  }

  /** A chunk had to be compiled although it has been asked for before, or there is no file yet. */
  get lacks(): boolean {
    return [...this.#scripts].some(([name, script]) => script.cachedDataRejected !== false || !this.#compiled.has(name))
  }

  /** Keeps everything that V8 has compiled of the chunks so far. A process that starts meanwhile sees the old file or the new one, whole. */
  keep(): void {
    const bodies = [...this.#scripts].map(([name, script]) => [name, script.createCachedData()] as const)
    let at = 0
    const parts = bodies.map(([name, data]) => [name, at, (at += data.length)] as const)
    const body = Buffer.concat(bodies.map(([, data]) => data))
    const head = Buffer.from(JSON.stringify({ sha256: sha256(body), parts } satisfies Head))
    const length = Buffer.alloc(HEAD_LENGTH_BYTES)
    length.writeUInt32LE(head.length)
    const beside = `${this.#place}.${process.pid}.tmp`
    try {
      mkdirSync(dirname(this.#place), { recursive: true })
      writeFileSync(beside, Buffer.concat([length, head, body]))
      renameSync(beside, this.#place)
    } catch {
      // Only speed is lost: a folder that may not be written to is no trouble.
      if (existsSync(beside)) rmSync(beside)
    }
  }

  #serveChunks(): void {
    const compiled = this.#compiled
    const scripts = this.#scripts
    const compileAsUsual = loader.prototype._compile
    loader.prototype._compile = function compileChunk(this: CompilingModule, content: string, filename: string): unknown {
      if (!CHUNK.test(filename)) return compileAsUsual.call(this, content, filename)
      const name = basename(filename)
      const cachedData = compiled.get(name)
      const script = new Script(loader.wrap(content), { filename, ...(cachedData ? { cachedData } : {}), importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER })
      scripts.set(name, script)
      const run = script.runInThisContext() as (...globals: unknown[]) => unknown
      return run.call(this.exports, this.exports, (id: string) => this.require(id), this, filename, dirname(filename))
    }
  }
}

function readCompiled(place: string): ReadonlyMap<string, Buffer> {
  try {
    const bytes = readFileSync(place)
    const from = HEAD_LENGTH_BYTES + bytes.readUInt32LE(0)
    const head = JSON.parse(bytes.toString('utf8', HEAD_LENGTH_BYTES, from)) as Head
    const body = bytes.subarray(from)
    // A flipped bit in compiled code would be run.
    if (sha256(body) !== head.sha256) return new Map()
    return new Map(head.parts.map(([name, begins, ends]) => [name, body.subarray(begins, ends)]))
  } catch {
    return new Map()
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
