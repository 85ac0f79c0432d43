/** All by mouse: tags from Checks, the speaker, each action of review, tabs that do not fit. */
import { expect, oneWindow, test } from '../fixtures'
import { openStory } from '../openStory'
import { ChecksPanel } from '../pages/checksPanel'
import { factRow } from '../pages/factsPanel'
import { ReviewRoom } from '../pages/reviewRoom'
import { slugLine } from '../pages/stetWindow'

interface Shown {
  readonly facts: readonly {
    readonly type: string
    readonly text: string
    readonly statement?: string
    readonly attributedTo?: string
  }[]
}

const theWindow = oneWindow({ user: 'Reporter' })

const storyOf = (headline: string): string =>
  `${headline}\nAfter a quiet week\nThe mayor called it “a new page” after 90 minutes with 12 captains.\n`

test('the mouse alone tags what Checks finds, notes the speaker, and walks and groups facts in review', async () => {
  const window = await theWindow()
  const { newsroom, page, stet } = window
  const headline = 'Ferry talks resume'
  const id = await openStory(window, headline, { name: 'ferry.txt', text: storyOf(headline) })

  await page.getByRole('tab', { name: 'Checks' }).click()
  // The author is offered tagging, and not what only others may do.
  await expect(stet.checks.getByRole('button', { name: 'Tag as quote' })).toBeVisible()
  await expect(stet.checks.getByRole('button', { name: /^(?:Override|Nothing to check)/ })).toHaveCount(0)
  await expect(stet.checks).toContainText('You are the author or have a byline. Someone else must override this.')
  await stet.checks.getByRole('button', { name: 'Tag as quote' }).click()
  const figures = new ChecksPanel(page).finding('untaggedFigure')
  for (const left of [1, 0]) {
    await stet.checks.getByRole('button', { name: 'Tag as figure' }).click()
    await expect(figures).toHaveCount(left)
  }
  await stet.settled()

  const facts = page.getByRole('tab', { name: 'Facts', exact: true })
  await expect(facts).toHaveAccessibleDescription('3')
  await facts.click()
  await stet.fact('a new page').getByRole('button').first().click()
  await stet.facts.getByRole('button', { name: 'More for this fact' }).click()
  await page.getByRole('menuitem', { name: 'Speaker…' }).click()
  await stet.facts.getByLabel('Speaker').fill('the mayor')
  await stet.facts.getByRole('button', { name: 'Note', exact: true }).click()
  await expect(stet.fact('a new page')).toContainText('the mayor')
  // The keyboard comes back to the row, and would close a menu that is open by then.
  await expect(factRow(stet.fact('a new page')).head).toBeFocused()
  // Escape closes such a form while writing, and nothing else.
  await stet.facts.getByRole('button', { name: 'More for this fact' }).click()
  await page.getByRole('menuitem', { name: 'Speaker…' }).click()
  await stet.facts.getByLabel('Speaker').press('Escape')
  await expect(stet.facts.getByLabel('Speaker')).toHaveCount(0)
  expect((await newsroom.json<Shown>(['show', id])).facts.map(({ type, text }) => [type, text])).toEqual([
    ['quote', '“a new page”'],
    ['figure', '90 minutes'],
    ['figure', '12 captains'],
  ])

  await page.getByRole('tab', { name: 'Review' }).click()
  const review = new ReviewRoom(page)
  await expect(stet.facts).toHaveCount(0)
  await page.getByRole('tab', { name: 'Facts' }).click()
  const current = stet.factsPanel.current
  await expect(current).toContainText('a new page')
  await review.give('Next')
  await expect(current).toContainText('90 minutes')
  // A second click on the current fact keeps it current.
  await current.click()
  await expect(current).toContainText('90 minutes')
  await review.give('Previous')
  await expect(current).toContainText('a new page')
  await review.give('By source')
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Facts are grouped by source.')
  await review.give('Changes since my verdict')
  await expect(page.getByRole('region', { name: 'Evidence' })).toContainText(
    'You have not signed any fact in this story.',
  )
  await review.give('Go to the words')
  await expect(stet.story).toBeFocused()
  await page.getByRole('tab', { name: 'Write' }).click()

  await slugLine(page).getByText('no slug').click()
  await expect(page.getByLabel('Slug', { exact: true })).toBeFocused()
})

test('every tab of the rail is in sight in a small window; a second press keeps its panel, and a button folds it', async () => {
  const window = await theWindow()
  const { app, page, stet } = window
  const headline = 'Ferry sails again'
  await openStory(window, headline, { name: 'ferry.txt', text: storyOf(headline) })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1200, 620))
  await stet.press('Control+Shift+e')
  await stet.select('quiet week')
  await page.keyboard.insertText('long week')
  for (const name of ['Facts', 'Checks', 'Comments', 'Sources', 'History', 'Fields'])
    await expect(page.getByRole('tab', { name })).toBeInViewport({ ratio: 1 })
  const fields = page.getByRole('tab', { name: 'Fields' })
  const slug = page.getByLabel('Slug', { exact: true })
  await fields.click()
  await expect(slug).toBeVisible()
  await fields.click()
  await expect(slug).toBeVisible()
  await expect(fields).toBeFocused()
  const fold = page.getByRole('button', { name: 'Side panel' })
  await expect(fold).toBeInViewport({ ratio: 1 })
  for (const unfold of [fold, fields]) {
    await fold.click()
    await expect(slug).toHaveCount(0)
    await expect(fold).toHaveAttribute('aria-expanded', 'false')
    await unfold.click()
    await expect(slug).toBeVisible()
    await expect(fold).toHaveAttribute('aria-expanded', 'true')
  }
  await stet.story.focus()
  await stet.press('Control+Shift+e')
  await expect(page.getByRole('button', { name: 'Editing', exact: true })).toBeVisible()
})

test('in a narrow window a second press keeps the drawer, and the button or Escape closes it', async () => {
  const { app, page, stet } = await theWindow()
  await stet.newStory()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 700))
  const facts = page.getByRole('tab', { name: 'Facts' })
  const fold = page.getByRole('button', { name: 'Side panel' })
  await expect(stet.facts).toHaveCount(0)
  for (const close of [() => fold.click(), () => page.keyboard.press('Escape')]) {
    await facts.click()
    await expect(stet.facts).toBeVisible()
    await facts.click()
    await expect(stet.facts).toBeVisible()
    await close()
    await expect(stet.facts).toHaveCount(0)
    await expect(fold).toHaveAttribute('aria-expanded', 'false')
  }
})
