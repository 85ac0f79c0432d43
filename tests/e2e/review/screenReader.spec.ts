/**
 * What a screen reader has of the review loop: the whole tree once, in reading order, then where each key puts the
 * keyboard and what is said.
 */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { LibraryPane } from '../pages/libraryPane'
import { spoken } from '../pages/stetWindow'

/** Role and name of the focused element, and what the live region says. */
const heard = async (page: Page): Promise<string> => {
  const focused = await page
    .locator(':focus')
    .first()
    .ariaSnapshot()
    .then((tree) => tree.split('\n')[0]?.replace(/^- /, '') ?? '')
  const live = (await spoken(page).textContent()) ?? ''
  return `${focused} | ${live}`
}

test('review in the words of a screen reader: one tree, and what each key says', async ({ newsroom }) => {
  const { page, stet } = await newsroom.launch({ user: 'Editor', env: { TZ: 'UTC' } })
  const [host] = await newsroom.act('roster.list', {}, '')
  await newsroom.act('roster.add', { name: 'Reporter' }, host?.name)
  const { id: story } = await newsroom.act('story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Ferry sails\n\nA deck\n\nIt carried 300 people. The trip took 90 minutes.\n'),
  })
  const { id: source } = await newsroom.act('source.add', { name: 'Log book', kind: 'document' })
  const { upload } = await newsroom.act('file.begin', { name: 'log.txt' }, 'Editor')
  const bytes = new TextEncoder().encode('The ferry left at noon.\n\nIt carried 300 people.\n')
  await newsroom.act('file.write', { upload, bytes }, 'Editor')
  const { sha256: log } = await newsroom.act('file.keep', { upload }, 'Editor')
  const { id: fact } = await newsroom.act('fact.tag', { story, text: '300 people', type: 'figure' })
  await newsroom.act('fact.tag', { story, text: '90 minutes', type: 'figure' })
  const evidence = { source, locator: '¶ 2', stance: 'supports', file: log, fileName: 'log.txt' } as const
  await newsroom.act('fact.addEvidence', { story, fact, evidence }, 'Editor')
  await new LibraryPane(page).open('Ferry sails')
  await stet.press('Control+r')
  await expect(page.getByRole('region', { name: 'Evidence', exact: true })).toHaveAttribute('data-looked-at', 'true')
  // What is saved, counted and checked comes when it is ready.
  await expect(async () => {
    expect(await page.locator('body').ariaSnapshot()).toMatchSnapshot('review-tree.txt')
  }).toPass({ timeout: 30_000 })

  // The list of facts is folded: the evidence keeps the keyboard, and each fact is said.
  const shown = 'group "Evidence for the selected fact":'
  for (const [key, focused, said] of [
    ['v', shown, 'To check: 90 minutes'],
    ['q', 'textbox "Question to the author"', 'To check: 90 minutes'],
    ['Escape', shown, 'To check: 90 minutes'],
    ['k', shown, 'To check: 90 minutesNo other fact is open. This one still is.'],
    ['e', 'textbox "Page or paragraph":', 'To check: 90 minutesNo other fact is open. This one still is.'],
    ['Escape', shown, 'To check: 90 minutesNo other fact is open. This one still is.'],
    ['Enter', 'textbox "Story":', 'To check: 90 minutesNo other fact is open. This one still is.'],
    ['Escape', shown, 'To check: 90 minutesNo other fact is open. This one still is.'],
  ] as const) {
    await stet.press(key)
    await expect.poll(() => heard(page), key).toBe(`${focused} | ${said}`)
  }
})
