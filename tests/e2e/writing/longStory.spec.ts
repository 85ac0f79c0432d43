/** A story of a thousand grafs: those far from the screen are not drawn, and each is drawn before it is seen. */
import type { Page } from '@playwright/test'
import { expect, oneWindow, test, type Launched } from '../fixtures'
import { openStory } from '../openStory'
import { assistedPage } from '../pages/stetWindow'

const GRAFS = 1000
const graf = (n: number): string =>
  `Graf ${n} says that the ferry carried ${n} people, and that ${'nobody '.repeat(12)}was left behind.`

const theWindow = oneWindow({ user: 'Reporter' })
let stories = 0

/** Another such story, open in the shared window. */
async function longStory(): Promise<Launched & { readonly headline: string }> {
  const window = await theWindow()
  const headline = `A long story, part ${++stories}`
  const text = [headline, '', ...Array.from({ length: GRAFS }, (_, n) => graf(n + 1))].join('\n\n')
  await openStory(window, headline, { name: 'long.txt', text })
  return { ...window, headline }
}

interface Drawn {
  /** Grafs within the window's part for the sheet, from top to bottom, that are drawn; and those that are not. */
  readonly seen: readonly string[]
  readonly blank: readonly string[]
  /** Grafs of the whole story that are not drawn. */
  readonly far: number
}

const drawn = (page: Page): Promise<Drawn> =>
  page.evaluate(() => {
    const sheet = document.querySelector('.ProseMirror')
    let scroller = sheet?.parentElement
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement
    const { top = 0, bottom = 0 } = scroller?.getBoundingClientRect() ?? {}
    const all = [...(sheet?.children ?? [])].map((block) => ({
      name: /^Graf \d+/.exec(block.textContent ?? '')?.[0] ?? '',
      hidden: getComputedStyle(block).contentVisibility === 'hidden',
      box: block.getBoundingClientRect(),
    }))
    const onScreen = all.filter(({ box, name }) => name !== '' && box.bottom > top && box.top < bottom)
    return {
      seen: onScreen.filter(({ hidden }) => !hidden).map(({ name }) => name),
      blank: onScreen.filter(({ hidden }) => hidden).map(({ name }) => name),
      far: all.filter(({ hidden }) => hidden).length,
    }
  })

const settledOn = async (page: Page, name: string): Promise<Drawn> => {
  await expect.poll(async () => (await drawn(page)).seen).toContain(name)
  return drawn(page)
}

test('in a story of a thousand grafs only those near the screen are drawn, and each is drawn before it is seen', async () => {
  const { stet, page } = await longStory()
  await expect.poll(async () => (await drawn(page)).far).toBeGreaterThan(GRAFS / 2)
  expect((await drawn(page)).blank).toEqual([])

  // By keys to the end, and back; by the wheel; by find.
  await stet.caretAtEnd()
  expect((await settledOn(page, `Graf ${GRAFS}`)).blank).toEqual([])
  await page.keyboard.type(' The end.')
  await expect(stet.part('body').last()).toContainText('The end.')
  await stet.press('Control+Home')
  expect((await settledOn(page, 'Graf 1')).blank).toEqual([])
  await page.mouse.move(640, 400)
  for (let turn = 0; turn < 12; turn++) {
    await page.mouse.wheel(0, 9000)
    await expect.poll(async () => (await drawn(page)).blank).toEqual([])
  }
  await stet.select('carried 700 people')
  expect((await settledOn(page, 'Graf 700')).blank).toEqual([])
  await stet.press('Control+Home')
  await settledOn(page, 'Graf 1')
  await stet.press('Control+f')
  await page.getByRole('search').getByLabel('Find', { exact: true }).fill('carried 500 people')
  expect((await settledOn(page, 'Graf 500')).blank).toEqual([])
  await stet.press('Escape')

  // A new graf stays drawn when the caret leaves it, and so do grafs that others insert.
  await stet.press('ArrowRight')
  await stet.press('Enter')
  await stet.press('ArrowUp')
  await expect.poll(async () => (await drawn(page)).blank).toEqual([])
})

