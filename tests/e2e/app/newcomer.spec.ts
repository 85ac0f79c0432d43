/** What people do in their first hour with Stet, and what must not be lost. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, oneWindow, test, type Launched, type Newsroom } from '../fixtures'
import { openStory } from '../openStory'
import { LibraryPane } from '../pages/libraryPane'
import { factRow } from '../pages/factsPanel'
import { ReviewRoom } from '../pages/reviewRoom'
import { appFrame } from '../pages/stetWindow'
import { subjectOf } from '../pages/changedWords'
import { sizeTo } from '../pages/windowSize'

const HEADLINE = 'Harbour talks end without a deal'
const STORY = `${HEADLINE}

Both sides will meet again

SEOUL – The talks took 14 hours and ended on Friday. “We were close,” Kim Ji-woo said. The quota is 1,200 tons.
`

async function story(newsroom: Newsroom, text = STORY): Promise<string> {
  const file = join(newsroom.scratch, 'notes.txt')
  await writeFile(file, text)
  const { stories } = await newsroom.json<{ stories: { id: string }[] }>(['import', file])
  return stories[0]?.id ?? ''
}

const theWindow = oneWindow({ user: 'Reporter' })
let stories = 0

/** Another such story, with its own headline, open in the shared window. */
async function newStoryInWindow(): Promise<
  Launched & { readonly newsroom: Newsroom; readonly id: string; readonly headline: string }
> {
  const launched = await theWindow()
  const headline = `Talks in harbour ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[stories++]} end without a deal`
  const id = await openStory(launched, headline, { name: 'notes.txt', text: STORY.replace(HEADLINE, headline) })
  return { ...launched, id, headline }
}

test('adding evidence and removing a tag act on the selected words, not on the fact selected before', async () => {
  const { newsroom, id, page, stet } = await newStoryInWindow()
  for (const text of ['14 hours', '1,200 tons']) await newsroom.act('fact.tag', { story: id, text, type: 'figure' })
  await expect(stet.fact('1,200 tons')).toBeVisible()
  await stet.fact('14 hours').getByRole('button').first().click()
  await stet.select('1,200 tons')
  await stet.press('Control+Shift+a')
  const form = page.getByRole('dialog', { name: 'Add evidence' })
  await expect(subjectOf(form)).toHaveText('1,200 tons')
  await stet.press('Escape')
  // A selection by Shift and arrows works, too.
  await stet.caretBefore('14 hours')
  for (const _letter of '14 hours') await stet.press('Shift+ArrowRight')
  await stet.press('Control+Shift+a')
  await expect(subjectOf(form)).toHaveText('14 hours')
  await stet.press('Escape')
  // Words without a tag have no fact.
  await stet.select('ended on')
  await stet.press('Control+Shift+t')
  await expect(
    page
      .getByRole('region', { name: 'Notices' })
      .getByText('First place the cursor in a tagged fact, or choose one in the list.'),
  ).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a key that names no fact type does not overtype the words, and clears the earlier notice', async () => {
  const { page, stet } = await newStoryInWindow()
  const types = page.getByRole('toolbar', { name: 'Type of fact' })
  const missing = page
    .getByRole('region', { name: 'Notices' })
    .getByText('First select the words of the fact, then tag them.')
  await stet.caretBefore('14 hours')
  await stet.press('Control+t')
  await expect(missing).toBeVisible()
  await stet.select('14 hours')
  await stet.press('Control+t')
  await expect(types).toBeVisible()
  await expect(missing).toHaveCount(0)
  for (const key of ['z', '7', 'Space']) await stet.press(key)
  await expect(types).toBeVisible()
  await stet.press('d')
  await expect(types).toBeHidden()
  await expect(stet.fact('14 hours')).toContainText('Date')
  await expect(stet.part('body').first()).toContainText('The talks took 14 hours and ended')
})

