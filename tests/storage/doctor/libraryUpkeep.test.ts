import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { NOW } from '../../builders/stories/storedStory'
import { throwawayLibrary } from '../throwawayLibrary'

it('A library that closes while captured files are tidied keeps them.', async () => {
  const library = await throwawayLibrary()
  try {
    const store = await library.open()
    const upload = await store.takeFile()
    await upload.write(Buffer.from('given up'))
    const { sha256 } = await upload.keep()
    const longAgo = new Date(Date.parse(NOW) - 25 * 3_600_000)
    await utimes(join(library.folder, 'evidence', sha256), longAgo, longAgo)
    const asked = { open: new Set<string>(), now: NOW, only: new Set([sha256]) }
    const tidying = store.removeUnused(asked)
    const refused = expect(tidying).rejects.toMatchObject({ code: 'CLOSED', what: 'the library was closed' })
    await Promise.all([refused, store.close()])
    const again = await library.open({ create: false })
    expect((await again.removeUnused(asked)).map((file) => file.sha256)).toEqual([sha256])
    await again.close()
  } finally {
    await library.remove()
  }
})
