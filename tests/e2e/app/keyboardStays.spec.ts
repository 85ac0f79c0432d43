/** After each action the keyboard has a place: never a button, row or panel that is gone. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, oneWindow, test, type Launched } from '../fixtures'
import { Seat } from '../pages/seat'
import { factRow } from '../pages/factsPanel'
import { openStory } from '../openStory'
import { ReviewRoom } from '../pages/reviewRoom'
import { sizeTo } from '../pages/windowSize'

const theWindow = oneWindow({ user: 'Reporter' })
let stories = 0

/** Another story of a mayor, open in the shared window, which then is `width` pixels wide. */
async function storyInWindow(width: number): Promise<Launched> {
  const window = await theWindow()
  const headline = `Ferry talks resume, day ${++stories}`
  // A narrow window shows no library.
  await sizeTo(window, { width: 1440, height: 900 })
  await openStory(window, headline, { name: 'ferry.txt', text: `${headline}\nAfter a week\nThe mayor spoke.\n` })
  await sizeTo(window, { width, height: 700 })
  return window
}

test('when the focused element goes away, the keyboard goes to its neighbour: in comments, facts and tabs', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'ferry.txt')
  await writeFile(file, 'Ferry talks resume\nAfter a week\nThe mayor spoke for 90 minutes with 12 captains.\n')
  for (const [name, role] of [
    ['Reporter', 'reporter'],
    ['Editor', 'editor'],
  ] as const)
    await newsroom.json(['roster', 'add', name, '--role', role])
  await newsroom.json(['source', 'add', '--name', 'Harbour log', '--kind', 'document'])
  await newsroom.json(['import', file])
  const { page, stet } = await newsroom.launch({ user: 'Editor' })
  const seat = new Seat(stet, 'Editor')
  await expect(stet.part('headline')).toHaveText('Ferry talks resume')

  // Comments: a reply is sent, another is given up, a thread is resolved, then the last one.
  const comments = page.getByRole('region', { name: 'Comments' })
  for (const words of ['The mayor', '12 captains']) {
    await stet.select(words)
    await seat.press('Control+Alt+m')
    await expect(page.getByRole('form', { name: 'New comment' }).getByLabel('Comment', { exact: true })).toBeFocused()
    await page.keyboard.insertText(`On ${words}`)
    await seat.press('Enter')
    await expect(comments.getByRole('listitem').filter({ hasText: `On ${words}` })).toBeVisible()
  }
  const mayor = comments.getByRole('listitem').filter({ hasText: 'On The mayor' })
  const captains = comments.getByRole('listitem').filter({ hasText: 'On 12 captains' })
  const reply = mayor.getByRole('button', { name: 'Reply' }).first()
  await reply.press('Enter')
  await expect(mayor.getByRole('textbox', { name: 'Reply' })).toBeFocused()
  await page.keyboard.insertText('Of the old town')
  await seat.press('Enter')
  await expect(mayor).toContainText('Of the old town')
  await expect(reply).toBeFocused()
  await seat.press('Enter')
  await seat.press('Escape')
  await expect(mayor.getByRole('textbox')).toHaveCount(0)
  await expect(reply).toBeFocused()
  await mayor.getByRole('button', { name: 'Resolve' }).press('Enter')
  await expect(captains.getByRole('button', { name: '12 captains' })).toBeFocused()
  await captains.getByRole('button', { name: 'Resolve' }).press('Enter')
  await expect(page.getByRole('tab', { name: 'Comments' })).toBeFocused()

  // A fact: backup that is taken away, a sign-off that is withdrawn.
  await seat.tag('90 minutes', 'f')
  const fact = await seat.take('90 minutes')
  await seat.attach({ source: 'Harbour log', locator: 'p. 3' })
  await factRow(fact).removeEvidence('Harbour log, p. 3')
  await expect(factRow(fact).backup).toHaveCount(0)
  await expect(factRow(fact).head).toBeFocused()
  // Its undo button is in its place.
  await fact.getByRole('button', { name: 'Undo remove: Harbour log, p. 3' }).press('Enter')
  await expect(factRow(fact).backup).toContainText('Harbour log, p. 3')
  await expect(factRow(fact).head).toBeFocused()
  await expect(fact.getByRole('button', { name: 'Undo remove' })).toHaveCount(0)
  await factRow(fact).removeEvidence('Harbour log, p. 3')
  await expect(factRow(fact).backup).toHaveCount(0)
  await seat.verdict('90 minutes', 'a', 'On author')
  await stet.reviewWithList()
  await expect(factRow(fact).head).toBeFocused()
  await seat.press('j')
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('No other fact is open. This one still is.')
  await seat.press('Control+r')
  await expect(stet.library).toBeVisible()
  await fact.getByRole('button', { name: 'More for this fact' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Take back verdict…' }).press('Enter')
  const why = page.getByLabel('Why you take the verdict back (kept in the history)')
  await why.fill('A slip of the key')
  await why.press('Enter')
  await expect(factRow(fact).status).toHaveText('To check')
  await expect(factRow(fact).head).toBeFocused()

  // A key leaves a tab while the keyboard is in one of its fields.
  await seat.press('Control+6')
  await page.getByRole('region', { name: 'Fields' }).getByLabel('Slug', { exact: true }).focus()
  await seat.press('Control+2')
  await expect(page.getByRole('tab', { name: 'Checks' })).toBeFocused()
  await seat.press('Control+5')
  await expect(page.getByRole('tab', { name: 'History' })).toBeFocused()

  // So does the key that folds the panels: what was typed is kept.
  await seat.press('Control+6')
  const slug = page.getByRole('region', { name: 'Fields' }).getByLabel('Slug', { exact: true })
  await seat.fill(slug, 'ferry-talks')
  await seat.press('Control+.')
  await expect(slug).toHaveCount(0)
  await seat.press('Control+.')
  await expect(slug).toHaveValue('ferry-talks')
})

