import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

test('a start keeps its compiled code for the next one, which works with it', async ({ newsroom }) => {
  const profile = join(newsroom.scratch, 'profile')
  const keptChunks = async (): Promise<readonly string[]> => {
    const [folder] = (await readdir(profile).catch(() => [])).filter((name) => name.startsWith('compiled-'))
    return folder === undefined
      ? []
      : (await readdir(join(profile, folder))).map((name) => name.replace(/-[\w-]{8}\.cjs\.bin$/, ''))
  }
  const first = await newsroom.launch({ user: 'Reporter' })
  await expect.poll(keptChunks, { timeout: 15_000 }).toContain('startServices')
  await first.app.close()

  const second = await newsroom.launch({ user: 'Reporter' })
  await second.page.keyboard.press('Control+n')
  await expect(second.stet.part('headline')).toBeVisible()
  await second.stet.story.press('a')
  await second.stet.settled()
})
