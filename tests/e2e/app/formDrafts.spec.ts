/** Drafts in forms survive a change of panel. They belong to their story and their writer. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { anotherWindow } from '../anotherWindow'
import { expect, leaveAnyway, oneWindow, painted, test } from '../fixtures'
import { openStory } from '../openStory'
import { ChecksPanel } from '../pages/checksPanel'
import { LibraryPane } from '../pages/libraryPane'
import { ReviewRoom } from '../pages/reviewRoom'
import { Seat } from '../pages/seat'
import { oldPage } from '../pages/stetWindow'

const theWindow = oneWindow({ user: 'Editor' }, async (newsroom) => {
  for (const [name, role] of [
    ['Reporter', 'reporter'],
    ['Editor', 'editor'],
  ] as const)
    await newsroom.json(['roster', 'add', name, '--role', role])
  await newsroom.json(['source', 'add', '--name', 'Harbour log', '--kind', 'document'])
})

test('a half-written comment, reply, query and reason survive a change of tab, fact or story; Cancel discards them', async () => {
  const window = await theWindow()
  const { page, stet } = window
  const library = new LibraryPane(page)
  for (const [headline, text] of [
    ['Kelp farms spread', 'Growers\nThey sold 4 tons.\n'],
    ['Ferry talks resume', 'After a week\nThe mayor spoke for 90 minutes with 12 captains.\n'],
  ] as const)
    await openStory(window, headline, { name: 'story.txt', text: `${headline}\n${text}` })
  const tab = (name: string) => page.getByRole('tab', { name })

  // A comment with its assignee and must-fix mark.
  const comments = page.getByRole('region', { name: 'Comments' })
  const form = comments.getByRole('form', { name: 'New comment' })
  await stet.select('The mayor')
  await page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: 'Comment' }).click()
  await form.getByLabel('Comment', { exact: true }).fill('Which mayor?')
  await form.getByLabel('Must be fixed').check()
  await tab('Facts').click()
  await tab('Comments').click()
  await expect(form.getByLabel('Comment', { exact: true })).toHaveValue('Which mayor?')
  await expect(form.getByLabel('Must be fixed')).toBeChecked()
  // The draft belongs to this story: the other one has none.
  await library.open('Kelp farms spread')
  await expect(form).toHaveCount(0)
  await library.open('Ferry talks resume')
  await expect(form.getByLabel('Comment', { exact: true })).toHaveValue('Which mayor?')
  await form.getByRole('button', { name: 'Add comment' }).click()
  const thread = comments.getByRole('listitem').filter({ hasText: 'Which mayor?' })
  await expect(thread).toContainText('Must be fixed before clearing')

  await thread.getByRole('button', { name: 'Reply' }).click()
  await thread.getByRole('textbox', { name: 'Reply' }).fill('Of the old')
  await tab('History').click()
  await tab('Comments').click()
  await expect(thread.getByRole('textbox', { name: 'Reply' })).toHaveValue('Of the old')

  // A query on one fact while another is looked at.
  await tab('Checks').click()
  for (const left of [1, 0]) {
    await stet.checks.getByRole('button', { name: 'Tag as figure' }).first().click()
    await expect(new ChecksPanel(page).finding('untaggedFigure')).toHaveCount(left)
  }
  await page.getByRole('tab', { name: 'Review' }).click()
  // Review folds the list away; its tab opens it.
  await tab('Facts').click()
  await stet.fact('90 minutes').getByRole('button').first().click()
  const { question } = new ReviewRoom(page)
  await stet.lookFirst('q')
  await page.getByRole('group', { name: 'Verdict' }).getByRole('button', { name: 'Query' }).click()
  await question.getByLabel('Question to the author').fill('By whose watch?')
  await stet.fact('12 captains').getByRole('button').first().click()
  await expect(question.getByLabel('Question to the author')).toHaveCount(0)
  await stet.fact('90 minutes').getByRole('button').first().click()
  await expect(question.getByLabel('Question to the author')).toHaveValue('By whose watch?')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await stet.lookFirst('q')
  await page.getByRole('group', { name: 'Verdict' }).getByRole('button', { name: 'Query' }).click()
  await expect(question.getByLabel('Question to the author')).toHaveValue('')
  await page.getByRole('tab', { name: 'Write' }).click()

  // A reason to override, while the history is looked at.
  await tab('Checks').click()
  await stet.checks.getByRole('button', { name: 'Override…' }).first().click()
  await stet.checks.getByLabel('Why it may pass').fill('The desk knows')
  await tab('History').click()
  await tab('Checks').click()
  await expect(stet.checks.getByLabel('Why it may pass')).toHaveValue('The desk knows')
  await stet.checks.getByRole('button', { name: 'Cancel' }).click()
  await tab('History').click()
  await tab('Checks').click()
  await expect(stet.checks.getByLabel('Why it may pass')).toHaveCount(0)

  // Why a story goes back, while one of the findings beside it is looked at.
  await page.getByRole('button', { name: 'File to desk' }).click()
  const back = page.getByRole('button', { name: 'Send back…', exact: true })
  const move = page.getByRole('dialog', { name: /^Filed/ })
  await back.click()
  await move.getByLabel('Why').fill('The watch is not named')
  await move.getByText(/ optional$/).click()
  await move.getByRole('list', { name: 'Optional' }).getByRole('button').first().click()
  await expect(move).toHaveCount(0)
  await back.click()
  await expect(move.getByLabel('Why')).toHaveValue('The watch is not named')
  await move.getByRole('button', { name: 'Cancel' }).click()
  await back.click()
  await expect(move.getByLabel('Why')).toHaveValue('')
})

/** Reloads the page, as happens after its process ended. */
async function loadAnew(page: Page, deed: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    document.body.dataset['old'] = 'true'
  })
  await deed()
  await expect(oldPage(page)).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Story' })).toBeVisible()
  await painted(page)
}

