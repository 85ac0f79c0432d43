import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'
import { decodeInWorker } from '../../../../src/storage/story/updates/decodeInWorker'
import { typing, wordsOf } from '../../../builders/stories/storedStory'

describe('Decoding untrusted bytes', () => {
  let folder: string
  let program: URL
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stet-decode-'))
    await build({
      root: import.meta.dirname,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: '../../../../src/storage/story/updates/decodeWorker.ts',
        outDir: folder,
        emptyOutDir: false,
        rollupOptions: { output: { entryFileNames: 'decode.mjs' } },
      },
    })
    program = pathToFileURL(join(folder, 'decode.mjs'))
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('returns good updates as one', async () => {
    const writer = typing('Busan')
    const decoded = await decodeInWorker([writer.state(), writer.type(' summit')], { program })
    expect(decoded.ok && wordsOf([decoded.state])).toBe('Busan summit')
    expect(decoded).toMatchObject({ ok: true, waits: false })
  })

  it('says when changes wait for missing ones', async () => {
    const writer = typing('Busan')
    const first = writer.state()
    writer.type(' summit')
    const last = writer.type(' ends')
    const decoded = await decodeInWorker([first, last], { program })
    expect(decoded).toMatchObject({ ok: true, waits: true })
  })

  it('says why garbage cannot be decoded', async () => {
    expect(await decodeInWorker([Uint8Array.from([1, 2, 3])], { program })).toMatchObject({ ok: false })
    expect(await decodeInWorker([typing('Busan').state().subarray(0, 9)], { program })).toMatchObject({ ok: false })
  })

  it('stops a decoding that does not end', async () => {
    const forEver = new URL('data:text/javascript,for(;;){}')
    expect(await decodeInWorker([typing('Busan').state()], { program: forEver, timeLimit: 300 })).toEqual({
      ok: false,
      why: 'reading it took more than 0.3 s',
    })
  })

  it('says when the worker ended without an answer', async () => {
    expect(await decodeInWorker([], { program: new URL('data:text/javascript,process.exit(3)') })).toEqual({
      ok: false,
      why: 'reading it ended without a result',
    })
  })
})
