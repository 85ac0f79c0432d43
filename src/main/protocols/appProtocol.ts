/**
 * `app://stet/…` serves the built window and nothing else. It looks paths up in a list that is made at the start. It
 * never joins a path to a folder: a protocol that did was Obsidian's CVE-2023-2110.
 */
import { readFile, readdir } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import { protocol } from 'electron'

export const APP_ORIGIN = 'app://stet'
export const APP_URL = `${APP_ORIGIN}/index.html`

/** The library's files (evidenceProtocol.ts). */
const EVIDENCE = 'evidence://file'

/** No remote origin, no inline script, no eval, no plugin, no form. Sandboxed previews use srcdoc. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  `img-src 'self' data: ${EVIDENCE}`,
  `media-src ${EVIDENCE}`,
  `connect-src 'self' ${EVIDENCE}`,
  "worker-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Of the spelling worker alone (renderer/spelling/spellWorker.ts): it may run WebAssembly and read the window's own
 * files, and nothing else. A worker has the policy that its script came with, so the page's stays as it is.
 */
const SPELL_WORKER_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'"
const SPELL_WORKER = /^spellWorker-[\w-]+\.js$/

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

/** Must run before the app is ready. */
export function declareSchemes(...others: readonly Electron.CustomScheme[]): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ...others,
  ])
}

/** The files of the built window. */
export interface Pages {
  /** Path in an address → path on the disk. */
  readonly files: ReadonlyMap<string, string>
  /** Path on the disk → bytes: the page, and every file that it names. */
  readonly ahead: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

/** Lists the files of the built renderer and reads those that its start needs: main is busy when they are asked for. */
export async function readPages(folder: string): Promise<Pages> {
  const files = await listPages(folder)
  return { files, ahead: await readAhead(files) }
}

async function listPages(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, path)
  }
  return files
}

async function readAhead(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const page = files.get('/index.html')
  if (page === undefined) return new Map()
  const text = await readFile(page, 'utf8')
  const named = [...files].filter(([address]) => address === '/index.html' || text.includes(`".${address}"`))
  return new Map(
    await Promise.all(named.map(async ([, path]) => [path, new Uint8Array(await readFile(path))] as const)),
  )
}

/** What the first window was given of the files that were read ahead. */
export interface Served {
  /** Resolves with the first file: the page. */
  readonly page: Promise<void>
  /** Resolves with the last one: the page has its script. */
  readonly all: Promise<void>
}

/**
 * Serves these files and no others, each once from memory if it was read ahead. A request that comes before they are
 * read waits. Not with `protocol.handle`, which loads Node's fetch (some 40 ms) while the window's process waits.
 */
export function serveApp(pages: Promise<Pages>): Served {
  let served = { page: (): void => undefined, all: (): void => undefined }
  const page = new Promise<void>((resolve) => (served = { ...served, page: resolve }))
  const all = new Promise<void>((resolve) => (served = { ...served, all: resolve }))
  const prepared = pages.then(({ files, ahead }) => ({ files, inMemory: new Map(ahead) }))
  protocol.registerBufferProtocol('app', ({ method, url }, answer) => {
    void respond().catch(() => answer({ error: FILE_NOT_FOUND }))
    async function respond(): Promise<void> {
      const { files, inMemory } = await prepared
      const path = method === 'GET' ? pathAt(url, files) : undefined
      if (path === undefined) return answer({ statusCode: 404, mimeType: 'text/plain', data: Buffer.from('Not found') })
      const bytes = inMemory.get(path) ?? (await readFile(path))
      inMemory.delete(path)
      answer({ data: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), headers: headersOf(path) })
      served.page()
      if (inMemory.size === 0) served.all()
    }
  })
  return { page, all }
}

/** Chromium's net::ERR_FILE_NOT_FOUND (net/base/net_error_list.h): the app was deleted while it ran. */
const FILE_NOT_FOUND = -6

/** Returns undefined for addresses that are not in the list. */
function pathAt(address: string, files: ReadonlyMap<string, string>): string | undefined {
  try {
    const url = new URL(address)
    return url.host === 'stet' ? files.get(decodeURIComponent(url.pathname)) : undefined
  } catch {
    // A malformed percent escape. An error here would end the app.
    return undefined
  }
}

const headersOf = (path: string): Record<string, string> => ({
  'content-type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
  'content-security-policy': SPELL_WORKER.test(basename(path)) ? SPELL_WORKER_POLICY : CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
})
