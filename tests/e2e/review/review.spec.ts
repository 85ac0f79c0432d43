/** Review by keys: forty facts, duplicate statements, queries and answers, changes since a signature. */
import type { Page } from '@playwright/test'
import type { FactType } from '../../../src/story/ledger/facts/fact'
import { anotherWindow, closeLast } from '../anotherWindow'
import { graveFindings } from '../axe'
import { expect, oneWindow, test, type Newsroom } from '../fixtures'
import type { StetWindow } from '../pages/stetWindow'
import { SuggestionsPanel } from '../pages/suggestionsPanel'
import { ReviewRoom } from '../pages/reviewRoom'
import { Seat } from '../pages/seat'
import { insertedIn, deletedIn } from '../pages/changedWords'

interface Tagged {
  readonly text: string
  readonly nth?: number
  readonly type?: FactType
  readonly backed?: boolean
}

const PICTURES = process.env['STET_PICTURES']
const grave = (page: Page): Promise<readonly string[]> =>
  graveFindings(
    page,
    'review',
    async (theme) => PICTURES && page.screenshot({ path: `${PICTURES}/${Date.now()}-${theme}.png` }),
  )

/** A story by Reporter with tagged facts, made beside the open window; those that are backed have their evidence. */
async function storyBy(newsroom: Newsroom, text: string, facts: readonly Tagged[]): Promise<string> {
  const [host] = await newsroom.act('roster.list', {}, '')
  for (const person of [{ name: 'Reporter' }, { name: 'Editor', role: 'editor' }] as const)
    await newsroom.act('roster.add', person, host?.name)
  const { id: story } = await newsroom.act('story.import', { name: 'a.txt', bytes: new TextEncoder().encode(text) })
  const name = 'Pool report 3'
  const { id: source } =
    (await newsroom.act('source.list', {})).find((known) => known.name === name) ??
    (await newsroom.act('source.add', { name, kind: 'pool' }))
  for (const { text: words, nth = 1, type = 'figure', backed = true } of facts) {
    const { id: fact } = await newsroom.act('fact.tag', { story, text: words, type, nth })
    if (backed)
      // What only the author brought would carry no more than “on author”.
      await newsroom.act(
        'fact.addEvidence',
        { story, fact, evidence: { source, locator: `¶ ${nth}`, stance: 'supports' } },
        'Editor',
      )
  }
  return story
}

const editorsWindow = oneWindow({ user: 'Editor' })
const reportersWindow = oneWindow({ user: 'Reporter' })

/** Leaves review, where the list of facts is open, as it was found: the next review begins with the list folded. */
async function leaveReview(stet: StetWindow): Promise<void> {
  await stet.press('Control+.')
  await expect(stet.facts).toHaveCount(0)
  await stet.press('Control+r')
  await expect(new ReviewRoom(stet.page).region).toHaveCount(0)
}

test('forty facts with backup at hand take at most 55 keys', async () => {
  const figures = Array.from({ length: 40 }, (_, index) => `${index + 101} minutes`)
  const grafs = Array.from({ length: 8 }, (_, graf) =>
    figures
      .slice(graf * 5, graf * 5 + 5)
      .map((figure) => `They talked for ${figure}.`)
      .join(' '),
  )
  const { newsroom, stet } = await editorsWindow()
  await storyBy(
    newsroom,
    ['Leaders talk', 'A deck', ...grafs].join('\n\n'),
    figures.map((text) => ({ text })),
  )
  await stet.library
    .getByRole('button', { name: /Leaders talk/ })
    .first()
    .click()
  await expect(stet.facts.getByRole('listitem')).toHaveCount(40)
  let keys = 0
  const press = async (key: string): Promise<void> => {
    keys++
    await stet.press(key)
  }
  await press('Control+r')
  await stet.openList()
  await expect(stet.factsPanel.focused).toHaveCount(1)
  const open = stet.factsPanel.statuses('To check')
  for (let left = 40; left > 0; left--) {
    await press('v')
    await expect(open).toHaveCount(left - 1)
    if (left > 1) await expect(stet.factsPanel.focusedStatus).toHaveText('To check')
  }
  await expect(stet.factsPanel.statuses('Verified')).toHaveCount(40)
  expect(keys).toBeLessThanOrEqual(55)
  await leaveReview(stet)
})

