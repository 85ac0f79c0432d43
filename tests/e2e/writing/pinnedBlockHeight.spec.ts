/** The block that somebody types in keeps its height while its words fit it. */
import type { Page } from '@playwright/test'
import { expect, oneWindow, test } from '../fixtures'

const theWindow = oneWindow({ user: 'Reporter' })

interface Graf {
  readonly pinned: boolean
  readonly height: number
  /** Its height in pixels when it is not pinned. */
  readonly natural: number
}

const graf = (page: Page): Promise<Graf> =>
  page.evaluate(() => {
    const caret = document.querySelector('.ProseMirror > .caret-block')
    if (!caret) throw new Error('The caret is in no graf.')
    const { contain, height } = getComputedStyle(caret)
    const freed = new CSSStyleSheet()
    freed.replaceSync('.caret-block { contain: none !important; block-size: auto !important; }')
    document.adoptedStyleSheets.push(freed)
    const natural = getComputedStyle(caret).height
    document.adoptedStyleSheets.pop()
    return { pinned: contain.includes('size'), height: Number.parseFloat(height), natural: Number.parseFloat(natural) }
  })

test('whatever is typed, taken away or set, a graf is as high as its words need', async () => {
  const { stet, page } = await theWindow()
  await stet.newStory()
  await stet.type('headline', 'A headline')
  await stet.press('Enter')
  await stet.press('Enter')
  let pinned = 0
  const press = async (key: string): Promise<void> => {
    await stet.press(key)
    const { pinned: isPinned, height, natural } = await graf(page)
    expect({ key, height }).toEqual({ key, height: natural })
    if (isPinned) pinned++
  }
  const type = async (text: string): Promise<void> => {
    for (const letter of text) await press(letter === ' ' ? 'Space' : letter)
  }
  await type('The council will vote again on the plan that was put to it in the spring and then ')
  expect((await graf(page)).natural).toBeGreaterThan(40)
  await press('Control+b')
  await type('withdrawn by those ')
  await press('Control+b')
  await type('who put it')
  expect(pinned).toBeGreaterThan(60)
  for (let letter = 0; letter < 45; letter++) await press('Backspace')
  await press('Shift+Enter')
  await type('and')
  await press('Control+z')
  await press('Control+z')
  await type('on')
  for (const key of [
    'Enter',
    'a',
    'b',
    'Backspace',
    'Backspace',
    'Backspace',
    'c',
    'Control+Home',
    'Control+End',
    'd',
    'Control+Shift+Home',
  ])
    await press(key)
})

/** Waits until the act pins the graf. The page itself looks for it: a pause in typing ends it. */
async function pinnedBy(page: Page, act: () => Promise<void>): Promise<void> {
  const pinned = page.waitForFunction(
    () => {
      const caret = document.querySelector('.ProseMirror > .caret-block')
      return caret !== null && getComputedStyle(caret).contain.includes('size')
    },
    undefined,
    { polling: 20 },
  )
  await act()
  await pinned
}

test('a graf is pinned while one types in it, and unpinned when the window changes or typing pauses', async () => {
  const { app, stet, page } = await theWindow()
  await stet.newStory()
  await stet.type('headline', 'A headline')
  await stet.press('Enter')
  await stet.press('Enter')
  await page.keyboard.type(
    'The council will vote again on the plan that was put to it in the spring and withdrawn by those who had put it',
  )
  await pinnedBy(page, () => stet.press('x'))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(820, 800))
  await expect.poll(async () => (await graf(page)).pinned).toBe(false)
  const narrow = await graf(page)
  expect(narrow.height).toBe(narrow.natural)

  await pinnedBy(page, () => stet.press('y'))
  await expect.poll(async () => (await graf(page)).pinned).toBe(false)
})