test('words that were meant for a comment on several paragraphs overtype nothing', async () => {
  const { headline, page, stet } = await newStoryInWindow()
  await stet.caretBefore('14 hours')
  await stet.press('Shift+Control+Home')
  await stet.press('Control+Alt+m')
  await expect(
    page.getByRole('region', { name: 'Notices' }).getByText('A comment can only be on words of one paragraph.'),
  ).toBeVisible()
  await page.keyboard.type('Sure? ')
  await expect(stet.part('headline')).toHaveText(headline)
  await expect(stet.part('body').first()).toContainText('The talks took Sure? 14 hours and ended')
})

test('words on which a comment was put are not overtyped by what is typed next', async () => {
  const { page, stet } = await newStoryInWindow()
  await stet.select('14 hours')
  await stet.press('Control+Alt+m')
  await page.keyboard.type('By whose watch?')
  await stet.press('Control+Enter')
  await expect(stet.story).toBeFocused()
  await page.keyboard.type(' or so')
  await expect(stet.part('body').first()).toContainText('The talks took 14 hours or so and ended')
})

test('words that were meant for the form of a fact overtype no words without a tag', async () => {
  const { page, stet } = await newStoryInWindow()
  for (const keys of ['Control+Shift+a', 'Control+Shift+t']) {
    await stet.select('14 hours')
    await stet.press(keys)
    await expect(
      page
        .getByRole('region', { name: 'Notices' })
        .getByText('First place the cursor in a tagged fact, or choose one in the list.'),
    ).toBeVisible()
    await page.keyboard.type('!')
  }
  await expect(stet.part('body').first()).toContainText('The talks took 14 hours!! and ended')
})

test('a click from a panel into other words puts the caret there; what was selected is not overtyped', async () => {
  const { page, stet } = await newStoryInWindow()
  await stet.select('14 hours')
  await page.getByRole('tab', { name: 'Checks' }).click()
  await expect(stet.sheet.blurredSelection).toHaveText('14 hours')
  await stet.part('headline').click({ position: { x: 1, y: 10 } })
  await expect(stet.story).toBeFocused()
  await expect(stet.sheet.blurredSelection).toHaveCount(0)
  await page.keyboard.type('Now: ')
  await expect(stet.part('headline')).toHaveText(/^Now: /)
  await expect(stet.part('body').first()).toContainText('The talks took 14 hours and ended')
  // With Shift the click goes on from the words that are selected.
  await stet.select('14 hours')
  await page.getByRole('tab', { name: 'Checks' }).click()
  await stet.part('headline').click({ position: { x: 1, y: 10 }, modifiers: ['Shift'] })
  await expect(stet.story).toBeFocused()
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toMatch(/^Now: [^]*The talks took $/)
})

test('a click from a panel on words selected over several paragraphs puts the caret there, and no letter replaces them', async () => {
  const { page, stet } = await newStoryInWindow()
  await stet.caretAfter('1,200 tons', 1)
  await page.keyboard.press('Enter')
  await page.keyboard.type('They meet again in 90 days.')
  const [graf, last] = [stet.part('body').first(), stet.part('body').last()]
  await graf.click({ position: { x: 60, y: 10 } })
  await last.click({ position: { x: 100, y: 10 }, modifiers: ['Shift'] })
  await page.getByRole('tab', { name: 'Checks' }).click()
  await expect(stet.sheet.blurredSelection.last()).toHaveText(/^They/)
  // As long as a person holds the button: the sheet hears of the press before the release.
  await graf.click({ position: { x: 150, y: 10 }, delay: 100 })
  await expect(stet.story).toBeFocused()
  await page.keyboard.type('*')
  await expect(graf).toContainText('*')
  const grafs = await stet.part('body').allTextContents()
  expect(grafs.map((graf) => graf.replace('*', ''))).toEqual([
    'SEOUL – The talks took 14 hours and ended on Friday. “We were close,” Kim Ji-woo said. The quota is 1,200 tons.',
    'They meet again in 90 days.',
  ])
})