/** Whether the caret is within the window's part for the sheet. */
const caretIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const caret = getSelection()?.getRangeAt(0).getBoundingClientRect()
    let scroller = document.querySelector('.ProseMirror')?.parentElement
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement
    const box = scroller?.getBoundingClientRect()
    return caret !== undefined && box !== undefined && caret.top >= box.top && caret.bottom <= box.bottom
  })

/** Chromium scrolls smoothly on after the wheel has turned. */
const scrollingEnds = async (page: Page): Promise<void> => {
  let before = ''
  await expect
    .poll(async () => {
      const last = before
      before = (await drawn(page)).seen.join()
      return before === last
    })
    .toBe(true)
}

const grafOfCaret = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Number(/Graf (\d+)/.exec(document.querySelector('.ProseMirror > .caret-block')?.textContent ?? '')?.[1]),
  )

test('while somebody types, only grafs on the screen are drawn, and what is scrolled to is drawn at once', async () => {
  const { stet, page } = await longStory()
  await stet.caretBefore('Graf 500 says')
  await expect.poll(async () => (await drawn(page)).seen).toContain('Graf 500')
  const farAtRest = (await drawn(page)).far

  // Types ten lines and more: the graf grows beyond the screen.
  const words =
    'the council will vote again on the plan that was put to it in the spring, and then withdrawn by those who had put it; '
  for (let line = 0; line < 10; line++) {
    await page.keyboard.type(words, { delay: 1 })
    expect({ line, blank: (await drawn(page)).blank, caretIsSeen: await caretIsSeen(page) }).toEqual({
      line,
      blank: [],
      caretIsSeen: true,
    })
  }
  await stet.press('x')
  await expect.poll(async () => (await drawn(page)).far).toBeGreaterThan(farAtRest + 20)
  await stet.press('PageDown')
  await expect.poll(() => grafOfCaret(page)).toBeGreaterThan(501)
  // The page scrolls and is drawn in the next frames.
  await expect
    .poll(async () => ({
      near: (await grafOfCaret(page)) < 515,
      blank: (await drawn(page)).blank,
      caretIsSeen: await caretIsSeen(page),
    }))
    .toEqual({ near: true, blank: [], caretIsSeen: true })
  await stet.press('x')
  await expect.poll(async () => (await drawn(page)).far).toBeGreaterThan(farAtRest + 20)
  await page.mouse.move(640, 400)
  await page.mouse.wheel(0, 6000)
  await expect.poll(async () => (await drawn(page)).seen).not.toContain('Graf 500')
  await scrollingEnds(page)
  expect((await drawn(page)).blank).toEqual([])

  // A letter brings the caret back.
  await stet.press('y')
  await expect
    .poll(async () => ({ blank: (await drawn(page)).blank, caretIsSeen: await caretIsSeen(page) }))
    .toEqual({ blank: [], caretIsSeen: true })
  // After a pause more than the screen is drawn again.
  await expect.poll(async () => (await drawn(page)).far).toBeLessThan(farAtRest + 5)
})

test('a Shift-click far away selects every graf between', async () => {
  const { stet, page } = await longStory()
  await expect.poll(async () => (await drawn(page)).far).toBeGreaterThan(GRAFS / 2)
  await stet.caretBefore('Graf 10 says')
  await page.mouse.move(640, 400)
  for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, 9000)
  await expect.poll(async () => Number((await drawn(page)).seen.at(-1)?.split(' ')[1])).toBeGreaterThan(250)
  await stet.story.click({
    modifiers: ['Shift'],
    position: {
      x: 300,
      y: await page.evaluate(() => 400 - (document.querySelector('.ProseMirror')?.getBoundingClientRect().top ?? 0)),
    },
  })

  const grafsIn = (text: string): readonly string[] => text.match(/Graf \d+ says/g) ?? []
  const given = async (): Promise<readonly string[]> =>
    grafsIn(await page.evaluate(() => getSelection()?.toString() ?? ''))
  await expect.poll(async () => (await given()).length).toBeGreaterThan(200)
  const selected = await given()
  expect(selected).toEqual(selected.map((_, n) => `Graf ${n + 10} says`))

  // With the caret elsewhere they are not drawn.
  await stet.caretAtEnd()
  await expect.poll(async () => (await drawn(page)).far).toBeGreaterThan(GRAFS / 2)
})

