/**
 * `evidence://file/<sha256>` serves the library's files to a window: by hash, never by path, and only as media types
 * that cannot run code. HTML is served as plain bytes, which a window reads as text. Serves parts of a file (RFC 9110,
 * section 14): a film can be searched.
 */
import { protocol } from 'electron'
import { recogniseFile, RECOGNISING_BYTES } from '../../story/text/format/fileKind'
import type { StoredFile, StoryStore } from '../../storage/disk/storyStore'
import { APP_ORIGIN } from './appProtocol'
import { defined } from '../../story/text/defined'

export const EVIDENCE_SCHEME: Electron.CustomScheme = {
  scheme: 'evidence',
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
}

/** Media types that keep their name. All others are served as bytes. */
const SHOWN = /^(?:image\/(?:png|jpeg|gif|webp|avif|bmp)|audio\/[a-z0-9]+|video\/[a-z0-9-]+|application\/pdf)$/

export type KeptFiles = Pick<StoryStore, 'openFile'>

/**
 * Serves the files of the library. Must be called before a page loads, which may be before the library is open: a page
 * knows only the schemes that were served when it began to load.
 */
export function serveEvidence(kept: Promise<KeptFiles>): void {
  protocol.handle('evidence', async (request) => {
    const url = new URL(request.url)
    const file =
      url.host === 'file' && request.method === 'GET' ? await (await kept).openFile(url.pathname.slice(1)) : undefined
    if (!file) return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain', ...ALWAYS } })
    const { mediaType } = recogniseFile(await file.read(0, RECOGNISING_BYTES))
    // A page names a part in the address. For a Range header Chromium sends a preflight first, which this scheme cannot
    // answer.
    const asked = url.searchParams.get('bytes')
    const part = partOf(asked === null ? request.headers.get('range') : `bytes=${asked}`, file.size)
    if (part === 'unsatisfiable') {
      await file.close()
      return new Response('', { status: 416, headers: { 'content-range': `bytes */${file.size}`, ...ALWAYS } })
    }
    const { from, to } = part ?? { from: 0, to: file.size }
    return new Response(streamOf(file, from, to), {
      // 206 answers a Range header only (Fetch standard). For any other request it is a network error.
      status: part && asked === null ? 206 : 200,
      headers: {
        'content-type': SHOWN.test(mediaType) ? mediaType : 'application/octet-stream',
        'content-length': String(to - from),
        'accept-ranges': 'bytes',
        ...defined({ 'content-range': part && `bytes ${from}-${to - 1}/${file.size}` }),
        ...ALWAYS,
      },
    })
  })
}

const ALWAYS = {
  'access-control-allow-origin': APP_ORIGIN,
  'access-control-expose-headers': 'accept-ranges, content-range, content-length',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

/**
 * Returns the part that a Range header asks for, without `to` itself. Undefined if it asks for the whole file or
 * several parts.
 */
export function partOf(
  range: string | null,
  size: number,
): { readonly from: number; readonly to: number } | 'unsatisfiable' | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return undefined
  const [, first = '', last = ''] = asked
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size : Math.min(Number(last) + 1, size)
  return from < to ? { from, to } : 'unsatisfiable'
}

const PIECE = 512 * 1024

function streamOf(file: StoredFile, from: number, to: number): ReadableStream<Uint8Array> {
  let at = from
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const bytes = at < to ? await file.read(at, Math.min(PIECE, to - at)) : new Uint8Array()
          at += bytes.length
          if (bytes.length > 0) controller.enqueue(bytes)
          if (bytes.length > 0 && at < to) return
          await file.close()
          controller.close()
        } catch (error) {
          await file.close().catch(() => undefined)
          controller.error(error)
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 1 },
  )
}
