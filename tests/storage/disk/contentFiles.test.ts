import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { faultyFiles } from '../faultyFiles'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'

let library: Throwaway
beforeEach(async () => {
  library = await throwawayLibrary()
})
afterEach(() => library.remove())

const inLibrary = (): Promise<string[]> => readdir(join(library.folder, 'evidence'))
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

it('an upload leaves nothing behind when the disk fails at any step, and the next one succeeds', async () => {
  for (const step of ['write', 'sync', 'facts', 'rename'] as const) {
    const { files, faults } = faultyFiles()
    const store = await library.open({ files })
    const upload = await store.takeFile()
    faults.strike = (operation, path) =>
      operation === step && path.includes('evidence')
        ? step === 'write'
          ? { code: 'ENOSPC', half: true }
          : 'EIO'
        : undefined
    const copying = upload.write(bytesOf('a recording')).then(() => upload.keep())
    await expect(copying).rejects.toMatchObject({
      safe: 'The file was not copied. Everything saved before is safe.',
    })
    expect([step, await inLibrary()]).toEqual([step, []])
    faults.strike = () => undefined
    await store.close()
  }
})

it('an upload loses no byte when the disk takes few at a time', async () => {
  const { files } = faultyFiles({ mostBytes: 3 })
  const store = await library.open({ files })
  const upload = await store.takeFile()
  await upload.write(bytesOf('a long recording of the press conference'))
  const { sha256, size } = await upload.keep()
  const file = await store.openFile(sha256)
  expect([size, new TextDecoder().decode(await file?.read(0, 100))]).toEqual([
    40,
    'a long recording of the press conference',
  ])
  await file?.close()
  await store.close()
})

it('the same content is kept once, and half-copied files are deleted after a crash or on closing', async () => {
  const store = await library.open()
  for (const text of ['same', 'same', 'other']) {
    const upload = await store.takeFile()
    await upload.write(bytesOf(text))
    await upload.keep()
  }
  await (await store.takeFile()).write(bytesOf('half'))
  expect(await inLibrary()).toHaveLength(3)
  await store.close()
  expect(await inLibrary()).toHaveLength(2)
})

it('an upload that is stopped half-way, or while a large file reaches the disk, leaves nothing', async () => {
  const { files, faults } = faultyFiles()
  const store = await library.open({ files })
  const half = await store.takeFile()
  await half.write(bytesOf('half of a film'))
  await half.drop()
  await expect(half.keep()).rejects.toMatchObject({ code: 'ENDED', what: 'the file is no longer being copied' })
  expect(await inLibrary()).toEqual([])

  const whole = await store.takeFile()
  await whole.write(bytesOf('all of a film'))
  let dropped = Promise.resolve()
  faults.strike = (operation) => {
    if (operation === 'sync') dropped = whole.drop()
    return undefined
  }
  await expect(whole.keep()).rejects.toMatchObject({ code: 'ENDED', what: 'the file is no longer being copied' })
  await dropped
  expect(await inLibrary()).toEqual([])
  await store.close()
})
