/** Words selected in a captured file become the excerpt and the locator; evidence is changed, and the change undone. */
import type { Locator, Page } from '@playwright/test'
import { pdfFrom } from '../../builders/files/pdfFrom'
import { graveFindings } from '../axe'
import { expect, oneWindow, test, type Launched, type Newsroom } from '../fixtures'
import { openStory } from '../openStory'
import { EvidenceViewer } from '../pages/evidenceViewer'
import { ReviewRoom } from '../pages/reviewRoom'

const PAGES = [
  'Agenda of the talks',
  'The stoppage lasted 17 hours in all. Pay rises by 4.8 percent.',
  'Signed at Mokpo',
]
const COPY = '\n\nA deck\n\nPay rises by 4.8 percent. The strike lasted 17 hours. It freed 29 ships.'

interface Desk extends Launched {
  readonly newsroom: Newsroom
  readonly story: string
  readonly room: ReviewRoom
  readonly viewer: EvidenceViewer
  /** The evidence of a fact, as the command line shows it. */
  readonly evidenceOf: (text: string) => Promise<readonly Readonly<Record<string, string>>[]>
  readonly status: (text: string) => Promise<string | undefined>
}

const theWindow = oneWindow({ user: 'Editor' }, async (newsroom) => {
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'], 'Editor')
  await newsroom.json(['roster', 'add', 'Reporter'], 'Editor')
  await newsroom.json(['source', 'add', '--name', 'Wage agreement', '--kind', 'document'])
})
let stories = 0

/** A story of its own in review. Its first fact, 4.8 percent, is verified by a PDF; the others have no evidence. */
async function desk(): Promise<Desk> {
  const launched = await theWindow()
  const { newsroom, page, stet } = launched
  if (stories > 0) {
    // The next review begins with the list folded, as this one did.
    if ((await stet.facts.count()) > 0) await stet.press('Control+.')
    await page.getByRole('tab', { name: 'Write' }).click()
  }
  const headline = `Crews end strike ${++stories}`
  const story = await openStory(launched, headline, { name: 'a.txt', text: headline + COPY })
  const source = 'Wage agreement'
  const { upload } = await newsroom.act('file.begin', { name: 'deal.pdf' }, 'Editor')
  await newsroom.act('file.write', { upload, bytes: pdfFrom(PAGES) }, 'Editor')
  const { sha256 } = await newsroom.act('file.keep', { upload }, 'Editor')
  const { id: pay } = await newsroom.act('fact.tag', { story, text: '4.8 percent', type: 'figure' })
  for (const text of ['17 hours', '29 ships']) await newsroom.act('fact.tag', { story, text, type: 'figure' })
  const evidence = { source, locator: 'p. 2', stance: 'supports', file: sha256, fileName: 'deal.pdf' } as const
  await newsroom.act('fact.sign', { story, fact: pay, status: 'verified', evidence }, 'Editor')
  await expect(stet.factsPanel.statuses('Verified')).toHaveCount(1)
  await stet.press('Control+r')
  const room = new ReviewRoom(page)
  await expect(room.words).toHaveText('17 hours')
  type Shown = { facts: { text: string; status: string; evidence: Readonly<Record<string, string>>[] }[] }
  const factOf = async (text: string) =>
    (await newsroom.json<Shown>(['show', story])).facts.find((fact) => fact.text === text)
  return {
    ...launched,
    story,
    room,
    viewer: new EvidenceViewer(room.region),
    evidenceOf: async (text) => (await factOf(text))?.evidence ?? [],
    status: async (text) => (await factOf(text))?.status,
  }
}

/** Drags over words of the shown page: from the first letter of `first` to the last of `last`. */
async function drag(page: Page, words: Locator, first: string, last: string): Promise<void> {
  const [from, to] = await words.evaluate(
    (layer, [begin, end]) => {
      const edge = (text: string, side: 'left' | 'right'): { x: number; y: number } => {
        const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(text) ?? -1
          if (at < 0) continue
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + text.length)
          const box = range.getBoundingClientRect()
          return { x: side === 'left' ? box.left + 1 : box.right - 1, y: (box.top + box.bottom) / 2 }
        }
        throw new Error(`The page does not hold ${text}.`)
      }
      return [edge(begin, 'left'), edge(end, 'right')] as const
    },
    [first, last] as const,
  )
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

