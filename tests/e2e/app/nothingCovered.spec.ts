/** In small windows nothing lies over what a person reads or is asked, and nothing is cut off. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, oneWindow, test } from '../fixtures'
import { openStory } from '../openStory'
import { ReviewRoom } from '../pages/reviewRoom'
import { sizeTo } from '../pages/windowSize'

const theWindow = oneWindow({ user: 'Reporter' })

test('the button “Tag again” is shown whole, also where it cannot be pressed and says why', async () => {
  const window = await theWindow()
  const { newsroom, page, stet } = window
  const text = '# Ferry waits\n\nIt carried 300 people on Monday.\n'
  const id = await openStory(window, 'Ferry waits', { name: 'ferry.md', text })
  await newsroom.act('fact.tag', { story: id, text: '300 people', type: 'figure' })
  await expect(stet.fact('300 people')).toBeVisible()
  await newsroom.json(['edit', id, '--replace', ' 300 people', '--with', ''])
  const cut = stet.fact('300 people').filter({ hasText: 'Cut' })
  await cut.getByRole('button').first().click()
  const again = page.getByRole('button', { name: 'Tag again' })
  await expect(again).toBeDisabled()
  expect(await again.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
})

test('the tour gives way to what a verdict asks for, and comes back; evidence ends above it', async () => {
  const window = await theWindow()
  const { newsroom, page, stet } = window
  const text = '# Ferry sails\n\nIt carried 300 people.\n'
  const story = await openStory(window, 'Ferry sails', { name: 'ferry.md', text })
  await newsroom.act('fact.tag', { story, text: '300 people', type: 'figure' })
  await expect(stet.fact('300 people')).toBeVisible()
  await stet.command('Tour of Stet')
  const tour = page.getByRole('region', { name: 'Tour' })
  await expect(tour).toBeVisible()
  await sizeTo(window, { width: 900, height: 700 })
  await stet.story.focus()
  await stet.press('Control+r')
  await expect(new ReviewRoom(page).region).toBeVisible()
  await expect(tour).toBeVisible()
  const evidence = page.getByRole('group', { name: 'Evidence for the selected fact' })
  const room = await evidence.evaluate((element) => {
    const { bottom } = element.getBoundingClientRect()
    return bottom - parseFloat(getComputedStyle(element).paddingBlockEnd)
  })
  expect(room).toBeLessThan((await tour.boundingBox())?.y ?? 0)
  await stet.press('w')
  await expect(page.getByLabel('What is wrong')).toBeFocused()
  await expect(tour).toBeHidden()
  await stet.press('Escape')
  await expect(tour).toBeVisible()
  await tour.getByRole('button', { name: 'Leave the tour' }).click()
  await stet.press('Control+r')
  await expect(new ReviewRoom(page).region).toBeHidden()
})

test('at 200 % the tour covers little over a third of the height, and no drawer of a panel', async () => {
  const { app, page, stet } = await theWindow()
  await stet.newStory()
  await stet.command('Tour of Stet')
  const tour = page.getByRole('region', { name: 'Tour' })
  await expect(tour).toBeVisible()
  await sizeTo({ app, page }, { width: 1440, height: 872, zoom: 2 })
  for (const step of [1, 2, 3, 4, 5]) {
    await expect(tour).toContainText(`${step} of 5`)
    const { height = 0 } = (await tour.boundingBox()) ?? {}
    expect(height).toBeLessThan(160)
    if (step < 5) await tour.getByRole('button', { name: 'Next' }).click()
  }
  await stet.press('Control+1')
  const drawer = await page.getByRole('region', { name: 'Facts' }).boundingBox()
  const { x = 0, width = 0 } = (await tour.boundingBox()) ?? {}
  expect(x + width).toBeLessThan(drawer?.x ?? 0)
})

test('at 200 % a button of the head of review lies over no words', async ({ newsroom }) => {
  const path = join(newsroom.scratch, 'ferry.md')
  await writeFile(path, '# Ferry sails\n\nThe ferry carried 300 people on Monday.\n')
  const {
    stories: [story],
  } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', path])
  const id = story?.id ?? ''
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  const { id: fact } = await newsroom.json<{ id: string }>(['tag', id, '--text', '300 people', '--type', 'figure'])
  await newsroom.json(['fact', id, fact, '--status', 'wrong', '--reason', 'It was 200'], 'Editor')
  await newsroom.json(['edit', id, '--replace', 'on Monday', '--with', 'on Tuesday'])
  const { app, page, stet } = await newsroom.launch({ user: 'Editor', env: { STET_LANGUAGE: 'ko' } })
  await expect(page.locator('[data-part="headline"]')).toHaveText('Ferry sails')
  await sizeTo({ app, page }, { width: 1280, height: 800, zoom: 2 })
  await stet.press('Control+r')
  const review = new ReviewRoom(page)
  await expect(review.words).toHaveText('300 people')
  const bottomOfButton = await review.head
    .getByRole('button')
    .last()
    .evaluate((button) => button.getBoundingClientRect().bottom)
  expect(await review.words.evaluate((words) => words.getBoundingClientRect().top)).toBeGreaterThanOrEqual(
    bottomOfButton,
  )
})

test('the badge “999+” keeps clear of the edge of the window', async () => {
  const window = await theWindow()
  const { page } = window
  // The test before left the window too narrow for the library.
  await sizeTo(window, { width: 1280, height: 700 })
  const text = `# Ships wait\n\n${'TK '.repeat(1100)}\n`
  await openStory(window, 'Ships wait', { name: 'ships.md', text })
  const badge = page.getByText('999+', { exact: true })
  for (const width of [1280, 900]) {
    await sizeTo(window, { width, height: 700 })
    await expect(badge).toBeVisible()
    const room = async () => {
      const { right } = await badge.evaluate((element) => element.getBoundingClientRect())
      return (await page.evaluate(() => innerWidth)) - right
    }
    await expect.poll(room).toBeGreaterThan(3)
  }
})
