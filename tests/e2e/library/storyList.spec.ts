import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { expect, oneWindow, test, type Newsroom } from '../fixtures'
import { LibraryPane } from '../pages/libraryPane'

const COUNT = 260
const named = (n: number): string => `Story ${String(n).padStart(3, '0')}`

/** Imports stories "Story 000" to "Story 259", the last one last. Returns their ids. */
async function fill(newsroom: Newsroom): Promise<readonly string[]> {
  const paths = Array.from({ length: COUNT }, (_, n) => join(newsroom.scratch, `s${n}.md`))
  await Promise.all(paths.map((path, n) => writeFile(path, `# ${named(n)}\n\nIt sails at noon.\n`)))
  const { stories } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', ...paths])
  return stories.map(({ id }) => id)
}

const window = oneWindow({ user: 'Reporter' })
let ids: readonly string[] | undefined

/** The window with its 260 stories, scrolled to the top. */
async function library() {
  const { newsroom, page, stet } = await window()
  ids ??= await fill(newsroom)
  const list = new LibraryPane(page)
  await expect.poll(() => list.total()).toBeGreaterThanOrEqual(COUNT)
  await list.scrollTo(0)
  await expect.poll(async () => (await list.visibleHeadlines()).length).toBeGreaterThan(3)
  return { newsroom, page, stet, list, ids }
}

test('only rows near the visible ones are on the page, and scrolling brings the others', async () => {
  const { list } = await library()
  expect(await list.rows.count()).toBeLessThan(40)
  await expect(list.rows.first()).toHaveAttribute('aria-setsize', String(COUNT))
  await expect(list.rows.first()).toHaveAttribute('aria-posinset', '1')
  await list.scrollTo(1_000_000)
  await expect(list.row(named(0))).toHaveAttribute('aria-posinset', String(COUNT))
  expect(await list.rows.count()).toBeLessThan(40)
})

test('arrows, Home, End and the page keys move through all stories, and Enter opens one', async () => {
  const { list, page, stet } = await library()
  await page.getByRole('searchbox', { name: 'Search', exact: true }).focus()
  await stet.press('ArrowDown')
  await expect(list.focused).toContainText(named(259))
  await stet.press('ArrowDown')
  await expect(list.focused).toContainText(named(258))
  await stet.press('PageDown')
  await expect(list.focused).not.toContainText(named(258))
  await stet.press('PageUp')
  await expect(list.focused).toContainText(named(258))
  await stet.press('End')
  await expect(list.focused).toContainText(named(0))
  await expect.poll(() => list.visibleHeadlines()).toContain(named(0))
  await stet.press('ArrowUp')
  await expect(list.focused).toContainText(named(1))
  await stet.press('Enter')
  await expect(stet.part('headline')).toHaveText(named(1))
  await expect(list.row(named(1)).getByRole('button').first()).toHaveAttribute('aria-current', 'true')
  // To open it is no change of it: it stays where it is.
  await expect.poll(() => list.focusedNumber()).toBe(String(COUNT - 1))
  await stet.press('Home')
  await expect.poll(() => list.focusedNumber()).toBe('1')
})

test('the list is one tab stop for its rows, with the menu of the active row after it', async () => {
  const { list, page, stet } = await library()
  await list.row(named(255)).getByRole('button').first().focus()
  await stet.press('Tab')
  await expect(list.focused).toHaveAccessibleName(`Actions on ${named(255)}`)
  await stet.press('Tab')
  await expect(list.focused).toHaveCount(0)
  await stet.press('Shift+Tab')
  await stet.press('Shift+Tab')
  await expect(list.focused).toContainText(named(255))
  expect(await graveFindings(page, 'the library')).toEqual([])
})

test('Left goes to the heading and folds the group, Right unfolds it', async () => {
  const { list, stet, page } = await library()
  await list.row(named(258)).getByRole('button').first().focus()
  await stet.press('ArrowLeft')
  await expect(list.heading('Drafts')).toBeFocused()
  await stet.press('ArrowLeft')
  await expect(list.heading('Drafts')).toHaveAttribute('aria-expanded', 'false')
  await expect(list.rows).toHaveCount(0)
  await expect(list.heading('Drafts')).toContainText(String(COUNT))
  expect(await graveFindings(page, 'the library')).toEqual([])
  await stet.press('ArrowRight')
  await expect(list.heading('Drafts')).toHaveAttribute('aria-expanded', 'true')
  await stet.press('ArrowDown')
  await expect.poll(() => list.focusedNumber()).toBe('1')
})

test('a story that changes elsewhere moves up, and the rows on the screen and the keyboard stay where they are', async () => {
  const { list, newsroom, ids, page, stet } = await library()
  await list.scrollTo(92 * 130)
  await expect.poll(async () => (await list.visibleHeadlines())[2]).toMatch(/^Story \d+$/)
  const before = await list.stillHeadlines()
  const third = before[2] ?? ''
  const top = await list.topOf(third)
  await list.row(third).getByRole('button').first().focus()

  await newsroom.act('story.setField', { story: ids[3] ?? '', field: 'slug', value: 'moved-up' })
  await newsroom.act('story.create', {})
  await expect.poll(() => list.total()).toBe(COUNT + 1)
  expect(await list.topOf(third)).toBe(top)
  expect(await list.visibleHeadlines()).toEqual(before)
  await expect(list.focused).toContainText(third)

  // The focused story itself changes: it goes to the top with the keyboard, and nothing on the screen jumps.
  const n = Number(third.slice(6))
  await newsroom.act('story.setField', { story: ids[n] ?? '', field: 'slug', value: 'focused' })
  await expect.poll(() => list.visibleHeadlines()).not.toContain(third)
  await expect(list.focused).toContainText(third)
  expect(await list.topOf(before[3] ?? '')).toBe(top + 92)
  await stet.press('ArrowDown')
  await expect(list.focused).toContainText('Untitled')
  await expect.poll(() => page.evaluate(() => document.querySelector('.library-list')?.scrollTop)).toBeLessThan(92 * 2)
})

test('the list is sorted by headline, by slug and by age', async () => {
  const { list, newsroom, ids } = await library()
  await newsroom.act('story.setField', { story: ids[77] ?? '', field: 'slug', value: 'zeppelin' })
  await list.sort.selectOption('Headline')
  await expect.poll(() => list.visibleHeadlines()).toEqual(expect.arrayContaining([named(0), named(1), named(2)]))
  await list.sort.selectOption('Newest')
  await expect.poll(() => list.visibleHeadlines()).toEqual(expect.arrayContaining([named(259), named(258)]))
  await list.sort.selectOption('Slug')
  // The rows in their new order come later.
  await expect(async () => {
    await list.scrollTo(1_000_000)
    await expect(list.row(named(77))).toHaveAttribute('aria-posinset', /^26\d$/, { timeout: 1000 })
  }).toPass()
  await list.sort.selectOption('Latest change')
})
