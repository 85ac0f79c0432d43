/**
 * The local socket of the process that owns a library. Another process of the same account (the command line) sends one
 * request per connection and gets one answer: two lines out (token, request), one line back. The token is in the lock
 * file, which only that account can read.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { lstat, rmdir, unlink } from 'node:fs/promises'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { LARGEST_FILE } from '../../story/text/format/largestFile'
import { fromWire, toWire } from './binaryJson'
import { messageOf } from '../../story/text/messageOf'

export type OwnerHandler = (request: unknown) => Promise<unknown>

/** The address in the lock of a command, which owns the library for a moment and answers nobody. */
export const NO_SOCKET = ''

export interface SocketLimits {
  /** Bytes of one request or answer. */
  readonly size: number
  /** Milliseconds that a client may take to send its request. */
  readonly sendTime: number
  /** Milliseconds from connecting to the answer, as the asking side waits. */
  readonly answerTime: number
}
/** The largest file in Base64 (binaryJson.ts), and room for the rest of the message. */
const LARGEST_MESSAGE = Math.ceil(LARGEST_FILE / 3) * 4 + 16 * 1024 * 1024
const SOCKET_LIMITS: SocketLimits = { size: LARGEST_MESSAGE, sendTime: 10_000, answerTime: 60_000 }

/**
 * `unreachable`: nobody listens, or the owner closed before it answered. `refused`: wrong token. `tooLarge`: request or
 * answer. `timedOut`: no answer in time. `failed`: the owner could not do it, and `message` is its answer. Except after
 * `refused`, the request may have been done.
 */
export class OwnerError extends Error {
  override readonly name = 'OwnerError'
  constructor(
    readonly kind: 'unreachable' | 'refused' | 'tooLarge' | 'timedOut' | 'failed',
    message: string,
  ) {
    super(message)
  }
}

const LONGEST_TOKEN = 512
const MOST_CLIENTS = 32
/** sun_path holds 104 bytes on macOS, 108 on Linux. */
const LONGEST_ADDRESS = 100
/** Milliseconds that pending requests may take when the owner closes. */
const CLOSING_TIME = 5_000
const PING = { ping: true } as const
/** The answer of a command while it owns the library: try again in a moment. */
const BUSY = { busy: true } as const

export const answersBusy: OwnerHandler = () => Promise.resolve(BUSY)
export const isBusy = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'busy' in answer

export interface OwnerSocket {
  readonly address: string
  /** Sets the handler of requests. Requests that came before it was set wait for it. */
  answerWith(handler: OwnerHandler): void
  /** Lets pending requests finish, then closes the socket. */
  stop(): Promise<void>
}

export async function openOwnerSocket(token: string, limits: SocketLimits = SOCKET_LIMITS): Promise<OwnerSocket> {
  const address = freshAddress()
  let give: (handler: OwnerHandler) => void = () => undefined
  let handler: Promise<OwnerHandler> = new Promise((resolve) => {
    give = resolve
  })
  const clients = new Set<Socket>()
  /** Clients that have not shown the token yet, the one that waits longest first. */
  const strangers = new Set<Socket>()
  const pending = new Set<Promise<void>>()
  const leave = (client: Socket): void => {
    clients.delete(client)
    strangers.delete(client)
  }
  const server = createServer((client) => {
    // Connections that say nothing keep nobody out.
    if (clients.size >= MOST_CLIENTS) {
      const [gone = client] = strangers
      leave(gone)
      gone.destroy()
      if (gone === client) return
    }
    clients.add(client)
    strangers.add(client)
    client.on('close', () => leave(client))
    // A client that disconnects in the middle must not stop the owner.
    client.on('error', () => client.destroy())
    const admit = (): void => void strangers.delete(client)
    receive(client, token, limits, admit, (request) => {
      const work = answer(client, request, handler, limits).finally(() => pending.delete(work))
      pending.add(work)
    })
  })
  await listen(server, address)
  let answering = false
  return {
    address,
    answerWith(next) {
      if (answering) handler = Promise.resolve(next)
      else give(next)
      answering = true
    },
    async stop() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      if (answering) await Promise.race([Promise.allSettled(pending), delay(CLOSING_TIME)])
      for (const client of clients) client.destroy()
      await closed
      if (process.platform !== 'win32') rmSync(dirname(address), { recursive: true, force: true })
    },
  }
}

/** Deletes the socket of an owner that died: a socket and its empty folder, nothing else. Never rejects. */
export async function removeDeadSocket(address: string): Promise<void> {
  if (process.platform === 'win32' || address === NO_SOCKET) return
  try {
    if (!(await lstat(address)).isSocket()) return
    await unlink(address)
    await rmdir(dirname(address))
  } catch {
    // It lies in the system's temporary folder, and the system deletes it later.
  }
}

