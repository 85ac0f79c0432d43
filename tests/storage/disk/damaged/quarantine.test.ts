import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { nodeFiles } from '../../../../src/storage/disk/fileLayer'
import { quarantine } from '../../../../src/storage/disk/damaged/quarantine'
import { SET_ASIDE } from '../../../../src/storage/disk/damaged/setAside'

it('bytes that cannot be read are kept beside others of that name, and once each', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-aside-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const text of ['one', 'two', 'one', 'two', 'three'])
    await quarantine(nodeFiles, join(folder, 'ledger.jsonl.torn-7'), Buffer.from(text))
  const names = (await readdir(folder)).sort()
  expect(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]))).toEqual([
    ['ledger.jsonl.torn-7', 'one'],
    ['ledger.jsonl.torn-7.2', 'two'],
    ['ledger.jsonl.torn-7.3', 'three'],
  ])
  expect([...names, 'a.damaged', 'a.damaged.2'].filter((name) => !SET_ASIDE.test(name))).toEqual([])
})