test('a refused address keeps the keyboard in its field; an address without https is accepted', async () => {
  const { page, stet } = await newStoryInWindow()
  const address = page.getByRole('form', { name: 'Link' }).getByLabel('Address')
  await stet.select('1,200 tons')
  await stet.press('Control+Shift+k')
  await expect(address).toBeFocused()
  await expect(stet.sheet.blurredSelection).toHaveText('1,200 tons')
  await page.keyboard.type('the quota')
  await stet.press('Enter')
  await expect(page.getByText('This address cannot be used')).toBeVisible()
  await expect(address).toBeFocused()
  await stet.press('Control+a')
  await page.keyboard.type('example.org/quota')
  await stet.press('Enter')
  await expect(stet.story.getByRole('link', { name: '1,200 tons' })).toHaveAttribute(
    'href',
    'https://example.org/quota',
  )
  await expect(stet.story).toBeFocused()
  await page.keyboard.type(' a year')
  await expect(stet.story.getByRole('link')).toHaveText('1,200 tons')
  await expect(stet.part('body').first()).toContainText('The quota is 1,200 tons a year.')
})

test('the link key on other words returns to the field for those words and overtypes nothing', async () => {
  const { page, stet } = await newStoryInWindow()
  const address = page.getByRole('form', { name: 'Link' }).getByLabel('Address')
  await stet.caretBefore('14 hours')
  await stet.press('Control+Shift+k')
  await page.keyboard.type('example.org/talks')
  await stet.press('Enter')
  await expect(page.getByText('First select the words for the link.')).toBeVisible()
  await stet.select('14 hours')
  await stet.press('Control+Shift+k')
  await expect(address).toBeFocused()
  await expect(address).toHaveValue('example.org/talks')
  await stet.press('Enter')
  await expect(stet.story.getByRole('link', { name: '14 hours' })).toHaveAttribute('href', 'https://example.org/talks')
  await expect(stet.part('body').first()).toContainText('The talks took 14 hours and ended')
})

test('a field is stored when a key leaves its panel; a value that cannot be stored is reported', async () => {
  const { newsroom, id, page, stet } = await newStoryInWindow()
  const fields = page.getByRole('region', { name: 'Fields' })
  const notices = page.getByRole('region', { name: 'Notices' })
  await stet.press('Control+6')
  await fields.getByLabel('Slug', { exact: true }).fill('harbour-talks')
  await stet.press('Control+5')
  await expect(page.getByRole('region', { name: 'History' })).toBeVisible()
  await stet.press('Control+6')
  await expect(fields.getByLabel('Slug', { exact: true })).toHaveValue('harbour-talks')
  await fields.getByLabel('Language', { exact: true }).fill('english lang')
  await stet.press('Control+1')
  await expect(notices.getByRole('alert')).toContainText('Language: “english lang” was not saved. ')
  await notices.getByRole('button', { name: 'Dismiss' }).click()
  await stet.press('Control+6')
  await fields.getByLabel('Slug', { exact: true }).fill('harbour')
  await stet.press('Control+n')
  await expect(stet.part('headline')).toHaveText('')
  await expect(stet.story).toBeFocused()
  await expect.poll(async () => (await newsroom.act('story.show', { story: id })).fields.slug).toBe('harbour')
  await stet.press('Control+1')
})

test('undoing a tag that another person made an allegation leaves it on its words, and later typing is saved', async () => {
  const { newsroom, id, stet } = await newStoryInWindow()
  await newsroom.act('roster.add', { name: 'Editor', role: 'editor' })
  await stet.select('14 hours')
  await stet.tagAs('e')
  await expect(stet.fact('14 hours')).toContainText('Event')
  await stet.settled()
  const [fact] = (await newsroom.act('story.show', { story: id })).facts
  await newsroom.act('fact.retype', { story: id, fact: fact?.id ?? '', type: 'allegation' }, 'Editor')
  await expect(stet.fact('14 hours')).toContainText('Allegation')
  await stet.undo()
  await stet.caretAtEnd()
  await stet.page.keyboard.type(' They left.')
  await stet.settled()
  const { facts, blocks } = await newsroom.act('story.show', { story: id })
  expect([facts.map(({ type, status }) => [type, status]), blocks.at(-1)?.text.endsWith('They left.')]).toEqual([
    [['allegation', 'toCheck']],
    true,
  ])
})

