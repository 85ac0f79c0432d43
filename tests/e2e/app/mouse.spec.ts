/** All by mouse: tags from Checks, the speaker, each action of review, tabs that do not fit. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
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

const STORY =
  'Ferry talks resume\nAfter a quiet week\nThe mayor called it “a new page” after 90 minutes with 12 captains.\n'

test('the mouse alone tags what Checks finds, notes the speaker, and walks and groups facts in review', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'ferry.txt')
  await writeFile(file, STORY)
  const {
    stories: [{ id }],
  } = await newsroom.json<{ stories: readonly [{ id: string }] }>(['import', file])
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })

  await page.getByRole('tab', { name: /^Checks/ }).click()
  // The author is offered tagging, and not what only others may do.
  await expect(stet.checks.getByRole('button', { name: 'Tag as quote' })).toBeVisible()
  await expect(stet.checks.getByRole('button', { name: /^(?:Override|Nothing to check)/ })).toHaveCount(0)
  await expect(stet.checks).toContainText('Reporter is the author or has a byline. Someone else must override this.')
  await stet.checks.getByRole('button', { name: 'Tag as quote' }).click()
  const figures = stet.checks.getByRole('button', { name: 'Tag as figure' })
  await figures.first().click()
  await expect(figures).toHaveCount(1)
  await figures.click()
  await expect(figures).toHaveCount(0)
  await stet.settled()

  await page.getByRole('tab', { name: /^Facts/ }).click()
  await stet.fact('a new page').getByRole('button').first().click()
  await stet.facts.getByRole('button', { name: 'Speaker…' }).click()
  await stet.facts.getByLabel('Speaker').fill('the mayor')
  await stet.facts.getByRole('button', { name: 'Note', exact: true }).click()
  await expect(stet.fact('a new page')).toContainText('the mayor')
  // Escape closes such a form while writing, and nothing else.
  await stet.facts.getByRole('button', { name: 'Speaker…' }).click()
  await stet.facts.getByLabel('Speaker').press('Escape')
  await expect(stet.facts.getByLabel('Speaker')).toHaveCount(0)
  expect((await newsroom.json<Shown>(['show', id])).facts.map(({ type, text }) => [type, text])).toEqual([
    ['quote', '“a new page”'],
    ['figure', '90 minutes'],
    ['figure', '12 captains'],
  ])

  await page.getByRole('button', { name: 'Review' }).first().click()
  const more = page.getByRole('group', { name: 'More review actions' })
  const current = stet.factsPanel.current
  await expect(current).toContainText('a new page')
  await expect(more).toHaveCount(0)
  await new ReviewRoom(page).more.click()
  await more.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(current).toContainText('90 minutes')
  // A second click on the current fact keeps it current.
  await current.click()
  await expect(current).toContainText('90 minutes')
  await more.getByRole('button', { name: 'Previous' }).click()
  await expect(current).toContainText('a new page')
  await more.getByRole('button', { name: 'By source' }).click()
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Facts are grouped by source.')
  await more.getByRole('button', { name: 'Changes since my verdict' }).click()
  await expect(page.getByRole('region', { name: 'Evidence' })).toContainText(
    'You have not signed any fact in this story.',
  )
  await more.getByRole('button', { name: 'Go to the words' }).click()
  await expect(stet.story).toBeFocused()
  await page.getByRole('button', { name: 'Back to writing' }).click()

  await slugLine(page).getByText('no slug').click()
  await expect(page.getByLabel('Slug', { exact: true })).toBeFocused()
})

test('tabs that do not fit are in a menu at the end of the row', async ({ newsroom }) => {
  const file = join(newsroom.scratch, 'ferry.txt')
  await writeFile(file, STORY)
  await newsroom.json(['import', file])
  const { app, page, stet } = await newsroom.launch({ user: 'Reporter' })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1200, 700))
  await expect(page.getByRole('button', { name: 'All panels' })).toHaveCount(0)
  await stet.press('Control+Shift+e')
  await stet.select('quiet week')
  await page.keyboard.insertText('long week')
  await page.getByRole('button', { name: 'All panels' }).click()
  await page.getByRole('menuitem', { name: /^Fields/ }).click()
  await expect(page.getByRole('tab', { name: 'Fields' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByLabel('Slug', { exact: true })).toBeVisible()
})
