/**
 * Keeps V8's compiled form of main's chunks in files, so that the next start does not compile them again. What that
 * saves is in docs/performance.md. Chromium does the same for the scripts of a page, and Node from 22.1 on
 * (`module.enableCompileCache`); Electron 33 has Node 20.
 *
 * `Module.prototype._compile` is a private API, checked against Node 20.18 and 22. The name of a chunk carries a hash
 * of its content, because V8 compares only lengths. If anything is wrong with a file, its chunk is compiled as usual.
 */
import type * as Crypto from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import * as vm from 'node:vm'

const SHA256_BYTES = 32
/** Absent before Node 20.12. Chunks that import nothing dynamically work without it. */
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
  /** The folder of the chunks. Undefined before the first one is required. */
  #chunks: string | undefined

  /** From now on, required chunks come from files in a subfolder of `folder` if V8 accepts those. */
  constructor(folder: string) {
    this.#folder = join(folder, `compiled-${process.versions.v8}`)
    this.#serveChunks()
  }

  /** Names of the chunks that had to be compiled. */
  get compiled(): readonly string[] {
    return [...this.#scripts].flatMap(([name, script]) => (script.cachedDataRejected === false ? [] : [name]))
  }

  /**
   * Writes what V8 has compiled so far of each chunk that had to be compiled, and deletes the files of other builds.
   * Another process that starts meanwhile sees whole files only.
   */
  keep(): void {
    const { compiled } = this
    for (const name of compiled) {
      const data = this.#scripts.get(name)?.createCachedData()
      if (data) writeWhole(this.#folder, fileOf(name), Buffer.concat([sha256(data), data]))
    }
    if (compiled.length > 0 && this.#chunks !== undefined)
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

/** Loaded with the first chunk, after the app has made its window: it takes 8 ms in Electron. */
const crypto = (): typeof Crypto => createRequire(import.meta.url)('node:crypto') as typeof Crypto
const sha256 = (bytes: Uint8Array): Buffer => crypto().createHash('sha256').update(bytes).digest()

/** Undefined when the file is missing or has changed: V8 would run a flipped bit in compiled code. */
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
  const temporary = join(folder, `${name}.${process.pid}.tmp`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(temporary, bytes)
    renameSync(temporary, join(folder, name))
  } catch {
    // Only speed is lost when the folder cannot be written.
    if (existsSync(temporary)) rmSync(temporary)
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