test('one key signs a statement in both its places; a query goes out by number and its answer comes back', async () => {
  const launched = await editorsWindow()
  const { newsroom, stet, page } = launched
  const story = await storyBy(
    newsroom,
    'Talks last 100 minutes\n\nA deck\n\nTalks last 100 minutes\n\nThey met after six years.',
    [{ text: '100 minutes' }, { text: '100 minutes', nth: 2, backed: false }, { text: 'six years', backed: false }],
  )
  await stet.library
    .getByRole('button', { name: /Talks last/ })
    .first()
    .click()
  await expect(stet.part('headline')).toHaveText('Talks last 100 minutes')
  await stet.reviewWithList()
  const echoes = page.getByRole('region', { name: 'The same statement elsewhere' })
  await expect(echoes).toContainText('one key signs both')
  await expect(echoes).toContainText('graf 1 Talks last 100 minutes')
  expect(await grave(page)).toEqual([])
  await stet.press('v')
  await expect(stet.factsPanel.statuses('Verified')).toHaveCount(2)

  // The third fact is current: ask about it.
  await expect(stet.factsPanel.openWords).toHaveText('six years')
  await stet.press('q')
  await page.getByLabel('Question to the author').fill('Since Osaka in 2019?')
  await page.getByLabel('To', { exact: true }).selectOption('Reporter')
  await page.getByLabel('Due').fill('18:00')
  expect(await grave(page)).toEqual([])
  await page.getByLabel('Question to the author').press('Enter')
  await expect(stet.factsPanel.statuses('Queried')).toHaveCount(1)

  await stet.press('Control+Alt+q')
  const queries = page.getByRole('dialog', { name: 'Queries' })
  await expect(queries.getByLabel('Text to send')).toHaveValue(/1\. “six years”: Since Osaka in 2019\? \(by 18:00\)/)
  await queries.getByLabel('Paste the answers').fill('Hi,\n1. Yes, on 29 June 2019.')
  await expect(queries.getByRole('list', { name: 'Answers found' })).toContainText('Yes, on 29 June 2019.')
  expect(await grave(page)).toEqual([])
  await queries.getByRole('button', { name: 'File 1 answer' }).click()
  await page.keyboard.press('Escape')
  await expect(stet.fact('six years')).toContainText('answered')
  await expect(stet.factsPanel.row('six years').status).toHaveText('To check')

  await stet.press('Control+j')
  const queue = page.getByRole('dialog', { name: 'My queue' })
  await expect(queue.getByRole('region', { name: 'Answered' })).toContainText('six years')
  expect(await grave(page)).toEqual([])
  await page.keyboard.press('Escape')
  await leaveReview(stet)

  for (const [name, ...argv] of [
    ['Reporter', 'filed'],
    ['Editor', 'inReview'],
    ['Editor', 'cleared', '--override', 'On deadline'],
  ] as const) {
    expect((await newsroom.stet(['move', story, ...argv], name)).code).toBe(0)
  }
  // Words change after the editor signed. The editor sees the difference to the signed fact and the cleared copy.
  expect((await newsroom.stet(['edit', story, '--replace', '100', '--with', '90', '--nth', '2'])).code).toBe(0)
  const again = await anotherWindow(launched)
  await expect(again.part('headline')).toHaveText('Talks last 100 minutes')
  await again.press('Control+r')
  await expect(again.page.getByRole('region', { name: 'Evidence', exact: true })).toBeVisible()
  await again.press('i')
  const since = again.page.getByRole('region', { name: 'Changes since my verdict' })
  const cleared = since.getByRole('region', { name: 'Since I cleared it' })
  await expect(cleared.getByText('Compared with snapshot')).toContainText('1 word added, 1 removed.')
  await expect(deletedIn(since)).toHaveText(['100', '100'])
  await expect(insertedIn(since)).toHaveText(['90', '90'])
  await expect(insertedIn(cleared)).toHaveText('90')
  expect(await grave(again.page)).toEqual([])
  await closeLast(launched)
})