test('select all of a long story takes every graf and draws those of a few screens', async () => {
  const { app, stet, page } = await longStory()
  await expect.poll(async () => (await drawn(page)).far).toBeGreaterThan(GRAFS / 2)
  await stet.caretBefore('Graf 10 says')
  await stet.press('Control+a')
  await expect.poll(async () => (await drawn(page)).far).toBeLessThan(GRAFS - 300)
  expect((await drawn(page)).far).toBeGreaterThan(GRAFS / 2)
  const copied = (): Promise<string> =>
    app.evaluate(({ clipboard }) => (clipboard as unknown as { readText(): string }).readText())
  const everyGraf = Array.from({ length: GRAFS }, (_, n) => `Graf ${n + 1} says`)
  // In its first moments a window has not loaded the leak scan, and nothing leaves.
  await expect
    .poll(async () => {
      await stet.press('Control+c')
      return (await copied()).match(/Graf \d+ says/g)
    })
    .toEqual(everyGraf)

  // What is scrolled to is drawn, and a letter replaces all of it.
  await page.mouse.move(640, 400)
  for (let turn = 0; turn < 6; turn++) {
    await page.mouse.wheel(0, 9000)
    await expect.poll(async () => (await drawn(page)).blank).toEqual([])
  }
  await page.keyboard.type('x')
  await expect(stet.part('body')).toHaveCount(1)
  await expect(stet.part('headline')).toHaveText('x')
})

test('Find counts every match of a long story and marks those near the screen', async () => {
  const { stet, page } = await longStory()
  await expect.poll(async () => (await drawn(page)).far).toBeGreaterThan(GRAFS / 2)
  await stet.press('Control+f')
  const bar = page.getByRole('search')
  await bar.getByLabel('Find', { exact: true }).fill('says that the')
  await expect(bar.locator('.find-count')).toHaveText(`1 of ${GRAFS}`)
  /** Grafs on the screen without a mark. */
  const unmarked = async (): Promise<readonly string[]> => {
    const { seen } = await drawn(page)
    const marked = await stet.sheet.matches.evaluateAll((marks) =>
      marks.map((mark) => /^Graf \d+/.exec(mark.closest('p')?.textContent ?? '')?.[0] ?? ''),
    )
    return seen.filter((name) => !marked.includes(name))
  }
  await expect.poll(unmarked).toEqual([])
  expect(await stet.sheet.matches.count()).toBeLessThan(GRAFS / 2)
  await page.mouse.move(640, 400)
  for (let turn = 0; turn < 3; turn++) {
    await page.mouse.wheel(0, 9000)
    await expect.poll(unmarked).toEqual([])
  }
  expect((await drawn(page)).seen).not.toContain('Graf 1')

  // Enter goes to the next match from the current one, wherever the sheet was scrolled to.
  await bar.getByLabel('Find', { exact: true }).press('Enter')
  await expect(bar.locator('.find-count')).toHaveText(`2 of ${GRAFS}`)
  await settledOn(page, 'Graf 2')
  await expect(stet.story.locator('.find-current')).toHaveCount(1)
})

test('with a screen reader all of a long story is drawn, also when it is switched on later', async () => {
  const { app, stet, page, headline } = await longStory()
  await expect.poll(async () => (await drawn(page)).far).toBeGreaterThan(GRAFS / 2)
  await app.evaluate(({ app: main }) => main.setAccessibilitySupportEnabled(true))
  await expect.poll(async () => (await drawn(page)).far).toBe(0)
  // A reloaded window knows about the screen reader at once.
  await page.reload()
  await expect(stet.part('headline')).toHaveText(headline)
  await expect(assistedPage(page)).toHaveCount(1)
  expect((await drawn(page)).far).toBe(0)
  await app.evaluate(({ app: main }) => main.setAccessibilitySupportEnabled(false))
  await expect.poll(async () => (await drawn(page)).far).toBeGreaterThan(GRAFS / 2)
})