test('a new story made by mouse takes the keyboard: letters go to the headline, and Space presses no button', async () => {
  const { newsroom, page, stet } = await newStoryInWindow()
  const before = await stet.library.getByRole('listitem').count()
  await page.getByRole('button', { name: 'New story' }).click()
  await expect(stet.library.getByRole('listitem')).toHaveCount(before + 1)
  await expect(stet.story).toBeFocused()
  await page.keyboard.type('Ferry sails again')
  await expect(stet.part('headline')).toHaveText('Ferry sails again')
  await expect(stet.library.getByRole('listitem')).toHaveCount(before + 1)
  // An open dialog keeps the keyboard.
  await stet.press('Control+k')
  await stet.press('Control+n')
  await expect.poll(async () => (await newsroom.act('story.list', {})).length).toBe(before + 2)
  await expect(stet.part('headline')).toHaveText('')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await stet.press('Escape')
})

test('in review of a story without facts Escape leaves from the copy too, and panels keep their fold', async () => {
  const { page, stet } = await newStoryInWindow()
  const app = appFrame(page)
  await stet.press('Control+r')
  await expect(new ReviewRoom(page).head).toBeVisible()
  await stet.story.focus()
  await stet.press('Escape')
  await expect(new ReviewRoom(page).head).toHaveCount(0)
  await expect(stet.story).toBeFocused()
  await expect(app).toHaveAttribute('data-folded', 'false')
})

test('a verdict that asks shows its question; a form about one story closes when another story opens', async () => {
  const { headline } = await newStoryInWindow()
  const { newsroom, id, page, stet } = await newStoryInWindow()
  await newsroom.act('fact.tag', { story: id, text: '14 hours', type: 'figure' })
  await stet.fact('14 hours').getByRole('button').first().click()
  await stet.reviewWithList()
  await expect(stet.factsPanel.row('14 hours').head).toBeFocused()
  await stet.press('Control+2')
  await expect(stet.checks).toBeVisible()
  await stet.press('q')
  const { question } = new ReviewRoom(page)
  await expect(question.getByLabel('Question to the author')).toBeFocused()
  await page.keyboard.type('Who was awake?')
  await expect(question.getByLabel('Question to the author')).toHaveValue('Who was awake?')
  await stet.press('Escape')
  // The keyboard has a place again. On its way there it would be taken from the copy.
  await expect(page.locator(':focus')).toHaveCount(1)
  // Escape in the copy returns to the fact, whichever tab is open.
  await stet.press('Control+2')
  await stet.story.focus()
  await stet.press('Escape')
  await expect(stet.factsPanel.row('14 hours').head).toBeFocused()
  await stet.press('Escape')

  await stet.press('Control+Shift+a')
  await expect(page.getByRole('dialog', { name: 'Add evidence' })).toBeVisible()
  await new LibraryPane(page).open(headline)
  await expect(stet.part('headline')).toHaveText(headline)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await stet.press('Control+r')
  await expect(new ReviewRoom(page).head).toBeVisible()
  await stet.press('Escape')
  await expect(new ReviewRoom(page).head).toHaveCount(0)
})

