import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { IndexEnded, WorkerLink } from '../../../src/newsroom/storyIndex/worker/workerLink'

/** Gives its limit on "state", fails on "called", tells on "resting", ends on "sweep". Else repeats the request. */
const PROGRAM = `
const { parentPort, resourceLimits, workerData } = require('node:worker_threads')
parentPort.on('message', ({ id, call, request }) => {
  if (call === 'called') return parentPort.postMessage({ id, error: 'no such table' })
  if (call === 'resting') parentPort.postMessage({ name: 'progress', event: { done: 1, of: 2 } })
  if (call === 'sweep') process.exit(0)
  if (call === 'state') return parentPort.postMessage({ id, answer: resourceLimits.maxYoungGenerationSizeMb })
  parentPort.postMessage({ id, answer: [workerData.library, call, request] })
})
`
let folder: string
let program: URL
const KIM = { person: 'Kim', desk: { roster: [], settings: { deskOfOne: false } }, open: [] }

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-link-'))
  writeFileSync(join(folder, 'worker.cjs'), PROGRAM)
  program = pathToFileURL(join(folder, 'worker.cjs'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('gives each call its own answer, and passes on what the thread tells', async () => {
  const told: unknown[] = []
  const link = new WorkerLink(program, '/library', (name, event) => void told.push([name, event]))
  const answers = await Promise.all([link.ask('waiting', KIM), link.ask('resting', ['s1']), link.ask('reread', ['a'])])
  expect(answers).toEqual([
    ['/library', 'waiting', KIM],
    ['/library', 'resting', ['s1']],
    ['/library', 'reread', ['a']],
  ])
  expect(told).toEqual([['progress', { done: 1, of: 2 }]])
  link.end()
})

it('keeps the part of the memory small that V8 would not give back', async () => {
  const link = new WorkerLink(program, '/library', () => undefined)
  expect(await link.ask('state', undefined)).toBe(6)
  link.end()
})

it('rejects a call that failed, and answers the next', async () => {
  const link = new WorkerLink(program, '/library', () => undefined)
  await expect(link.ask('called', { name: 'a', limit: 1 })).rejects.toThrow('no such table')
  expect(await link.ask('waiting', KIM)).toEqual(['/library', 'waiting', KIM])
  link.end()
})

it('rejects every call that waits when the thread ends, and each one after', async () => {
  const link = new WorkerLink(program, '/library', () => undefined)
  const waiting = [link.ask('sweep', undefined), link.ask('waiting', KIM)]
  for (const one of waiting) await expect(one).rejects.toBeInstanceOf(IndexEnded)
  await expect(link.ask('waiting', KIM)).rejects.toBeInstanceOf(IndexEnded)
})

it('rejects a call to a thread that cannot start', async () => {
  const link = new WorkerLink(pathToFileURL(join(folder, 'none.cjs')), '/library', () => undefined)
  await expect(link.ask('waiting', KIM)).rejects.toBeInstanceOf(IndexEnded)
})
