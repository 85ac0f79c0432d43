/** Kept states in the real window: keep one, rewrite a fifth of the story, compare, restore, undo. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, ROOT, SHARED, test } from '../fixtures'
import { VersionsPane } from '../pages/versionsPane'
import { deletedIn } from '../pages/changedWords'

interface Shown {
  readonly blocks: readonly { readonly role: string; readonly text: string }[]
  readonly facts: readonly {
    readonly id: string
    readonly status: string
    readonly text: string
    readonly signed?: { readonly by: string }
  }[]
}
interface Versions {
  readonly versions: readonly { readonly n: number; readonly kind: string; readonly name?: string }[]
}

const BUSAN = join(SHARED, 'seed', 'busan-summit.txt')
const FILE = existsSync(BUSAN) ? BUSAN : join(ROOT, 'resources', 'sample-story.md')

/** Other words of the same length, so that "a fifth" is a fifth. */
const turned = (text: string): string => text.replace(/\p{L}+/gu, (word) => [...word].reverse().join('').toLowerCase())

test('a version made before a fifth of the story was rewritten comes back word for word with its facts', async ({
  newsroom,
}) => {
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  const {
    stories: [{ id: story }],
  } = await newsroom.json<{ stories: readonly [{ id: string }] }>(['import', FILE])
  await newsroom.json(['source', 'add', '--name', 'Pool report 3', '--kind', 'pool'])
  for (const [text, type] of [
    ['first face-to-face talks in six years', 'superlative'],
    ['about 100 minutes', 'figure'],
    ['He Lifeng', 'name'],
    ['two largest economies', 'superlative'],
  ] as const) {
    const { id } = await newsroom.json<{ id: string }>(['tag', story, '--text', text, '--type', type])
    if (type !== 'name')
      await newsroom.json(
        ['fact', story, id, '--status', 'verified', '--evidence', 'Pool report 3', '--locator', '¶ 2'],
        'Editor',
      )
  }
  const before = await newsroom.json<Shown>(['show', story])
  const standing = (shown: Shown) => shown.facts.map(({ id, status, text, signed }) => [id, status, text, signed?.by])
  expect(
    standing(before)
      .map(([, status]) => status)
      .sort(),
  ).toEqual(['toCheck', 'verified', 'verified', 'verified'])

  const { stet, page } = await newsroom.launch({ user: 'Reporter' })
  const versions = new VersionsPane(page)
  await expect(stet.story).toContainText('about 100 minutes')
  await stet.story.focus()
  await versions.keep('Before the rewrite')

  // Replaces whole sentences until a fifth of the words have changed.
  const grafs = before.blocks.filter(({ role, text }) => role === 'paragraph' && text.length > 0)
  const total = grafs.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  let rewritten = 0
  for (const sentence of grafs
    .flatMap(({ text }) => text.split(/(?<=\.)\s/))
    .filter((text) => text.includes('100 minutes') || text.includes('six years') || text.includes('economies'))) {
    await stet.select(sentence)
    await page.keyboard.insertText(turned(sentence))
    rewritten += sentence.split(/\s+/).length
  }
  for (const { text } of [...grafs].reverse()) {
    if (rewritten >= total / 5) break
    await stet.select(text)
    await page.keyboard.insertText(turned(text))
    rewritten += text.split(/\s+/).length
  }
  expect(rewritten).toBeGreaterThanOrEqual(total / 5)
  await stet.settled()
  const rewrite = await newsroom.json<Shown>(['show', story])
  expect(rewrite.blocks.map(({ text }) => text)).not.toEqual(before.blocks.map(({ text }) => text))

  await versions.open()
  await versions
    .row('Before the rewrite')
    .getByRole('button', { name: /^Compare snapshot/ })
    .click()
  await expect(versions.comparison.getByRole('note')).toHaveText(/^\d+ words added, \d+ removed · \d facts$/)
  await expect(deletedIn(versions.comparison.getByRole('region', { name: 'Words' })).first()).toBeVisible()
  await expect(
    versions.comparison.getByRole('region', { name: 'Facts that differ' }).getByRole('listitem').first(),
  ).toContainText('Verified')
  await versions.comparison.getByRole('button', { name: /^Restore snapshot \d+$/ }).click()
  await expect(versions.comparison).toBeHidden()

  await expect(stet.sheet.blocks).toHaveText(before.blocks.map(({ text }) => text))
  await stet.settled()
  const after = await newsroom.json<Shown>(['show', story])
  expect(after.blocks).toEqual(before.blocks)
  expect(standing(after)).toEqual(standing(before))

  // One step of undo, and of redo.
  await stet.undo()
  await expect(stet.sheet.blocks).toHaveText(rewrite.blocks.map(({ text }) => text))
  await stet.press('Control+Shift+z')
  await expect(stet.sheet.blocks).toHaveText(before.blocks.map(({ text }) => text))
  await stet.settled()
  expect(standing(await newsroom.json<Shown>(['show', story]))).toEqual(standing(before))

  // Restoring kept the rewrite first, so it can be restored too.
  const { versions: kept } = await newsroom.json<Versions>(['versions', story])
  expect(kept.map(({ kind }) => kind)).toEqual(['restore', 'named'])
  await newsroom.json(['restore', story, String(kept[0]?.n)])
  await expect(stet.sheet.blocks).toHaveText(rewrite.blocks.map(({ text }) => text))
})

test('a double click restores one snapshot, though the list moves under the pointer', async ({ newsroom }) => {
  const { stet, page } = await newsroom.launch({ user: 'Ed' })
  await stet.newStory()
  const versions = new VersionsPane(page)
  for (const words of ['Ferry', ' sails', ' on time']) {
    await stet.type('headline', words)
    await versions.keep(`After${words}`)
    await stet.caretAtEnd()
  }
  await stet.settled()
  const restore = versions.row('AfterFerry').getByRole('button', { name: /^Restore/ })
  const { x, y, width, height } = (await restore.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const pointer = page.mouse
  await pointer.move(x + width / 2, y + height / 2)
  await pointer.down({ clickCount: 1 })
  await pointer.up({ clickCount: 1 })
  await expect(versions.rows.first()).toContainText('Before snapshot 1 was restored')
  // The button of the row above lies under the pointer now.
  await pointer.down({ clickCount: 2 })
  await pointer.up({ clickCount: 2 })
  await stet.press('Control+s')
  await expect(stet.part('headline')).toHaveText('Ferry')
  await expect(versions.rows).toHaveCount(4)
  await pointer.down({ clickCount: 1 })
  await pointer.up({ clickCount: 1 })
  await expect(stet.part('headline')).toHaveText('Ferry sails')
})
