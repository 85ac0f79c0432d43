import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateRawSync } from 'node:zlib'
import { builtFile } from '../../../start/builtFile'
import { ZLIB_COPY, ZLIB_FILE } from './zlibFile'

/** What is used of zlib in the form that zip.js builds of it (its zlib-streams.js uses the same functions). Addresses and lengths in bytes of `memory`. */
interface Zlib {
  readonly memory: { readonly buffer: ArrayBuffer }
  malloc(bytes: number): number
  deflate_new(): number
  /** 0 when all is well. */
  deflate_init_raw(stream: number, level: number): number
  /** Writes into the room and answers how much it wrote, with zlib's code in the highest byte: 1 at the end of the stream, from 128 up when it failed. */
  deflate_process(stream: number, from: number, length: number, room: number, size: number, flush: number): number
  deflate_last_consumed(stream: number): number
  deflate_end(stream: number): number
}

/** Their part that is used here; the types of Node have none. */
interface Programs {
  readonly WebAssembly?: {
    readonly Module: new (program: Uint8Array) => object
    readonly Instance: new (module: object) => { readonly exports: Zlib }
  }
}

/** A seventh larger than at 6, in half the time. */
const LEVEL = 3
const PIECE = 256 * 1024
const FINISH = 4
const ENDED = 1

/**
 * Deflates (RFC 1951). Node's zlib is quicker still, but its bytes differ between processors, and an export again has to give the same
 * ones everywhere; in JavaScript it took five times as long. Nothing of it is kept between packages: a start-up snapshot cannot hold it.
 */
export function deflater(): (bytes: Uint8Array) => Uint8Array {
  const { WebAssembly } = globalThis as unknown as Programs
  // A snapshot in the making has none, and what is written there is thrown away.
  if (!WebAssembly) return deflateRawSync
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(zlibFile())))
  const from = exports.malloc(PIECE)
  const room = exports.malloc(PIECE)
  return (bytes) => {
    const stream = exports.deflate_new()
    if (exports.deflate_init_raw(stream, LEVEL) !== 0) throw new Error('zlib does not begin.')
    const written: Uint8Array[] = []
    for (let at = 0, ended = false; !ended;) {
      const length = Math.min(PIECE, bytes.length - at)
      const isLast = at + length === bytes.length
      // Anew each time: the memory moves when it grows.
      new Uint8Array(exports.memory.buffer).set(bytes.subarray(at, at + length), from)
      const result = exports.deflate_process(stream, from, length, room, PIECE, isLast ? FINISH : 0)
      const code = result >>> 24
      const produced = result & 0xffffff
      if (code > ENDED) throw new Error(`zlib failed with ${code - 256}.`)
      written.push(new Uint8Array(exports.memory.buffer).slice(room, room + produced))
      at += exports.deflate_last_consumed(stream)
      ended = code === ENDED
    }
    exports.deflate_end(stream)
    return Buffer.concat(written)
  }
}

/** The copy that the build put beside the program; from source, the package's own. */
const zlibFile = (): URL | string =>
  builtFile(ZLIB_COPY, import.meta.url) ?? createRequire(import.meta.url).resolve(ZLIB_FILE)