test('Find starts with the selected words and typing replaces them; its key focuses it again', async () => {
  const { page, stet } = await newStoryInWindow()
  const query = page.getByRole('search').getByLabel('Find', { exact: true })
  await stet.select('14 hours')
  await stet.press('Control+f')
  await expect(query).toHaveValue('14 hours')
  await page.keyboard.type('Friday')
  await expect(query).toHaveValue('Friday')
  await stet.part('body').first().click()
  await expect(stet.story).toBeFocused()
  await stet.press('Control+f')
  await expect(query).toBeFocused()
  await page.keyboard.type('Kim')
  await expect(query).toHaveValue('Kim')
  await stet.press('Escape')
  // The key of Replace begins where the person goes on: behind the words to find, or at them.
  const replacement = page.getByRole('search').getByLabel('Replace with', { exact: true })
  await stet.select('14 hours')
  await stet.press('Control+h')
  await expect(query).toHaveValue('14 hours')
  await expect(replacement).toBeFocused()
  await stet.press('Escape')
  await stet.press('ArrowRight')
  await stet.press('Control+h')
  await expect(query).toBeFocused()
  await stet.press('Control+h')
  await expect(replacement).toBeFocused()
  await stet.press('Escape')
})

test('the keyboard always has a place: after a closed file, after the last verdict, before a missing choice', async ({
  newsroom,
}) => {
  const id = await story(newsroom)
  await newsroom.stet(['roster', 'add', 'Editor', '--role', 'editor'])
  const { id: fact } = await newsroom.json<{ id: string }>(['tag', id, '--text', '14 hours', '--type', 'figure'])
  const file = join(newsroom.scratch, 'briefing.txt')
  await writeFile(file, 'It took 14 hours.')
  await newsroom.json(['source', 'add', '--name', 'Briefing', '--kind', 'document'])
  await newsroom.json(
    [
      'fact',
      id,
      fact,
      '--status',
      'queried',
      '--reason',
      'Who counted?',
      '--evidence',
      'Briefing',
      '--locator',
      '¶ 1',
      '--file',
      file,
    ],
    'Editor',
  )
  const { page, stet } = await newsroom.launch({ user: 'Editor' })
  const row = stet.fact('14 hours')
  await row.getByRole('button').first().click()
  const opener = row.getByRole('button', { name: 'Open briefing.txt' })
  await opener.press('Enter')
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeFocused()
  await stet.press('Escape')
  await expect(opener).toBeFocused()

  await stet.reviewWithList()
  await expect(row.getByRole('button').first()).toBeFocused()
  await stet.press('s')
  await expect(new ReviewRoom(page).question.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('The desk counted.')
  await stet.press('Enter')
  await expect(row).toContainText('Let stand')
  await expect(row.getByRole('button').first()).toBeFocused()
  await stet.press('Escape')

  for (const stage of ['filed', 'inReview']) await newsroom.json(['move', id, stage])
  for (const stage of ['cleared', 'published'])
    await newsroom.json(['move', id, stage, '--override', 'on deadline'], 'Editor')
  await stet.nextMove('New version')
  const panel = page.getByRole('dialog', { name: 'Published, version 1' })
  await panel.getByRole('button', { name: 'New version' }).press('Enter')
  await expect(panel.getByRole('radio', { name: /^Update/ })).toBeFocused()
  await expect(panel.getByRole('alert')).toHaveText('Choose what kind of version it is.')
})

test('Enter opens the first story that the search finds; rows read left to right, Arabic headlines right to left', async ({
  newsroom,
}) => {
  await story(newsroom, 'انتهاء محادثات الصيد دون اتفاق\n\nسول – أنهت كوريا الجنوبية المحادثات يوم الجمعة.\n')
  await story(newsroom)
  const { stet } = await newsroom.launch({ user: 'Reporter' })
  const search = stet.library.getByRole('searchbox', { name: 'Search', exact: true })
  for (const [words, headline] of [
    ['quota', 'Harbour talks end without a deal'],
    ['كوريا', 'انتهاء محادثات الصيد دون اتفاق'],
  ] as const) {
    await search.fill(words)
    await expect(stet.library.getByRole('listitem')).toHaveText([new RegExp(headline)])
    await search.press('Enter')
    await expect(stet.part('headline')).toHaveText(headline)
  }
  await search.fill('')
  const row = stet.library.getByRole('listitem').filter({ hasText: 'انتهاء' })
  await expect(new LibraryPane(stet.page).line(row)).toHaveCSS('direction', 'ltr')
  await expect(new LibraryPane(stet.page).headline(row)).toHaveCSS('direction', 'rtl')
})

test('removing a tag shows its words, review counts what is untagged, and the console stays silent', async () => {
  const { newsroom, id, page, stet } = await newStoryInWindow()
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'warning' || message.type() === 'error') said.push(message.text())
  })
  await stet.press('Control+r')
  await expect(new ReviewRoom(page).head).toContainText(/Review\d+ untagged statements?/)
  await stet.press('Escape')
  await expect(new ReviewRoom(page).head).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Notices' })).toHaveCount(0)
  await newsroom.act('fact.tag', { story: id, text: '14 hours', type: 'figure' })
  await expect(stet.fact('14 hours')).toBeVisible()
  await stet.select('14 hours')
  await stet.press('Control+Shift+t')
  const form = page.getByRole('dialog', { name: 'Remove tag' })
  await expect(subjectOf(form)).toHaveText('14 hours')
  await form.getByLabel('Why this needs no tag').fill('It is a round figure')
  await form.getByRole('button', { name: 'Remove tag' }).press('Enter')
  await expect(form).toHaveCount(0)
  for (const panel of ['Backups', 'Check the library']) {
    await stet.command(panel)
    await expect(page.getByRole('dialog', { name: panel })).toBeVisible()
    await stet.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  expect(said).toEqual([])
})

