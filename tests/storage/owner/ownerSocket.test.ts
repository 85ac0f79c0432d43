import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ask,
  knock,
  openOwnerSocket,
  type OwnerSocket,
  type SocketLimits,
} from '../../../src/storage/owner/ownerSocket'
import { fromWire, toWire } from '../../../src/storage/owner/binaryJson'

const TOKEN = 'a'.repeat(64)
const LIMITS: SocketLimits = { size: 100_000, sendTime: 30_000, answerTime: 30_000 }

describe('The owner’s socket', () => {
  let socket: OwnerSocket
  let heard: unknown[]
  const lock = (): { socket: string; token: string } => ({ socket: socket.address, token: TOKEN })

  beforeEach(async () => {
    heard = []
    socket = await openOwnerSocket(TOKEN, LIMITS)
  })
  afterEach(() => socket.stop())
  const serve = (): void =>
    socket.answerWith(async (request) => {
      heard.push(request)
      return { echo: request }
    })

  /** Sends raw text and returns what the owner sent before it disconnected. */
  async function sendRaw(text: string): Promise<string> {
    const client = createConnection(socket.address)
    let answer = ''
    client.on('data', (chunk: Buffer) => {
      answer += chunk.toString()
    })
    client.on('error', () => undefined)
    client.write(text)
    await once(client, 'close')
    return answer
  }

  it('carries a request to the owner and the answer back, bytes included', async () => {
    serve()
    const request = { action: 'story.import', request: { name: 'a.txt', bytes: Uint8Array.from([0, 255, 10, 13]) } }
    expect(await ask(lock(), request)).toEqual({ echo: request })
  })

  it('refuses a wrong token without reading the request', async () => {
    serve()
    await expect(ask({ socket: socket.address, token: 'b'.repeat(64) }, { action: 'x' })).rejects.toMatchObject({
      name: 'OwnerError',
      kind: 'refused',
    })
    await expect(ask({ socket: socket.address, token: '' }, { action: 'x' })).rejects.toMatchObject({
      kind: 'refused',
      message: 'The token does not belong to this library. Close the other Stet and run the command again.',
    })
    expect(await sendRaw('c'.repeat(2_000))).toBe(
      `${toWire({ ok: false, kind: 'refused', message: 'The token does not belong to this library. Close the other Stet and run the command again.' })}\n`,
    )
    expect(heard).toEqual([])
  })

  it('lets requests wait until the owner is ready', async () => {
    const answer = ask(lock(), 1)
    await expect(knock(lock())).resolves.toBe('answers')
    serve()
    expect(await answer).toEqual({ echo: 1 })
  })

  it('passes the owner’s message on when the owner fails', async () => {
    socket.answerWith(async () => {
      throw new Error('There is no story “x”.')
    })
    await expect(ask(lock(), {})).rejects.toMatchObject({ kind: 'failed', message: 'There is no story “x”.' })
  })

  it('refuses what is too large and what is not JSON, and serves the next client', async () => {
    serve()
    await expect(ask(lock(), 'x'.repeat(LIMITS.size + 1))).rejects.toMatchObject({
      kind: 'tooLarge',
      message: 'A request can have at most 100000 bytes.',
    })
    expect(await sendRaw(`${TOKEN}\n{"half":\n`)).toContain('The request is not JSON.')
    expect(await sendRaw(`${TOKEN}\n\u0000\u0001\n`)).toContain('The request is not JSON.')
    expect(await ask(lock(), 'next')).toEqual({ echo: 'next' })
    expect(heard).toEqual(['next'])
  })

  it('refuses an answer that is too large', async () => {
    socket.answerWith(async () => 'x'.repeat(LIMITS.size + 1))
    await expect(ask(lock(), {})).rejects.toMatchObject({
      kind: 'tooLarge',
      message: 'The answer is too large to send. Nothing is lost. Ask for less, or do it in the window.',
    })
  })

  it('disconnects a client that sends nothing or stops in the middle', async () => {
    await socket.stop()
    socket = await openOwnerSocket(TOKEN, { ...LIMITS, sendTime: 150 })
    serve()
    expect(await sendRaw('')).toBe('')
    expect(await sendRaw(`${TOKEN}\n{"action":`)).toBe('')
  })

  it('answers whoever shows the token while 40 connections say nothing', async () => {
    serve()
    const silent = Array.from({ length: 40 }, () => createConnection(socket.address).on('error', () => undefined))
    await Promise.all(silent.map((client) => once(client, 'connect')))
    expect(await ask(lock(), 'next')).toEqual({ echo: 'next' })
    for (const client of silent) client.destroy()
  })

  it('has at most 32 clients that showed the token', async () => {
    let finish: () => void = () => undefined
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    let waiting = 0
    const full = new Promise<void>((resolve) => {
      socket.answerWith(async (request) => {
        if (++waiting === 32) resolve()
        await finished
        return request
      })
    })
    const answers = Array.from({ length: 32 }, (_, index) => ask(lock(), index))
    await full
    await expect(ask(lock(), 'one more')).rejects.toMatchObject({ kind: 'unreachable' })
    finish()
    expect(await Promise.all(answers)).toEqual(answers.map((_, index) => index))
  })

  it('survives a client that disconnects before its answer', async () => {
    let finish: () => void = () => undefined
    const arrived = new Promise<void>((resolve) => {
      socket.answerWith((request) => {
        if (request !== 'slow') return Promise.resolve('well')
        resolve()
        return new Promise((done) => {
          finish = () => done('late')
        })
      })
    })
    const client = createConnection(socket.address)
    client.write(`${TOKEN}\n"slow"\n`)
    await arrived
    client.destroy()
    await once(client, 'close')
    finish()
    expect(await ask(lock(), 'next')).toBe('well')
  })

  it('gives up on an owner that does not answer in time', async () => {
    await expect(ask(lock(), {}, { answerTime: 50 })).rejects.toMatchObject({
      kind: 'timedOut',
      message: 'The Stet that has this library open does not answer.',
    })
  })

  it.skipIf(process.platform === 'win32')(
    'says that the owner closed before it answered, and not what to do: the request may have been done',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'stet-'))
      const dying = createServer((client) => client.once('data', () => client.destroy()))
      await new Promise<void>((resolve) => void dying.listen(join(folder, 's'), resolve))
      await expect(ask({ socket: join(folder, 's'), token: TOKEN }, {})).rejects.toMatchObject({
        kind: 'unreachable',
        message: 'The Stet that had this library open has closed.',
      })
      dying.close()
      await rm(folder, { recursive: true })
    },
  )

  it('finishes a pending answer before it closes', async () => {
    let finish: () => void = () => undefined
    const arrived = new Promise<void>((resolve) => {
      socket.answerWith(() => {
        resolve()
        return new Promise((done) => {
          finish = () => done('done')
        })
      })
    })
    const answer = ask(lock(), {})
    await arrived
    const stopped = socket.stop()
    finish()
    expect(await answer).toBe('done')
    await stopped
    await expect(ask(lock(), {})).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'The Stet that has this library open cannot be reached.',
    })
  })

  it.skipIf(process.platform === 'win32')('is in a folder that only its owner may enter', async () => {
    expect((await stat(dirname(socket.address))).mode & 0o777).toBe(0o700)
  })

  it('carries every JSON value and bytes unchanged', () => {
    const value = { a: [1, null, 'ü\n'], b: Uint8Array.from([1, 2]), c: { d: [Uint8Array.from([])] }, e: false }
    expect(fromWire(toWire(value))).toEqual(value)
    expect(toWire(undefined)).toBe('null')
  })
})