function freshAddress(): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\stet-${randomBytes(16).toString('hex')}`
  // mkdtemp makes the folder 0700, so that no other account can reach the socket.
  const usual = join(tmpdir(), 'stet-')
  const prefix = Buffer.byteLength(usual) + 'XXXXXX/s'.length > LONGEST_ADDRESS ? '/tmp/stet-' : usual
  return join(mkdtempSync(prefix), 's')
}

const listen = (server: Server, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, () => {
      server.off('error', reject)
      resolve()
    })
  })

const delay = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time).unref()
  })

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Reads and checks the token line before it takes in more, then reads the request line. */
function receive(
  client: Socket,
  token: string,
  limits: SocketLimits,
  onToken: () => void,
  onRequest: (request: unknown) => void,
): void {
  const late = setTimeout(() => client.destroy(), limits.sendTime)
  client.on('close', () => clearTimeout(late))
  const refuse = (kind: OwnerError['kind'], message: string): void => {
    client.removeAllListeners('data')
    // Discards further bytes until the client has read the refusal, or its time is up.
    client.resume()
    client.end(`${toWire({ ok: false, kind, message })}\n`)
  }
  const request: Buffer[] = []
  let size = 0
  let head = Buffer.alloc(0)
  let admitted = false
  client.on('data', (chunk: Buffer) => {
    let rest = chunk
    if (!admitted) {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf(0x0a)
      if (end === -1 && head.length <= LONGEST_TOKEN) return
      if (end === -1 || !timingSafeEqual(digest(head.toString('utf8', 0, end)), digest(token)))
        return refuse('refused', storageText('socket.wrongToken'))
      admitted = true
      onToken()
      rest = head.subarray(end + 1)
    }
    const end = rest.indexOf(0x0a)
    size += rest.length
    if (size > limits.size) return refuse('tooLarge', storageText('socket.requestTooLarge', { bytes: limits.size }))
    request.push(end === -1 ? rest : rest.subarray(0, end))
    if (end === -1) return
    clearTimeout(late)
    client.removeAllListeners('data')
    try {
      onRequest(fromWire(Buffer.concat(request).toString('utf8')))
    } catch {
      refuse('failed', storageText('socket.requestNotJson'))
    }
  })
}

async function answer(
  client: Socket,
  request: unknown,
  handler: Promise<OwnerHandler>,
  limits: SocketLimits,
): Promise<void> {
  let line: string
  try {
    line = toWire({ ok: true, answer: isPing(request) ? {} : await (await handler)(request) })
    if (Buffer.byteLength(line) > limits.size)
      line = toWire({ ok: false, kind: 'tooLarge', message: storageText('socket.answerTooLargeToSend') })
  } catch (error) {
    line = toWire({ ok: false, kind: 'failed', message: messageOf(error) })
  }
  if (client.destroyed) return
  await new Promise<void>((resolve) => {
    client.once('close', () => resolve())
    client.end(`${line}\n`, () => resolve())
  })
}

const isPing = (request: unknown): boolean =>
  typeof request === 'object' && request !== null && 'ping' in request && request.ping === true

/** Sends one request to the owner named in a lock. Rejects with OwnerError. */
export function ask(
  lock: { readonly socket: string; readonly token: string },
  request: unknown,
  limits: Partial<SocketLimits> = {},
): Promise<unknown> {
  const { size, answerTime } = { ...SOCKET_LIMITS, ...limits }
  if (lock.socket === NO_SOCKET) return Promise.reject(new OwnerError('unreachable', storageText('socket.commandOwns')))
  return new Promise((resolve, reject) => {
    const lines = `${lock.token}\n${toWire(request)}\n`
    const parts: Buffer[] = []
    let received = 0
    const client = createConnection(lock.socket)
    const fail = (kind: OwnerError['kind'], message: string, cause?: unknown): void => {
      const error = new OwnerError(kind, message)
      error.cause = cause
      reject(error)
      client.destroy()
    }
    const late = setTimeout(() => fail('timedOut', storageText('socket.noAnswer')), answerTime)
    client.on('close', () => {
      clearTimeout(late)
      // Does nothing after an answer.
      fail('unreachable', storageText('socket.closed'))
    })
    // An owner that refuses early resets the connection while we send. Its answer may have arrived before that.
    client.on('error', (error) => {
      if (received === 0) fail('unreachable', storageText('socket.unreachable'), error)
    })
    client.on('connect', () => {
      client.write(lines)
    })
    client.on('data', (chunk: Buffer) => {
      received += chunk.length
      parts.push(chunk)
      if (received > size + 1) return fail('tooLarge', storageText('socket.answerTooLarge'))
      if (!chunk.includes(0x0a)) return
      settle(Buffer.concat(parts).toString('utf8'), resolve, fail)
      client.destroy()
    })
  })
}

function settle(
  line: string,
  resolve: (answer: unknown) => void,
  fail: (kind: OwnerError['kind'], message: string) => void,
): void {
  let reply: unknown
  try {
    reply = fromWire(line)
  } catch {
    return fail('failed', storageText('socket.answerUnreadable'))
  }
  if (typeof reply !== 'object' || reply === null || !('ok' in reply))
    return fail('failed', storageText('socket.answerUnreadable'))
  if (reply.ok === true) return resolve('answer' in reply ? reply.answer : undefined)
  const kind = 'kind' in reply && (reply.kind === 'refused' || reply.kind === 'tooLarge') ? reply.kind : 'failed'
  fail(
    kind,
    'message' in reply && typeof reply.message === 'string' ? reply.message : storageText('socket.requestFailed'),
  )
}

/**
 * Asks the owner for a sign of life. 'answers'; 'silent': it is there but slow or stopped; 'nobody': the socket is
 * there and its owner is dead; 'unknown': there is no such socket on this machine.
 */
export async function knock(
  lock: { readonly socket: string; readonly token: string },
  patience = 1500,
): Promise<'answers' | 'silent' | 'nobody' | 'unknown'> {
  try {
    await ask(lock, PING, { answerTime: patience })
    return 'answers'
  } catch (error) {
    if (!(error instanceof OwnerError)) throw error
    if (error.kind === 'timedOut') return 'silent'
    if (error.kind !== 'unreachable') return 'answers'
    const code = error.cause instanceof Error && 'code' in error.cause ? error.cause.code : undefined
    return code === 'ECONNREFUSED' ? 'nobody' : 'unknown'
  }
}