test('a blocked export asks for no file name, and an author is refused instead of asked for a reason', async () => {
  const { app, page, stet } = await newStoryInWindow()
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => {
      ;(globalThis as { asked?: boolean }).asked = true
      return Promise.resolve({ canceled: true, filePath: '' })
    }
  })
  await stet.press('Control+e')
  const panel = page.getByRole('dialog', { name: 'Export' })
  await panel.getByRole('button', { name: 'Save as…' }).click()
  const why = 'You are the author or have a byline. Someone else must override this.'
  await expect(panel.getByRole('alert')).toHaveText(`${why} Fix the issues, or export a draft.`)
  await expect(panel.getByText(why, { exact: true })).toBeVisible()
  await expect(panel.getByLabel('Reason to override the issues')).toHaveCount(0)
  expect(await app.evaluate(() => (globalThis as { asked?: boolean }).asked ?? false)).toBe(false)
  await stet.press('Escape')
})

test('spiking a story from its row keeps the keyboard in the library; a change of appearance is announced', async ({
  newsroom,
}) => {
  await story(newsroom)
  await story(newsroom, 'Ferry sails again\n\nThe ferry sails again.\n')
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  const row = stet.library.getByRole('listitem').filter({ hasText: 'Ferry sails again' })
  for (const [does, group] of [
    ['Spike', 'Spiked'],
    ['Restore', 'Drafts'],
  ] as const) {
    await row.getByRole('button', { name: 'Actions on Ferry sails again' }).focus()
    await stet.press('Enter')
    await page.getByRole('menuitem', { name: does }).press('Enter')
    await expect(new LibraryPane(page).group(group).getByText('Ferry sails again')).toBeVisible()
    await expect(row.getByRole('button').first()).toBeFocused()
  }
  for (const appearance of ['Stet is now light.', 'Stet is now dark.', 'Stet now matches the system.']) {
    await stet.command('Light, dark')
    await expect(page.getByRole('region', { name: 'Notices' })).toHaveText(appearance)
  }
})