test('a figure is worked out from two clock times, and blocks when it is wrong', async () => {
  const { newsroom, page, stet } = await reportersWindow()
  const story = await storyBy(newsroom, 'Talks\n\nA deck\n\nThe talks lasted about 90 minutes.', [
    { text: '90 minutes' },
  ])
  await stet.library.getByRole('button', { name: /Talks/ }).first().click()
  await stet.fact('90 minutes').getByRole('button').first().click()
  await stet.facts.getByRole('button', { name: 'More for this fact' }).click()
  await page.getByRole('menuitem', { name: 'Calculation…' }).click()
  const form = page.getByRole('dialog', { name: 'Calculation' })
  await form.getByRole('group', { name: 'a', exact: true }).getByLabel('Value').fill('11:01')
  await form.getByRole('group', { name: 'b', exact: true }).getByLabel('Value').fill('12:41')
  await expect(form.getByRole('status')).toHaveText('Result: 100. The copy says 90 minutes.')
  expect(await grave(page)).toEqual([])
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(stet.facts.getByRole('group', { name: 'Calculation' })).toContainText(
    'Result: 100. The copy says something else.',
  )
  const gate = await newsroom.json<{ blocks: readonly { rule: string }[] }>(['gate', story, '--door', 'clear'])
  expect(gate.blocks.map(({ rule }) => rule)).toContain('derivedFigure')
  await stet.replace('90 minutes', '100 minutes')
  await expect(stet.facts.getByRole('group', { name: 'Calculation' })).toContainText('Result: 100, as in the copy.')
})

test('W proposes the right words in the copy by keyboard; accepted by another person they stand verified', async () => {
  const editor = await editorsWindow()
  const { newsroom } = editor
  const story = await storyBy(newsroom, 'Talks took 100 minutes\n\nA deck\n\nThe talks lasted 90 minutes in all.', [
    { text: '90 minutes' },
  ])
  const standing = async (): Promise<unknown> => {
    const { facts, blocks } = await newsroom.json<{
      facts: readonly { text: string; status: string }[]
      blocks: readonly { text: string }[]
    }>(['show', story])
    return { facts: facts.map(({ text, status }) => `${text}: ${status}`), body: blocks.at(-1)?.text }
  }

  await editor.stet.library
    .getByRole('button', { name: /Talks took/ })
    .first()
    .press('Enter')
  await expect(editor.stet.part('headline')).toHaveText('Talks took 100 minutes')
  await editor.stet.reviewWithList()
  await expect(editor.stet.factsPanel.focusedHead).toContainText('90 minutes')
  await editor.stet.press('w')
  await expect(editor.page.getByLabel('What is wrong')).toBeFocused()
  await editor.page.keyboard.type('The pool says 100')
  await editor.stet.press('Tab')
  await expect(editor.page.getByLabel('The right words')).toBeFocused()
  await expect(editor.page.getByLabel('The right words')).toHaveValue('90 minutes')
  expect(await grave(editor.page)).toEqual([])
  await editor.page.keyboard.type('100 minutes')
  await editor.stet.press('Enter')
  await expect(editor.stet.fact('90 minutes')).toContainText('Wrong')
  await expect(editor.stet.sheet.inserted.filter({ hasText: '100' })).toBeVisible()
  expect(await standing()).toEqual({ facts: ['90 minutes: wrong'], body: 'The talks lasted 90 minutes in all.' })
  await leaveReview(editor.stet)

  const author = await Seat.beside(editor, 'Reporter')
  await expect(author.stet.part('headline')).toHaveText('Talks took 100 minutes')
  const panel = new SuggestionsPanel(author.stet)
  await panel.open()
  await panel.take('100')
  await author.stet.press('a')
  await expect(panel.rows).toHaveCount(0)
  await author.stet.settled()
  expect(await standing()).toEqual({ facts: ['100 minutes: verified'], body: 'The talks lasted 100 minutes in all.' })
  await closeLast(editor)
})

