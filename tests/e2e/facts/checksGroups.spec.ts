/** The list of issues: groups, the walk by key, and one act for all of a kind, each with its way back. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { expect, test } from '../fixtures'
import { ChecksPanel } from '../pages/checksPanel'

const STORY = `Port fight goes on
One channel, three bids

“We were told the mud would be soft,” said Cho Min-ah.

“It was gravel,” she said. “We voted on slides,” said Oh Dae-sung, who saw 12 barges.
`

interface Shown {
  readonly facts: readonly { readonly type: string; readonly text: string }[]
}

test('an editor tags all quotations, reviews just them, and says which names need no check', async ({ newsroom }) => {
  for (const [name, role] of [
    ['Reporter', 'reporter'],
    ['Editor', 'editor'],
  ] as const)
    await newsroom.json(['roster', 'add', name, '--role', role])
  const file = join(newsroom.scratch, 'port.txt')
  await writeFile(file, STORY)
  const {
    stories: [{ id }],
  } = await newsroom.json<{ stories: readonly [{ id: string }] }>(['import', file], 'Reporter')
  const { page, stet } = await newsroom.launch({ user: 'Editor' })
  const panel = new ChecksPanel(page)
  const notices = page.getByRole('region', { name: 'Notices' })
  const marked = stet.story.locator('.finding-words')
  const selected = stet.story.locator('.finding-words-selected')
  const facts = async (): Promise<number> => (await newsroom.json<Shown>(['show', id])).facts.length

  await stet.press('Control+2')
  await expect(panel.group('Quotations without a tag', 3)).toHaveAttribute('aria-expanded', 'true')
  await expect(panel.group('Names', 2)).toHaveAttribute('aria-expanded', 'false')
  await expect(marked).toHaveCount(3)
  for (const words of ['“We were told the mud would be soft,”', '“It was gravel,”']) {
    await stet.press('F9')
    await expect(selected).toHaveText(words)
  }
  await expect(panel.region).toContainText('2 of 3')
  expect(await graveFindings(page, 'issues')).toEqual([])

  // One act, taken back by the notice; and again, taken back by one Ctrl+Z.
  const tagAll = panel.region.getByRole('button', { name: 'Tag all 3 quotations' })
  await tagAll.click()
  await expect(notices).toContainText('Tagged 3 facts to check.')
  await expect(panel.group('Facts to check', 3)).toBeVisible()
  await notices.getByRole('button', { name: 'Undo' }).click()
  await expect(panel.group('Quotations without a tag', 3)).toBeVisible()
  await tagAll.click()
  await expect(panel.group('Facts to check', 3)).toBeVisible()
  await stet.story.focus()
  await stet.press('Control+z')
  await expect(panel.group('Quotations without a tag', 3)).toBeVisible()
  await stet.settled()
  expect(await facts()).toBe(0)
  await tagAll.click()
  await stet.settled()
  await expect.poll(facts).toBe(3)

  // Review walks just these facts, and says when it has walked them all.
  await panel.group('Facts to check', 3).press('Enter')
  await panel.region.getByRole('button', { name: 'Review these 3 facts' }).click()
  await expect(page.getByRole('button', { name: 'Only Facts to check (3). Show all' })).toBeVisible()
  await stet.openList()
  await expect(stet.factsPanel.current).toContainText('We were told')
  await stet.press('j')
  await expect(stet.factsPanel.current).toContainText('It was gravel')
  await stet.press('Control+r')

  // Names: a box each, none ticked; the mark is taken back by the notice.
  await stet.press('Control+2')
  await panel.group('Names', 2).press('Enter')
  await panel.region.getByRole('button', { name: 'Nothing to check…' }).last().click()
  const dialog = page.getByRole('dialog', { name: 'Names that need no check' })
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await dialog.getByRole('checkbox', { name: /^Oh Dae-sung/ }).press('Space')
  expect(await graveFindings(page, 'names that need no check')).toEqual([])
  await dialog.getByRole('button', { name: 'Nothing to check for 1' }).click()
  await expect(notices).toContainText('1 is marked “nothing to check”.')
  await expect(panel.group('Names', 1)).toBeVisible()
  await notices.getByRole('button', { name: 'Undo' }).click()
  await expect(panel.group('Names', 2)).toBeVisible()

  await stet.newStory()
  await stet.press('Control+2')
  await expect(panel.region).toContainText('Nothing written yet')
  await expect(page.getByRole('tab', { name: 'Checks', exact: true })).toBeVisible()
})