test('what is typed in a form survives Escape and a reload; cancelling or sending clears it', async () => {
  const window = await theWindow()
  const { app, page, stet } = window
  const text = 'Ferry talks stall\nAfter a week\nThe mayor spoke for 90 minutes.\n'
  await openStory(window, 'Ferry talks stall', { name: 'ferry.txt', text })
  await leaveAnyway(app)
  const seat = new Seat(stet, 'Editor')
  await seat.tag('90 minutes', 'f')
  const reload = (): Promise<void> => loadAnew(page, () => page.reload())
  /** Main has what the page told it: the driver’s reload overtakes the last message of a page. */
  const kept = async (): Promise<void> => {
    await page.evaluate(() => new Promise((done) => setTimeout(done)))
    // Calls are answered in the order in which the page makes them.
    await page.evaluate(() =>
      (globalThis as unknown as { stet: { call(name: string, request: unknown): Promise<unknown> } }).stet.call('act', {
        action: 'roster.list',
        request: {},
      }),
    )
  }

  // Evidence: neither Escape nor a reload loses the draft.
  await seat.take('90 minutes')
  await seat.press('Control+Shift+a')
  const evidence = seat.dialog('Add evidence')
  await seat.fill(evidence.getByRole('combobox', { name: 'Source' }), 'Harbour log')
  await seat.press('Enter')
  await seat.fill(evidence.getByLabel('Page or paragraph'), 'p. 3')
  await seat.fill(evidence.getByLabel('What it says'), 'From 11:01 to 12:31.')
  await seat.press('Escape')
  await expect(evidence).toBeHidden()
  await reload()
  await seat.take('90 minutes')
  await seat.press('Control+Shift+a')
  await expect(evidence.getByRole('combobox', { name: 'Source' })).toHaveValue('Harbour log')
  await expect(evidence.getByLabel('Page or paragraph')).toHaveValue('p. 3')
  await expect(evidence.getByLabel('What it says')).toHaveValue('From 11:01 to 12:31.')
  await evidence.getByRole('button', { name: 'Cancel' }).press('Enter')
  await seat.press('Control+Shift+a')
  await expect(evidence.getByLabel('What it says')).toHaveValue('')
  await seat.press('Escape')

  // A reason belongs to the fact it was typed for.
  await seat.press('Control+Shift+t')
  const untag = seat.dialog('Remove tag')
  await seat.fill(untag.getByRole('textbox'), 'Nothing to che')
  await seat.press('Escape')
  await seat.press('Control+Shift+t')
  await expect(untag.getByRole('textbox')).toHaveValue('Nothing to che')
  await untag.getByRole('button', { name: 'Cancel' }).press('Enter')
  await seat.press('Control+Shift+t')
  await expect(untag.getByRole('textbox')).toHaveValue('')
  await seat.press('Escape')

  // A comment is on its words again, and the form of a new source is open.
  await stet.select('The mayor')
  await seat.press('Control+Alt+m')
  const comment = page.getByRole('form', { name: 'New comment' })
  await seat.fill(comment.getByLabel('Comment', { exact: true }), 'Which mayor?')
  await seat.press('Control+4')
  await page.getByRole('button', { name: 'Add source' }).press('Enter')
  const source = page.getByRole('form', { name: 'New source' })
  await seat.fill(source.getByLabel('Name', { exact: true }), 'Kim Ji-w')
  await kept()
  await reload()
  await seat.press('Control+3')
  await expect(comment).toContainText('The mayor')
  await expect(comment.getByLabel('Comment', { exact: true })).toHaveValue('Which mayor?')
  await comment.getByRole('button', { name: 'Add comment' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Comments' }).getByRole('listitem')).toContainText('Which mayor?')
  await seat.press('Control+4')
  await expect(source.getByLabel('Name', { exact: true })).toHaveValue('Kim Ji-w')
  await source.getByRole('button', { name: 'Cancel' }).press('Enter')

  // An alert, and the words in the sheet: everything was on the disk.
  await seat.press('Control+Alt+a')
  const alert = seat.dialog('New alert')
  await seat.fill(alert.getByLabel('Headline'), 'Ferry aground')
  await kept()
  await reload()
  await seat.press('Control+3')
  await expect(comment).toHaveCount(0)
  await seat.press('Control+Alt+a')
  await expect(alert.getByLabel('Headline')).toHaveValue('Ferry aground')
  await alert.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(alert).toHaveCount(0)
})

test('a form that closes gives the keyboard back, never takes it from where the person went', async () => {
  const { page, stet } = await theWindow()
  const seat = new Seat(stet, 'Editor')
  await seat.press('Control+4')
  const add = page.getByRole('button', { name: 'Add source' })
  const cancel = page.getByRole('form', { name: 'New source' }).getByRole('button', { name: 'Cancel' })
  const alert = seat.dialog('New alert')
  const headline = alert.getByLabel('Headline')
  // Nobody went anywhere: the button that opens the form has the keyboard again.
  await add.press('Enter')
  await cancel.press('Enter')
  await expect(add).toBeFocused()

  // The form of an alert is loaded: from now on it opens at once.
  await seat.press('Control+Alt+a')
  await expect(headline).toBeFocused()
  await seat.press('Escape')
  await expect(add).toBeFocused()

  // A busy machine draws late: the person is in another form before the next frame.
  const { hold, release } = heldFrames(page)
  await add.press('Enter')
  await hold()
  await cancel.press('Enter')
  await seat.press('Control+Alt+a')
  await headline.focus()
  await release()
  await expect(headline).toBeFocused()

  // The same with what an overlay gives back.
  await seat.press('Control+k')
  const palette = seat.dialog().getByRole('combobox')
  await expect(palette).toBeFocused()
  await hold()
  await seat.press('Escape')
  const search = stet.library.getByRole('searchbox', { name: 'Search', exact: true })
  await search.focus()
  await release()
  await expect(search).toBeFocused()
})

/** Holds the frames of a page: what waits for the next one comes after `release`. */
function heldFrames(page: Page): { readonly hold: () => Promise<void>; readonly release: () => Promise<void> } {
  return {
    hold: () =>
      page.evaluate(() => {
        const held: FrameRequestCallback[] = []
        const { requestAnimationFrame: draw } = window
        window.requestAnimationFrame = (step) => held.push(step)
        Object.assign(window, {
          release: () => {
            window.requestAnimationFrame = draw
            for (const step of held) step(performance.now())
            return new Promise((done) => draw(() => draw(done)))
          },
        })
      }),
    release: () => page.evaluate(() => (window as unknown as { release(): Promise<void> }).release()),
  }
}

test('a second comment keeps the draft of the first, and Escape in a panel’s form loses no word', async () => {
  const window = await theWindow()
  const { page, stet } = window
  const text = 'Ferry talks end\nAfter a week\nThe mayor spoke for 90 minutes.\n'
  await openStory(window, 'Ferry talks end', { name: 'ferry.txt', text })
  const seat = new Seat(stet, 'Editor')
  const comments = page.getByRole('region', { name: 'Comments' })
  const form = comments.getByRole('form', { name: 'New comment' })
  const field = form.getByLabel('Comment', { exact: true })
  const begun = comments.getByRole('list', { name: 'Unfinished comments' })

  await stet.select('The mayor')
  await seat.press('Control+Alt+m')
  await seat.fill(field, 'Which mayor?')
  await stet.select('90 minutes')
  await seat.press('Control+Alt+m')
  await expect(form).toContainText('90 minutes')
  await expect(begun.getByRole('listitem')).toHaveText('Continue “Which mayor?” on “The mayor”')
  await seat.fill(field, 'Or 100?')
  await seat.press('Escape')
  await expect(form).toHaveCount(0)
  await expect(begun.getByRole('listitem')).toHaveText([
    'Continue “Which mayor?” on “The mayor”',
    'Continue “Or 100?” on “90 minutes”',
  ])
  await begun.getByRole('button', { name: 'Continue “Which mayor?”' }).press('Enter')
  await expect(field).toHaveValue('Which mayor?')
  // The other one is begun while this one is being sent.
  await form.getByRole('button', { name: 'Add comment' }).press('Enter')
  await begun.getByRole('button', { name: 'Continue “Or 100?”' }).press('Enter')
  await expect(field).toHaveValue('Or 100?')
  await form.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(begun).toHaveCount(0)

  const thread = comments.getByRole('listitem').filter({ hasText: 'Which mayor?' })
  const reply = thread.getByRole('textbox', { name: 'Reply' })
  await thread.getByRole('button', { name: 'Reply' }).press('Enter')
  await seat.fill(reply, 'Of the old')
  await seat.press('Escape')
  await expect(reply).toHaveCount(0)
  await thread.getByRole('button', { name: 'Reply' }).press('Enter')
  await expect(reply).toHaveValue('Of the old')
  await thread.getByRole('button', { name: 'Cancel' }).press('Enter')
  await thread.getByRole('button', { name: 'Reply' }).press('Enter')
  await expect(reply).toHaveValue('')
  await seat.press('Escape')

  await seat.press('Control+4')
  const source = page.getByRole('form', { name: 'New source' })
  await page.getByRole('button', { name: 'Add source' }).press('Enter')
  await seat.fill(source.getByLabel('Name', { exact: true }), 'Kim Ji-w')
  await seat.press('Escape')
  await expect(source).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add source' })).toBeFocused()
  await page.getByRole('button', { name: 'Add source' }).press('Enter')
  await expect(source.getByLabel('Name', { exact: true })).toHaveValue('Kim Ji-w')
  await source.getByRole('button', { name: 'Cancel' }).press('Enter')
  await page.getByRole('button', { name: 'Add source' }).press('Enter')
  await expect(source.getByLabel('Name', { exact: true })).toHaveValue('')
})

test('a window whose page crashes reloads its own story as saved, and says so', async ({ newsroom }) => {
  for (const [name, text] of [
    ['ferry', 'Ferry talks resume\nAfter a week\nThe mayor spoke for 90 minutes.\n'],
    ['kelp', 'Kelp farms spread\nGrowers\nThey sold 4 tons.\n'],
  ] as const) {
    const file = join(newsroom.scratch, `${name}.txt`)
    await writeFile(file, text)
    await newsroom.json(['import', file])
  }
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  const launched = await newsroom.launch({ user: 'Editor' })
  const { app, page, stet } = launched
  await new LibraryPane(page).open('Ferry talks resume')
  // Another window shows the other story last.
  const other = await anotherWindow(launched)
  await new LibraryPane(other.page).open('Kelp farms spread')
  await expect(other.part('headline')).toHaveText('Kelp farms spread')

  await stet.caretAtEnd()
  await page.keyboard.type(' He left at noon.')
  await stet.settled()
  const crash = page.waitForEvent('crash')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .sort((a, b) => a.id - b.id)[0]
      ?.webContents.forcefullyCrashRenderer(),
  )
  await crash
  // The driver lost the page; the main process still has it.
  await expect
    .poll(() =>
      app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows().sort((a, b) => a.id - b.id)[0]?.webContents
        return contents === undefined || contents.isCrashed()
          ? ''
          : String(await contents.executeJavaScript('document.body.innerText'))
      }),
    )
    .toMatch(/He left at noon\.[\s\S]*This window crashed and was loaded again/)
  await expect(other.part('headline')).toHaveText('Kelp farms spread')
})
