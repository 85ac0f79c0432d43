/**
 * `evidence://file/<sha256>` shows a window what the library keeps: by the content's hash, never by a path, and only as
 * kinds that cannot run anything. Pages come as plain bytes, which a window reads as text; nothing is ever served as HTML.
 * Parts of a file are answered (RFC 9110, section 14), so that a film can be jumped through.
 */
import { protocol } from 'electron'
import { recogniseFile, RECOGNISING_BYTES } from '../../story/text/fileKind'
import type { StoredFile, StoryStore } from '../../storage/disk/storyStore'
import { APP_ORIGIN } from './appProtocol'

export const EVIDENCE_SCHEME: Electron.CustomScheme = {
  scheme: 'evidence',
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
}

/** Media types that a window gets by their own name; all else is bytes. */
const SHOWN = /^(?:image\/(?:png|jpeg|gif|webp|avif|bmp)|audio\/[a-z0-9]+|video\/[a-z0-9-]+|application\/pdf)$/

export type KeptFiles = Pick<StoryStore, 'openFile'>

/** Serves kept files. A page knows only the schemes that were served when it began to load, so this may come before the library is open. */
export function serveEvidence(kept: Promise<KeptFiles>): void {
  protocol.handle('evidence', async (request) => {
    const url = new URL(request.url)
    const file =
      url.host === 'file' && request.method === 'GET' ? await (await kept).openFile(url.pathname.slice(1)) : undefined
    if (!file) return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain', ...ALWAYS } })
    const { mediaType } = recogniseFile(await file.read(0, RECOGNISING_BYTES))
    // A page names a part in the address: a Range header of its own would be asked about first, which schemes of ours cannot answer.
    const asked = url.searchParams.get('bytes')
    const part = partOf(asked === null ? request.headers.get('range') : `bytes=${asked}`, file.size)
    if (part === 'unsatisfiable') {
      await file.close()
      return new Response('', { status: 416, headers: { 'content-range': `bytes */${file.size}`, ...ALWAYS } })
    }
    const { from, to } = part ?? { from: 0, to: file.size }
    return new Response(streamOf(file, from, to), {
      // 206 answers a Range header only (Fetch standard): to any other request it is a network error.
      status: part && asked === null ? 206 : 200,
      headers: {
        'content-type': SHOWN.test(mediaType) ? mediaType : 'application/octet-stream',
        'content-length': String(to - from),
        'accept-ranges': 'bytes',
        ...(part ? { 'content-range': `bytes ${from}-${to - 1}/${file.size}` } : {}),
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

/** The one part that a Range header asks for (`to` is not in it); undefined when it asks for the whole, or for several parts. */
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