test('a double click, or the key pressed twice, files a story once', async () => {
  const { page } = await newStoryInWindow()
  const notices = page.getByRole('region', { name: 'Notices' })
  await page.getByRole('button', { name: 'File to desk' }).dblclick()
  await expect(page.getByRole('button', { name: 'Start review' })).toBeVisible()
  await expect(notices).toHaveText(/^Stage: Filed\.( \d+ issues? would block clearing\.)?$/)
  await page.evaluate(() => {
    for (let times = 0; times < 2; times++)
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true }))
  })
  await expect(page.getByRole('button', { name: /^Clear/ })).toBeVisible()
  await expect(notices).toHaveText(/^Stage: In review\.( \d+ issues? would block clearing\.)?$/)
})

test('choosing a file for evidence moves the keyboard to the next empty field, never to Remove', async () => {
  const { newsroom, id, page, stet } = await newStoryInWindow()
  await newsroom.act('fact.tag', { story: id, text: '14 hours', type: 'figure' })
  await newsroom.act('source.add', {
    name: 'Harbour log',
    kind: 'document',
    groundRules: 'onTheRecord',
    protected: false,
  })
  await stet.fact('14 hours').getByRole('button').first().click()
  await stet.press('Control+Shift+a')
  const form = page.getByRole('dialog', { name: 'Add evidence' })
  const path = join(newsroom.scratch, 'log.txt')
  await writeFile(path, 'It took 14 hours.')
  const choose = async (): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await form.getByRole('button', { name: 'Choose a file' }).focus()
    await stet.press('Enter')
    await (await chooser).setFiles(path)
    await expect(form.getByRole('button', { name: 'Remove' })).toBeVisible()
  }
  await choose()
  await expect(form.getByRole('combobox', { name: 'Source' })).toBeFocused()
  await page.keyboard.type('Harbour l')
  await stet.press('Enter')
  await form.getByRole('button', { name: 'Remove' }).press('Enter')
  await choose()
  await expect(form.getByLabel('Page or paragraph')).toBeFocused()
  await page.keyboard.type('p. 3')
  await form.getByRole('button', { name: 'Remove' }).press('Enter')
  await choose()
  await expect(form.getByRole('button', { name: 'Attach', exact: true })).toBeFocused()
  await stet.press('Enter')
  await expect(stet.fact('14 hours')).toContainText('log.txt')
})

test('in review a verdict goes to the focused row, and Enter there never opens the words of another fact', async () => {
  const { newsroom, id, page, stet } = await newStoryInWindow()
  for (const text of ['14 hours', '1,200 tons']) await newsroom.act('fact.tag', { story: id, text, type: 'figure' })
  const [first, second] = [stet.fact('14 hours'), stet.fact('1,200 tons')]
  await expect(second).toBeVisible()
  await first.getByRole('button').first().click()
  await stet.reviewWithList()
  await expect(factRow(first).head).toBeFocused()
  for (
    let steps = 0;
    steps < 20 && !(await factRow(second).head.evaluate((row) => row === document.activeElement));
    steps++
  )
    await stet.press('Tab')
  await expect(factRow(second).head).toBeFocused()
  await expect(factRow(second).head).toHaveAttribute('aria-expanded', 'true')
  await expect(new ReviewRoom(page).words).toHaveText('1,200 tons')
  await stet.press('u')
  await expect(new ReviewRoom(page).question.getByLabel('What was tried')).toBeFocused()
  await stet.press('Escape')
  await expect(factRow(second).head).toBeFocused()
  await stet.press('ArrowUp')
  await expect(new ReviewRoom(page).words).toHaveText('14 hours')
  // Hovering has moved the keyboard to a row and made no fact current.
  await factRow(second).head.hover()
  await page.mouse.down()
  await page.mouse.move(450, 400)
  await page.mouse.up()
  await expect(factRow(second).head).toBeFocused()
  await expect(factRow(second).head).toHaveAttribute('aria-expanded', 'false')
  await stet.press('Enter')
  await expect(factRow(second).head).toBeFocused()
  await expect(factRow(second).head).toHaveAttribute('aria-expanded', 'true')
  await stet.press('Escape')
})

