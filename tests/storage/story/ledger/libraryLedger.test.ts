/** The library's own ledger on the disk. */
import { basename } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { LEDGER } from '../../../contracts/storyStore'
import { faultyFiles } from '../../faultyFiles'
import { throwawayLibrary } from '../../throwawayLibrary'

test('one reading of the ledger reads each copy of the source book once', async () => {
  const library = await throwawayLibrary()
  onTestFinished(() => library.remove())
  const { files, faults } = faultyFiles()
  const store = await library.open({ files })
  await store.appendLibraryLedger(LEDGER)
  await store.writeSources([])
  const read: string[] = []
  faults.strike = (operation, path) => {
    if (operation === 'readAll' && basename(path).startsWith('sources.json')) read.push(basename(path))
    return undefined
  }
  expect(await store.readLibraryLedger()).toEqual(LEDGER)
  expect(read).toEqual(['sources.json', 'sources.json.twin', 'sources.json.prev'])
  await store.close()
})
