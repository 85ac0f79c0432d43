/** Words typed into a form of a panel outlive a look elsewhere, and belong to their story and to who typed them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { LibraryPane } from './pages/libraryPane'

test('a half-written comment, reply, query and reason are there again after a look at another tab, fact or story, and gone when cancelled', async ({ newsroom }) => {
  for (const [name, text] of [['ferry', 'Ferry talks resume\nAfter a week\nThe mayor spoke for 90 minutes with 12 captains.\n'], ['kelp', 'Kelp farms spread\nGrowers\nThey sold 4 tons.\n']] as const) {
    const file = join(newsroom.scratch, `${name}.txt`)
    await writeFile(file, text)
    await newsroom.json(['import', file])
  }
  for (const [name, role] of [['Reporter', 'reporter'], ['Editor', 'editor']] as const) await newsroom.json(['roster', 'add', name, '--role', role])
  const { page, stet } = await newsroom.launch({ user: 'Editor' })
  const library = new LibraryPane(page)
  await library.open('Ferry talks resume')
  const tab = (name: RegExp) => page.getByRole('tab', { name })

  // A comment, with what goes with it.
  const comments = page.getByRole('region', { name: 'Comments' })
  const form = comments.getByRole('form', { name: 'New comment' })
  await stet.select('The mayor')
  await page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: 'Comment' }).click()
  await form.getByLabel('Comment', { exact: true }).fill('Which mayor?')
  await form.getByLabel('Must be fixed').check()
  await tab(/^Facts/).click()
  await tab(/^Comments/).click()
  await expect(form.getByLabel('Comment', { exact: true })).toHaveValue('Which mayor?')
  await expect(form.getByLabel('Must be fixed')).toBeChecked()
  // It is on words of this story: the other one has no such form.
  await library.open('Kelp farms spread')
  await expect(form).toHaveCount(0)
  await library.open('Ferry talks resume')
  await expect(form.getByLabel('Comment', { exact: true })).toHaveValue('Which mayor?')
  await form.getByRole('button', { name: 'Add comment' }).click()
  const thread = comments.getByRole('listitem').filter({ hasText: 'Which mayor?' })
  await expect(thread).toContainText('Must be fixed before clearing')

  await thread.getByRole('button', { name: 'Reply' }).click()
  await thread.getByRole('textbox', { name: 'Reply' }).fill('Of the old')
  await tab(/^History/).click()
  await tab(/^Comments/).click()
  await expect(thread.getByRole('textbox', { name: 'Reply' })).toHaveValue('Of the old')

  // A query on one fact while another is looked at.
  await tab(/^Checks/).click()
  for (const left of [1, 0]) {
    await stet.checks.getByRole('button', { name: 'Tag as figure' }).first().click()
    await expect(stet.checks.getByRole('button', { name: 'Tag as figure' })).toHaveCount(left)
  }
  await page.getByRole('button', { name: 'Review' }).first().click()
  await stet.fact('90 minutes').getByRole('button').first().click()
  await page.getByRole('group', { name: 'Verdict' }).getByRole('button', { name: 'Query' }).click()
  await stet.facts.getByLabel('Question to the author').fill('By whose watch?')
  await stet.fact('12 captains').getByRole('button').first().click()
  await expect(stet.facts.getByLabel('Question to the author')).toHaveCount(0)
  await stet.fact('90 minutes').getByRole('button').first().click()
  await expect(stet.facts.getByLabel('Question to the author')).toHaveValue('By whose watch?')
  await stet.facts.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('group', { name: 'Verdict' }).getByRole('button', { name: 'Query' }).click()
  await expect(stet.facts.getByLabel('Question to the author')).toHaveValue('')
  await page.getByRole('button', { name: 'Leave' }).click()

  // A reason to override, while the history is looked at.
  await tab(/^Checks/).click()
  await stet.checks.getByRole('button', { name: 'Override…' }).first().click()
  await stet.checks.getByLabel('Why it may stand').fill('The desk knows')
  await tab(/^History/).click()
  await tab(/^Checks/).click()
  await expect(stet.checks.getByLabel('Why it may stand')).toHaveValue('The desk knows')
  await stet.checks.getByRole('button', { name: 'Cancel' }).click()
  await tab(/^History/).click()
  await tab(/^Checks/).click()
  await expect(stet.checks.getByLabel('Why it may stand')).toHaveCount(0)

  // Why a story goes back, while one of the findings beside it is looked at.
  await page.getByRole('button', { name: 'File to desk' }).click()
  const back = page.getByRole('button', { name: 'Send back', exact: true })
  const move = page.getByRole('dialog', { name: /^Filed/ })
  await back.click()
  await move.getByLabel('Why').fill('The watch is not named')
  await move.getByRole('list', { name: 'What the gate found' }).getByRole('button').first().click()
  await expect(move).toHaveCount(0)
  await back.click()
  await expect(move.getByLabel('Why')).toHaveValue('The watch is not named')
  await move.getByRole('button', { name: 'Cancel' }).click()
  await back.click()
  await expect(move.getByLabel('Why')).toHaveValue('')
})
