import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jpegWithMetadata } from '../../builders/files/pictures'
import { faultyFiles } from '../../storage/faultyFiles'
import { throwawayLibrary } from '../../storage/throwawayLibrary'
import { newsDesk, NOW } from '../newsDesk'

test('tidying keeps a picture of an open story that a full disk kept from being saved', async () => {
  const library = await throwawayLibrary()
  const { files, faults } = faultyFiles()
  const store = await library.open({ files })
  const { act, room } = await newsDesk(store)
  const kept = async (bytes: Uint8Array): Promise<string> => {
    const { upload } = await act('Reporter', 'file.begin', { name: 'a.jpg' })
    await act('Reporter', 'file.write', { upload, bytes })
    const { sha256 } = await act('Reporter', 'file.keep', { upload })
    const longAgo = new Date(Date.parse(NOW) - 25 * 3_600_000)
    await utimes(join(library.folder, 'evidence', sha256), longAgo, longAgo)
    return sha256
  }
  const { id: story } = await act('Reporter', 'story.create', {})
  const [picture, given] = [await kept(jpegWithMetadata(1, 'Shown')), await kept(jpegWithMetadata(1, 'Given up'))]
  faults.strike = (operation, path) => (operation === 'write' && path.includes('changes-') ? 'ENOSPC' : undefined)
  await expect(
    act('Reporter', 'picture.add', {
      story,
      file: picture,
      cutline: 'The hall',
      alt: 'A hall',
      credit: 'Ida / Desk',
      rights: 'one use',
    }),
  ).rejects.toThrow('the disk is full')
  expect((await act('Reporter', 'library.tidy', {})).removed.map(({ sha256 }) => sha256)).toEqual([given])
  expect(await readdir(join(library.folder, 'evidence'))).toEqual([picture])
  faults.strike = () => undefined
  await room.close()
  await library.remove()
})