test('evidence from a page of a PDF with its excerpt takes three acts', async () => {
  const { page, stet, room, viewer, evidenceOf } = await desk()
  let acts = 0
  // A file of the story, for a fact that has no evidence.
  await room.region.getByRole('button', { name: 'Wage agreement · deal.pdf' }).click()
  acts++
  // It opens where the words of the fact are.
  await expect(viewer.count).toHaveText('1 of 1')
  await expect(viewer.pageText).toHaveAttribute('aria-label', 'Text of page 2')
  await stet.press('p')
  acts++
  const form = page.getByRole('dialog', { name: 'Add evidence' })
  await expect(form.getByLabel('What it says')).toHaveValue('The stoppage lasted 17 hours in all.')
  await expect(form.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Enter')
  acts++
  await expect(form).toBeHidden()
  expect(acts).toBeLessThanOrEqual(4)
  expect(await evidenceOf('17 hours')).toMatchObject([
    { locator: 'p. 2', excerpt: 'The stoppage lasted 17 hours in all.', fileName: 'deal.pdf', stance: 'supports' },
  ])
  await expect(viewer.excerpt.first()).toBeVisible()
  await expect(room.region.getByRole('tab', { name: 'Wage agreement p. 2' })).toHaveAttribute('aria-selected', 'true')
})

test('a selection is offered as excerpt; taken, it changes the evidence, and its verdict lapses until it is undone', async () => {
  const { page, stet, room, viewer, evidenceOf, status } = await desk()
  await stet.openList()
  await stet.factsPanel.row('4.8 percent').head.click()
  await expect(room.words).toHaveText('4.8 percent')
  await expect(viewer.pageText).toHaveAttribute('aria-label', 'Text of page 2')
  await expect(viewer.pageText).toContainText('Pay rises by 4.8 percent')
  await drag(page, viewer.pageText, 'Pay rises', 'percent')
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  await expect(bar).toBeVisible()
  expect(await graveFindings(page, 'selection')).toEqual([])
  await bar.getByRole('button', { name: 'Use selection as excerpt' }).click()
  const form = page.getByRole('dialog', { name: 'Change evidence' })
  await expect(form.getByLabel('What it says')).toHaveValue('Pay rises by 4.8 percent')
  await expect(form.getByLabel('Page or paragraph')).toHaveValue('p. 2')
  await expect(form).toContainText('Editor said Verified with this evidence.')
  expect(await graveFindings(page, 'change evidence')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(form).toBeHidden()
  await expect(viewer.excerpt.first()).toBeVisible()
  await expect.poll(() => evidenceOf('4.8 percent')).toMatchObject([{ excerpt: 'Pay rises by 4.8 percent' }])
  expect(await status('4.8 percent')).toBe('reCheck')
  await room.region.getByRole('button', { name: 'Undo change' }).click()
  await expect.poll(() => status('4.8 percent')).toBe('verified')
  expect((await evidenceOf('4.8 percent'))[0]).not.toHaveProperty('excerpt')
})

test('a piece of evidence without its file is completed in place, and that is undone', async () => {
  const { newsroom, story, page, stet, room, viewer, evidenceOf } = await desk()
  const facts = await newsroom.json<{ facts: { id: string; text: string }[] }>(['show', story])
  const { id: fact = '' } = facts.facts.find(({ text }) => text === '29 ships') ?? {}
  const evidence = { source: 'Wage agreement', locator: 'p. 3', stance: 'supports' } as const
  await newsroom.act('fact.addEvidence', { story, fact, evidence }, 'Editor')
  await stet.openList()
  await stet.factsPanel.row('29 ships').head.click()
  await room.region.getByRole('button', { name: 'Attach the file…' }).click()
  const form = page.getByRole('dialog', { name: 'Attach the file' })
  await expect(form.getByRole('button', { name: 'Choose a file' })).toBeFocused()
  expect(await graveFindings(page, 'attach the file')).toEqual([])
  // Not the file: it has no page 3. The form stays, and takes another place.
  await form.getByLabel('Evidence file').setInputFiles({
    ...{ name: 'ships.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFrom(['Quay', 'It freed 29 ships.'])) },
  })
  await expect(form.getByRole('button', { name: 'Attach' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toContainText('page 3')
  await form.getByLabel('Page or paragraph').fill('p. 2')
  await page.keyboard.press('Enter')
  await expect(form).toBeHidden()
  await expect(viewer.pageText).toHaveAttribute('aria-label', 'Text of page 2')
  expect(await evidenceOf('29 ships')).toMatchObject([{ locator: 'p. 2', fileName: 'ships.pdf' }])
  await room.region.getByRole('button', { name: 'Undo change' }).click()
  await expect(room.region.getByRole('button', { name: 'Attach the file…' })).toBeVisible()
  expect(await evidenceOf('29 ships')).toMatchObject([{ locator: 'p. 3' }])
})
