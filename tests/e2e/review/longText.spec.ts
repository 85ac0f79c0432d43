/** Words selected in a text of which only the grafs near the screen are drawn become the excerpt. */
import { expect, oneWindow, test } from '../fixtures'
import { openStory } from '../openStory'
import { EvidenceViewer } from '../pages/evidenceViewer'
import { ReviewRoom } from '../pages/reviewRoom'

const LINES = Array.from({ length: 5000 }, (_, at) =>
  at === 3999 ? 'Pay rises by 4.8 percent, the union said.' : `Line ${at + 1} of the minutes.`,
)
const theWindow = oneWindow({ user: 'Editor' }, async (newsroom) => {
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'], 'Editor')
  await newsroom.json(['roster', 'add', 'Reporter'], 'Editor')
  await newsroom.json(['source', 'add', '--name', 'Minutes', '--kind', 'document'])
})

test('a selection that began 150 lines above the screen is the excerpt, whole', async () => {
  const launched = await theWindow()
  const { newsroom, page, stet } = launched
  const headline = 'Crews end strike'
  const text = `${headline}\n\nA deck\n\nPay rises by 4.8 percent.`
  const story = await openStory(launched, headline, { name: 'a.txt', text })
  const { upload } = await newsroom.act('file.begin', { name: 'minutes.txt' }, 'Editor')
  await newsroom.act('file.write', { upload, bytes: new TextEncoder().encode(LINES.join('\n')) }, 'Editor')
  const { sha256 } = await newsroom.act('file.keep', { upload }, 'Editor')
  const { id: fact } = await newsroom.act('fact.tag', { story, text: '4.8 percent', type: 'figure' })
  const evidence = { locator: 'para. 4000', stance: 'supports', file: sha256, fileName: 'minutes.txt' } as const
  await newsroom.act(
    'fact.sign',
    { story, fact, status: 'verified', evidence: { source: 'Minutes', ...evidence } },
    'Editor',
  )
  await expect(stet.factsPanel.statuses('Verified')).toHaveCount(1)
  await stet.press('Control+r')
  const room = new ReviewRoom(page)
  const viewer = new EvidenceViewer(room.region)
  await stet.openList()
  await stet.factsPanel.row('4.8 percent').head.click()
  await expect(viewer.here).toHaveAttribute('data-graf', '4000')
  await expect(viewer.here).toBeInViewport()
  const grafs = viewer.pane.locator('li[data-graf]')
  expect(await grafs.count()).toBeLessThan(150)
  // Over 150 lines, with the wheel.
  const first = viewer.pane.locator('li[data-graf="3998"] [data-words]')
  const box = await first.boundingBox()
  if (!box) throw new Error('Line 3998 is not there.')
  await page.mouse.move(box.x + 1, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 30, box.y + box.height / 2)
  await page.mouse.wheel(0, 33 * 150)
  await expect.poll(async () => Number(await grafs.last().getAttribute('data-graf'))).toBeGreaterThan(4140)
  const to = viewer.pane.locator('li[data-graf="4150"] [data-words]')
  await to.scrollIntoViewIfNeeded()
  const end = await to.boundingBox()
  if (!end) throw new Error('Line 4150 is not there.')
  await page.mouse.move(end.x + end.width - 2, end.y + end.height / 2, { steps: 4 })
  await page.mouse.up()
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: 'Use selection as excerpt' })
    .click()
  const form = page.getByRole('dialog', { name: 'Change evidence' })
  await expect(form.getByLabel('What it says')).toHaveValue(LINES.slice(3997, 4150).join('\n'))
  await expect(form.getByLabel('Page or paragraph')).toHaveValue(/3998.*4150/u)
})