const editorsWindow = oneWindow({ user: 'Editor' }, async (newsroom) => {
  await newsroom.json(['roster', 'add', 'Reporter'])
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  await newsroom.json(['source', 'add', '--name', 'Briefing', '--kind', 'document'])
})

for (const { name, width, height, zoom } of [
  { name: '900 wide', width: 900, height: 800, zoom: 1 },
  { name: 'at 200 %', width: 1280, height: 800, zoom: 2 },
]) {
  test(`in a window ${name} review shows the backup beside the words, and no key verifies what was not shown`, async () => {
    const window = await editorsWindow()
    const { app, newsroom, page, stet } = window
    await sizeTo(window, { width: 1280, height: 800, zoom: 1 })
    const headline = `Harbour talks end ${name}`
    const id = await openStory(window, headline, { name: 'notes.txt', text: STORY.replace(HEADLINE, headline) })
    const source = 'Briefing'
    for (const text of ['14 hours', '1,200 tons']) {
      const { id: fact } = await newsroom.act('fact.tag', { story: id, text, type: 'figure' })
      await newsroom.act(
        'fact.addEvidence',
        { story: id, fact, evidence: { source, locator: `¶ ${text}`, stance: 'supports' } },
        'Editor',
      )
    }
    await expect(stet.fact('1,200 tons')).toBeVisible()
    await sizeTo({ app, page }, { width, height, zoom })
    await stet.story.focus()
    await stet.press('Control+r')
    const backup = page.getByRole('region', { name: 'Evidence' })
    const words = (fact: string) => stet.sheet.tag(fact).first()
    /** The selected words are visible, and nothing covers them. */
    const inSight = async (fact: string): Promise<void> => {
      await expect(words(fact)).toBeInViewport({ ratio: 1 })
      await expect
        .poll(() =>
          words(fact).evaluate((element) => {
            const { left, top, width: wide, height: high } = element.getBoundingClientRect()
            const at = document.elementFromPoint(left + wide / 2, top + Math.min(high, 20) / 2)
            return at !== null && (element.contains(at) || at.contains(element))
          }),
        )
        .toBe(true)
    }
    await expect(backup.getByRole('tab', { name: /¶ 14 hours/ })).toBeInViewport()
    await inSight('14 hours')
    // While the list covers the backup, the first key shows the backup and the second one signs.
    await page.getByRole('tab', { name: 'Facts' }).click()
    await expect(backup).toBeHidden()
    await inSight('14 hours')
    await stet.fact('14 hours').getByRole('button').first().click()
    await stet.press('v')
    await expect(backup.getByRole('tab', { name: /¶ 14 hours/ })).toBeInViewport()
    await expect(new ReviewRoom(page).dock).toContainText('1 of 2 open')
    await stet.press('v')
    await expect(backup.getByRole('tab', { name: /¶ 1,200 tons/ })).toBeInViewport()
    await expect(new ReviewRoom(page).dock).toContainText('1 of 1 open')
    await inSight('1,200 tons')
    // The question is over the dock. Afterwards the backup has the keyboard again.
    await stet.press('w')
    await expect(page.getByLabel('What is wrong')).toBeFocused()
    await stet.press('Escape')
    await expect(backup.getByRole('group', { name: 'Evidence for the selected fact' })).toBeFocused()
    await stet.press('Enter')
    await expect(stet.story).toBeFocused()
    await stet.press('Escape')
    await expect(backup.getByRole('group', { name: 'Evidence for the selected fact' })).toBeFocused()
    await stet.press('Escape')
    await expect(new ReviewRoom(page).head).toHaveCount(0)
    // A key of review that comes too late writes nothing. Enter goes to the words.
    const unchanged = (await stet.story.textContent()) ?? ''
    await page.keyboard.press('v')
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Nothing was typed')
    await stet.press('Enter')
    await expect(stet.story).toBeFocused()
    await expect(stet.story).toHaveText(unchanged)
    await expect(page.locator('.drawer')).toHaveCount(0)
  })
}
