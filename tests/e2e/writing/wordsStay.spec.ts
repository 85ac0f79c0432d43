/** Bars and notices around the sheet do not move its words, the tools above it or the rows beside it. */
import type { Page } from '@playwright/test'
import { expect, oneWindow, test, type Launched } from '../fixtures'
import { openStory } from '../openStory'
import { sheetScroller } from '../pages/stetWindow'
import { sizeTo } from '../pages/windowSize'

/** The top of an element in the window, in whole pixels, once it is drawn. */
const places = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const top = (selector: string): number => {
      const element = document.querySelector(selector)
      if (!element) throw new Error(`${selector} is not in the window`)
      return Math.round(element.getBoundingClientRect().top)
    }
    return {
      words: top('.ProseMirror [data-part="body"]'),
      tools: top('.tool-strip'),
      row: top('[data-pane="library"] li'),
      tab: top('[role="tab"]'),
    }
  })

const theWindow = oneWindow({ user: 'Reporter' })
let stories = 0

/** Another story of so many grafs, open in the shared window. */
async function storyInWindow(grafs: number): Promise<Launched> {
  const window = await theWindow()
  const headline = `Ferry talks resume, day ${++stories}`
  const text = [
    headline,
    'After a week',
    ...Array.from(
      { length: grafs },
      (_, index) => `The captain of boat ${index + 1} said that the crossing would take as long as the water asked.`,
    ),
  ].join('\n')
  await openStory(window, headline, { name: 'ferry.txt', text })
  return window
}

test('Find, the link field and notices do not move the words, also in a short story', async () => {
  const { page, stet } = await storyInWindow(2)
  await stet.select('boat 2')
  const before = await places(page)
  const notices = page.getByRole('region', { name: 'Notices' })
  await stet.press('ArrowRight')
  await stet.press('Control+t')
  await expect(notices).toBeVisible()
  expect(await places(page)).toEqual(before)
  await notices.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notices).toHaveCount(0)
  expect(await places(page)).toEqual(before)
  await stet.caretAtEnd()
  for (const [key, opened] of [
    ['Control+f', page.getByRole('search')],
    ['Control+Shift+k', page.getByRole('form', { name: 'Link' })],
  ] as const) {
    await stet.press(key)
    await expect(opened).toBeVisible()
    expect([key, await places(page)]).toEqual([key, before])
    await stet.press('Escape')
    await expect(opened).toHaveCount(0)
    expect([key, await places(page)]).toEqual([key, before])
  }
})

test('selected words never go behind a bar, and a change of width does not scroll', async () => {
  const window = await storyInWindow(60)
  const { page, stet } = window
  // The width in which the window was started.
  const [width, height] = await page.evaluate(() => [innerWidth, innerHeight] as const)
  const scrolled = (): Promise<number> => page.evaluate(() => document.querySelector('.sheet-scroll')?.scrollTop ?? NaN)
  await sizeTo(window, { width: 700, height: 700 })
  expect(await scrolled()).toBe(0)
  await stet.select('boat 30')
  for (const below of [10, 40]) {
    const hidden = (): Promise<number> =>
      page.evaluate(
        () =>
          (document.querySelector('.sheet-scroll')?.getBoundingClientRect().top ?? NaN) -
          (document.querySelector('.find-current')?.getBoundingClientRect().top ?? NaN),
      )
    await page.evaluate((by) => {
      const [scroller, words] = [
        document.querySelector('.sheet-scroll'),
        document.getSelection()?.getRangeAt(0).getBoundingClientRect(),
      ]
      if (scroller && words) scroller.scrollTop += words.top - scroller.getBoundingClientRect().top - by
    }, below)
    await stet.press('Control+f')
    await expect(page.getByRole('search')).toBeVisible()
    await expect.poll(hidden).toBeLessThanOrEqual(0)
    await stet.press('Escape')
    await expect(page.getByRole('search')).toHaveCount(0)
  }
  await sizeTo(window, { width, height })
})

test('a notice that would cover the caret scrolls it just into view; a caret further up stays', async () => {
  const { page, stet } = await storyInWindow(60)
  const scroller = sheetScroller(page)
  const box = await scroller.boundingBox()
  if (!box) throw new Error('The sheet is not on the screen.')
  const caret = (): Promise<{ readonly top: number; readonly bottom: number; readonly edge: number }> =>
    page.evaluate(() => {
      const { top, bottom } = document.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? {
        top: NaN,
        bottom: NaN,
      }
      return { top, bottom, edge: document.querySelector('.sheet-scroll')?.getBoundingClientRect().bottom ?? NaN }
    })
  const notices = page.getByRole('region', { name: 'Notices' })
  const say = async (): Promise<void> => {
    await stet.press('Control+t')
    await expect(notices).toBeVisible()
  }
  await page.mouse.click(box.x + box.width / 2, box.y + 300)
  const high = await caret()
  await say()
  expect((await caret()).top).toBe(high.top)
  await notices.getByRole('button', { name: 'Dismiss' }).click()
  await page.mouse.click(box.x + box.width / 2, box.y + box.height - 44)
  // The editor hears of a click later than the page.
  await expect
    .poll(() =>
      page.evaluate(() =>
        document.querySelector('.ProseMirror > .caret-block')?.contains(document.getSelection()?.anchorNode ?? null),
      ),
    )
    .toBe(true)
  const low = await caret()
  expect(low.bottom).toBeLessThanOrEqual(low.edge)
  await say()
  // The sheet scrolls with the frame that shows the notice.
  await expect
    .poll(async () => {
      const now = await caret()
      return { wasCovered: low.bottom > now.edge, isInSight: now.bottom <= now.edge }
    })
    .toEqual({ wasCovered: true, isInSight: true })
})