test('W with the words left as they are proposes nothing', async () => {
  const { newsroom, stet, page } = await editorsWindow()
  const story = await storyBy(newsroom, 'Talks end\n\nA deck\n\nThe talks lasted 90 minutes.', [{ text: '90 minutes' }])
  await stet.library
    .getByRole('button', { name: /Talks end/ })
    .first()
    .press('Enter')
  await expect(stet.part('headline')).toHaveText('Talks end')
  await stet.reviewWithList()
  await expect(stet.factsPanel.focusedHead).toContainText('90 minutes')
  await stet.press('w')
  await page.getByLabel('What is wrong').press('Enter')
  await expect(stet.fact('90 minutes')).toContainText('Wrong')
  expect((await newsroom.json<{ suggestions: readonly unknown[] }>(['show', story])).suggestions).toEqual([])
  await leaveReview(stet)
})

test('X goes on at the start of the story and shows untagged statements before the caret too', async () => {
  const { newsroom, stet, page } = await editorsWindow()
  await storyBy(newsroom, 'Sales\n\nA deck\n\nThey sold 4 tons.\n\nThe sale lasted 80 minutes.\n\nThey sold 5 tons.', [
    { text: '80 minutes' },
  ])
  await stet.library.getByRole('button', { name: /Sales/ }).first().press('Enter')
  await expect(stet.part('headline')).toHaveText('Sales')
  await stet.reviewWithList()
  await expect(stet.factsPanel.focusedHead).toContainText('80 minutes')
  const notices = page.getByRole('region', { name: 'Notices' })
  for (const said of [
    '“5 tons” is a figure without a tag. Press X again to say that there is nothing to check here.',
    '“4 tons” is a figure without a tag. Press X again to say that there is nothing to check here.',
    'No untagged statements left.',
  ]) {
    await stet.press('x')
    await expect(notices).toContainText(said)
  }
})

test('evidence has half of the room, the keys are one row under it, and all other keys are in a menu', async () => {
  const { newsroom, app, stet, page } = await reportersWindow()
  await storyBy(newsroom, 'Leaders talk\n\nA deck\n\nThey talked for 100 minutes.', [{ text: '100 minutes' }])
  await stet.library
    .getByRole('button', { name: /Leaders talk/ })
    .first()
    .click()
  await expect(stet.part('headline')).toHaveText('Leaders talk')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await stet.press('Control+r')
  const room = page.getByRole('region', { name: 'Evidence' })
  const dock = page.getByRole('toolbar', { name: 'Review' })
  await expect(dock.getByRole('group', { name: 'Verdict' }).getByRole('button')).toHaveText([
    'VVerified',
    'QQuery',
    'WWrong',
    'DDisputed',
    'UUnverifiable',
    'AOn author',
    'SLet stand',
  ])
  await expect(dock.locator('.dock-place')).toHaveText('1 of 1 open')
  // The list of facts is folded: the room is shared by halves.
  await expect(stet.facts).toHaveCount(0)
  const widths = () =>
    page.evaluate(() =>
      ['.room-left', '.room-sheet', '.dock'].map((name) => document.querySelector(name)?.getBoundingClientRect()),
    )
  await expect
    .poll(async () => {
      const [evidence, sheet, keys] = await widths()
      return { isHalf: Math.abs((evidence?.width ?? 0) - (sheet?.width ?? 0)) < 3, keys: keys?.height }
    })
    .toEqual({ isHalf: true, keys: 64 })
  expect(await grave(page)).toEqual([])

  await new ReviewRoom(page).more.press('Enter')
  await expect(page.getByRole('menu', { name: 'More review actions' }).getByRole('menuitem')).toHaveCount(14)
  expect(await grave(page)).toEqual([])
  await page.keyboard.press('Escape')
  // A question opens over the dock, with the keyboard in its field. Escape leads back to the evidence.
  await stet.press('q')
  await expect(new ReviewRoom(page).question.getByLabel('Question to the author')).toBeFocused()
  expect(await grave(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(room.getByRole('group', { name: 'Evidence for the selected fact' })).toBeFocused()
  // A key opens the list at the selected fact. Each mode keeps its own fold.
  await page.keyboard.press('Control+1')
  await expect(stet.factsPanel.row('100 minutes').head).toBeFocused()
  await page.keyboard.press('Control+.')
  await expect(stet.facts).toHaveCount(0)
  await page.getByRole('tab', { name: 'Write' }).click()
  await expect(room).toHaveCount(0)
  await expect(stet.facts).toBeVisible()
})