test('Replace all leaves the keyboard in Find, and Escape closes it; a verdict that a person may not give is refused before its question', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'ferry.txt')
  await writeFile(file, 'Ferry talks resume\nAfter a week\nThe mayor spoke for 90 minutes.\n')
  for (const [name, role] of [
    ['Reporter', 'reporter'],
    ['Editor', 'editor'],
  ] as const)
    await newsroom.json(['roster', 'add', name, '--role', role])
  const { page, stet } = await newsroom.launch({ user: 'Reporter', args: [file] })
  const seat = new Seat(stet, 'Reporter')
  await expect(stet.part('headline')).toHaveText('Ferry talks resume')
  await seat.press('Control+f')
  const find = page.getByRole('search')
  await seat.fill(find.getByLabel('Find', { exact: true }), 'mayor')
  await seat.fill(find.getByLabel('Replace with'), 'governor')
  await find.getByRole('button', { name: 'Replace all' }).press('Enter')
  await expect(stet.part('body')).toHaveText('The governor spoke for 90 minutes.')
  await expect(find.getByLabel('Find', { exact: true })).toBeFocused()
  // The count says what happened, and undo is about the words, not about what was typed in the bar.
  await expect(find).toContainText('1 replaced.')
  await seat.press('Control+z')
  await expect(stet.part('body')).toHaveText('The mayor spoke for 90 minutes.')
  await expect(find.getByLabel('Replace with')).toHaveValue('governor')
  await find.getByRole('button', { name: 'Replace all' }).press('Enter')
  await expect(stet.part('body')).toHaveText('The governor spoke for 90 minutes.')
  await expect(find.getByLabel('Find', { exact: true })).toBeFocused()
  await seat.press('Escape')
  await expect(find).toHaveCount(0)
  await expect(stet.story).toBeFocused()

  await seat.tag('90 minutes', 'f')
  const fact = await seat.take('90 minutes')
  await stet.reviewWithList()
  await expect(factRow(fact).head).toBeFocused()
  const notices = page.getByRole('region', { name: 'Notices' })
  for (const [key, why] of [
    ['v', 'Someone else must verify this.'],
    ['s', 'An editor must let this stand.'],
    ['a', 'Someone else must accept the author’s word.'],
  ] as const) {
    await seat.press(key)
    await expect(notices.getByRole('alert')).toHaveText(`You are the author or have a byline. ${why}`)
    await expect(seat.dialog()).toHaveCount(0)
    await expect(new ReviewRoom(page).question).toHaveCount(0)
    await expect(factRow(fact).head).toBeFocused()
  }
  // The author may still say that it is wrong.
  await seat.press('w')
  await expect(page.getByLabel('What is wrong')).toBeFocused()
})

test('in a narrow window Escape closes a drawer that a key opened beside the words', async () => {
  const { page, stet } = await storyInWindow(900)
  await stet.caretAtEnd()
  await stet.press('Control+4')
  const sources = page.getByRole('region', { name: 'Sources' })
  await expect(sources).toBeVisible()
  await expect(stet.story).toBeFocused()
  await stet.press('Escape')
  await expect(sources).toBeHidden()
  await expect(stet.story).toBeFocused()
  await page.keyboard.type(' Twice.')
  await expect(stet.part('body')).toHaveText('The mayor spoke. Twice.')
})

test('in a narrow window typing in the copy closes a drawer over it', async () => {
  const { page, stet } = await storyInWindow(880)
  await stet.caretAtEnd()
  await stet.press('Control+4')
  const sources = page.getByRole('region', { name: 'Sources' })
  await expect(sources).toBeVisible()
  // A caret that only moves, and a field of the drawer, leave it open.
  await stet.press('Home')
  await expect(stet.story).toBeFocused()
  await stet.press('Control+6')
  const slug = page.getByRole('textbox', { name: 'Slug' })
  await slug.fill('ferry')
  await expect(slug).toBeVisible()
  await stet.story.focus()
  await page.keyboard.type('Now ')
  await expect(slug).toHaveCount(0)
  await expect(stet.part('body')).toHaveText('Now The mayor spoke.')
  await expect(stet.story).toBeFocused()
})

test('the key of review leaves it with the keyboard at the story, where no letter is written into the words', async () => {
  const { page, stet } = await storyInWindow(1440)
  await stet.newStory()
  await stet.type('headline', 'Ferry talks end after 90 minutes')
  await stet.select('90 minutes')
  await stet.tagAs('f')
  await stet.press('Control+r')
  await expect(page.getByRole('group', { name: 'Evidence for the selected fact' })).toBeFocused()
  await stet.press('Control+r')
  await expect(page.getByRole('group', { name: 'The story. Enter goes to the words.' })).toBeFocused()
  await stet.press('v')
  await stet.press('Enter')
  await expect(stet.story).toBeFocused()
  await expect(stet.part('headline')).toHaveText('Ferry talks end after 90 minutes')
})

test('in a narrow window the key of the search leaves review and opens the library', async () => {
  const { page, stet } = await storyInWindow(880)
  await stet.press('Control+r')
  await expect(page.getByRole('region', { name: 'Evidence', exact: true })).toBeVisible()
  await stet.press('Control+Shift+f')
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused()
  await page.keyboard.type('mayor')
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('mayor')
})
