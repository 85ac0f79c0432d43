import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { build } from 'vite'
import { DecodingWorker, decodeInWorker } from '../../../../src/storage/story/updates/decodeInWorker'
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

  describe('of many stories', () => {
    /** Answers with the number of its thread. No update is garbage to it; after two it ends; of three it never ends. */
    const numbered = new URL(
      `data:text/javascript,${encodeURIComponent(`
        import { parentPort, threadId } from 'node:worker_threads'
        parentPort.on('message', ({ updates }) => {
          while (updates.length === 3);
          parentPort.postMessage(
            updates.length === 0 ? { ok: false, why: 'garbage' } : { ok: true, state: threadId, waits: false },
          )
          if (updates.length === 2) process.exit()
        })`)}`,
    )
    const threads = async (...counts: readonly number[]): Promise<readonly unknown[]> => {
      const worker = new DecodingWorker({ program: numbered, timeLimit: 2000 })
      const answers = await Promise.all(
        counts.map((count) => worker.decode(Array.from({ length: count }, () => new Uint8Array()))),
      )
      worker.close()
      return answers.map((decoded) => (decoded.ok ? Number(decoded.state) : decoded.why))
    }
    /** The threads as the order in which they began. */
    const inOrder = (answers: readonly unknown[]): readonly unknown[] => {
      const numbers = [...new Set(answers.filter((answer) => typeof answer === 'number'))]
      return answers.map((answer) => (typeof answer === 'number' ? numbers.indexOf(answer) : answer))
    }

    it('one worker decodes them, one after the other', async () => {
      expect(inOrder(await threads(1, 1, 1))).toEqual([0, 0, 0])
    })

    it('another worker follows one that could not decode or took too long', async () => {
      expect(inOrder(await threads(1, 0, 1, 3, 1))).toEqual([...[0, 'garbage', 1, 'reading it took more than 2 s', 2]])
    })

    it('another worker follows one that ended between two stories', async () => {
      const worker = new DecodingWorker({ program: numbered })
      const first = await worker.decode([new Uint8Array(), new Uint8Array()])
      // When the thread has ended is not told.
      await vi.waitFor(async () => {
        const next = await worker.decode([new Uint8Array()])
        expect([first.ok, next.ok, first.ok && next.ok && first.state === next.state]).toEqual([true, true, false])
      })
      worker.close()
    })

    it('decodes real stories as it did one at a time', async () => {
      const worker = new DecodingWorker({ program })
      const decoded = await Promise.all(['Busan', 'Seoul'].map((words) => worker.decode([typing(words).state()])))
      worker.close()
      expect(decoded.map((one) => one.ok && wordsOf([one.state]))).toEqual(['Busan', 'Seoul'])
    })
  })
})
