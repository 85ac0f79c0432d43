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
export const CONTENT_SECURITY_POLICY = [
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
export const SPELL_WORKER_POLICY =
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

/** Lists the files of the built renderer: path in an address → path on the disk. */
export async function listPages(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, path)
  }
  return files
}

/** Reads the page and every file that it names. The window's process asks for them when main is busy. */
export async function readAhead(
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const page = files.get('/index.html')
  if (page === undefined) return new Map()
  const text = await readFile(page, 'utf8')
  const named = [...files].filter(([address]) => address === '/index.html' || text.includes(`".${address}"`))
  return new Map(
    await Promise.all(named.map(async ([, path]) => [path, new Uint8Array(await readFile(path))] as const)),
  )
}

/**
 * Serves these files and no others, each once from memory if it was read ahead. Resolves when the first one, the page,
 * was served. Not with `protocol.handle`, which loads Node's fetch (some 40 ms) while the window's process waits.
 */
export function serveApp(
  files: ReadonlyMap<string, string>,
  ahead: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const inMemory = new Map(ahead)
  return new Promise((served) => {
    protocol.registerBufferProtocol('app', ({ method, url }, answer) => {
      const path = method === 'GET' ? pathAt(url, files) : undefined
      if (path === undefined) return answer({ statusCode: 404, mimeType: 'text/plain', data: Buffer.from('Not found') })
      const give = (bytes: Uint8Array): void => {
        answer({ data: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), headers: headersOf(path) })
        served()
      }
      const kept = inMemory.get(path)
      inMemory.delete(path)
      if (kept) give(kept)
      else readFile(path).then(give, () => answer({ error: FILE_NOT_FOUND }))
    })
  })
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
  'cross-origin-opener-policy': 'same-origin',
})
