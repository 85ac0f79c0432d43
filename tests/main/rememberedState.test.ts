import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { RememberedState } from '../../src/main/windows/rememberedState'

async function pathOf(): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-remembered-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return { folder, path: join(folder, 'remembered.json') }
}

test('what is remembered is read again, and the first start has no problem', async () => {
  const { folder, path } = await pathOf()
  const first = new RememberedState(path)
  await first.load()
  first.change({ backup: { folder: '/stick', every: 'hour' } })
  await first.settled()
  const next = new RememberedState(path)
  await next.load()
  expect([first.problem, next.problem, next.value.backup]).toEqual([
    undefined,
    undefined,
    { folder: '/stick', every: 'hour' },
  ])
  expect(await readdir(folder)).toEqual(['remembered.json'])
})

test.each(['{"backup": {"folder": "/sti', 'null', ''])(
  'a damaged file (%j) is kept, and said until somebody chose',
  async (torn) => {
    const { folder, path } = await pathOf()
    await writeFile(path, torn)
    const state = new RememberedState(path)
    await state.load()
    expect([state.value.backup, state.problem]).toEqual([undefined, expect.stringContaining(`(${path}) was damaged`)])
    expect([await readdir(folder), await readFile(`${path}.damaged`, 'utf8')]).toEqual([
      ['remembered.json.damaged'],
      torn,
    ])
    state.forgive()
    expect(state.problem).toBe(undefined)
  },
)
