/**
 * V8's compiled form of the built chunks, kept in files, so that a start does not parse and compile them anew (what
 * Chromium does for a page's scripts). A chunk's name carries a hash of its content: V8 itself compares only lengths.
 * Whatever is wrong with a file, its chunk is compiled as usual.
 */
import type * as Crypto from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import * as vm from 'node:vm'

const SHA256_BYTES = 32
/** Node before 20.12 has no such constant; chunks that import nothing by themselves do without. */
const defaultLoader = (vm.constants as typeof vm.constants | undefined)?.USE_MAIN_CONTEXT_DEFAULT_LOADER
const FROM_CHUNKS = defaultLoader === undefined ? {} : { importModuleDynamically: defaultLoader }
const CHUNK = /[\\/]chunks[\\/][^\\/]+-[\w-]{8}\.cjs$/

interface CompilingModule {
  readonly exports: unknown
  require(id: string): unknown
}
type Compile = (this: CompilingModule, content: string, filename: string) => unknown

const loader = Module as unknown as { readonly prototype: { _compile: Compile }; wrap(content: string): string }

export class CodeCache {
  readonly #folder: string
  readonly #scripts = new Map<string, vm.Script>()
  /** Where the chunks lie, since the first. */
  #chunks: string | undefined

  /** From now on chunks that are required come from files in a folder in `folder`, where those are in a form that this V8 accepts. */
  constructor(folder: string) {
    this.#folder = join(folder, `compiled-${process.versions.v8}`)
    this.#serveChunks()
  }

  /** Chunks that had to be compiled although they could have been kept. */
  get lacks(): readonly string[] {
    return [...this.#scripts].flatMap(([name, script]) => (script.cachedDataRejected === false ? [] : [name]))
  }

  /** Keeps what V8 has compiled by now of each chunk that had to be compiled, and lets go of other builds'. A process that starts meanwhile sees a whole file or none. */
  keep(): void {
    const { lacks } = this
    for (const name of lacks) {
      const data = this.#scripts.get(name)?.createCachedData()
      if (data) writeWhole(this.#folder, fileOf(name), Buffer.concat([sha256(data), data]))
    }
    if (lacks.length > 0 && this.#chunks !== undefined)
      removeOthers(this.#folder, new Set(namesIn(this.#chunks).map(fileOf)))
  }

  #serveChunks(): void {
    const folder = this.#folder
    const note = (filename: string, script: vm.Script): void => {
      this.#chunks = dirname(filename)
      this.#scripts.set(basename(filename), script)
    }
    const compileAsUsual = loader.prototype._compile
    loader.prototype._compile = function compileChunk(
      this: CompilingModule,
      content: string,
      filename: string,
    ): unknown {
      if (!CHUNK.test(filename)) return compileAsUsual.call(this, content, filename)
      const cachedData = readWhole(join(folder, fileOf(basename(filename))))
      const script = new vm.Script(loader.wrap(content), {
        filename,
        ...(cachedData ? { cachedData } : {}),
        ...FROM_CHUNKS,
      })
      note(filename, script)
      const run = script.runInThisContext() as (...globals: unknown[]) => unknown
      return run.call(this.exports, this.exports, (id: string) => this.require(id), this, filename, dirname(filename))
    }
  }
}

const fileOf = (chunk: string): string => `${chunk}.bin`

/** Loaded with the first chunk: it takes 8 ms in Electron, and the app makes its window before. */
const crypto = (): typeof Crypto => createRequire(import.meta.url)('node:crypto') as typeof Crypto
const sha256 = (bytes: Uint8Array): Buffer => crypto().createHash('sha256').update(bytes).digest()

/** Undefined when there is no such file, or it is not what was written: a flipped bit in compiled code would be run. */
function readWhole(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path)
    const data = bytes.subarray(SHA256_BYTES)
    return sha256(data).equals(bytes.subarray(0, SHA256_BYTES)) ? data : undefined
  } catch {
    return undefined
  }
}

function writeWhole(folder: string, name: string, bytes: Buffer): void {
  const beside = join(folder, `${name}.${process.pid}.tmp`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(beside, bytes)
    renameSync(beside, join(folder, name))
  } catch {
    // Only speed is lost: a folder that may not be written to is no trouble.
    if (existsSync(beside)) rmSync(beside)
  }
}

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function removeOthers(folder: string, wanted: ReadonlySet<string>): void {
  for (const name of namesIn(folder)) if (!wanted.has(name)) rmSync(join(folder, name), { force: true })
}
