import type { Page } from '@playwright/test'
import { expect, oneWindow, test } from '../fixtures'
import { openStory } from '../openStory'

const theWindow = oneWindow({ user: 'Reporter' })

const STATUSES = [
  'toCheck',
  'queried',
  'verified',
  'onAuthor',
  'wrong',
  'disputed',
  'unverifiable',
  'letStand',
  'reCheck',
]

test('underlines of nested facts do not touch, whatever their statuses', async () => {
  const window = await theWindow()
  const { newsroom, stet, page } = window
  const words = '# Ferry frees 31 ships\n\nIt carried 300 people. They were glad.\n'
  const story = await openStory(window, 'Ferry frees 31 ships', { name: 'ferry.md', text: words })
  for (const text of ['It carried 300 people. They', 'carried 300 people', '300 people', 'frees 31 ships', '31 ships'])
    await newsroom.act('fact.tag', { story, text, type: 'figure' })
  await expect(stet.sheet.tag(/^31 ships$/)).toHaveAttribute('data-depth', '0')
  await expect(stet.sheet.tag(/^300 people$/)).toHaveAttribute('data-depth', '0')
  await expect(stet.sheet.tagsInside(1).filter({ hasText: 'carried' }).first()).toBeVisible()
  // Faces that come later would have other measures.
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  // Setting a status on an element is not an edit: each pair of statuses is tried on the same two facts.
  const close = await page.evaluate((statuses) => {
    const pen = document.createElement('canvas').getContext('2d')
    /** From the baseline down to the upper and the lower edge of the line, which is near the lower edge of its box. */
    const lineOf = (piece: HTMLElement): { readonly top: number; readonly bottom: number } => {
      const style = getComputedStyle(piece)
      if (!pen) throw new Error('No canvas')
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const descent = Math.round(pen.measureText('x').fontBoundingBoxDescent)
      // The comb is painted twice: its rule, then its teeth.
      const painted = style.backgroundPosition.split(', ')[piece.dataset['factStatus'] === 'reCheck' ? 1 : 0]
      const lift = Number(/- ([\d.]+)px/.exec(painted ?? '')?.[1] ?? 0)
      const bottom = parseFloat(style.paddingBlockEnd) + descent - lift
      return { top: bottom - parseFloat(style.getPropertyValue('--h')), bottom }
    }
    // The ascenders of the next line of words begin 14.8 px under the baseline, and 15 px in a headline.
    return Object.entries({ headline: 14.99, body: 13.5 }).flatMap(([part, deepest]) => {
      const pieces = [...document.querySelectorAll<HTMLElement>(`[data-part="${part}"] [data-fact-id]`)]
      const at = (depth: string): HTMLElement[] => pieces.filter((piece) => piece.dataset['depth'] === depth)
      return statuses.flatMap((shallow) =>
        statuses.flatMap((deep) => {
          for (const piece of at('0')) piece.dataset['factStatus'] = shallow
          for (const piece of at('1')) piece.dataset['factStatus'] = deep
          const [upper, lower] = [...at('0').slice(0, 1), ...at('1').slice(0, 1)].map(lineOf)
          const clear = (lower?.top ?? NaN) - (upper?.bottom ?? NaN)
          return clear > 0.5 && (lower?.bottom ?? NaN) <= deepest
            ? []
            : [`${deep} under ${shallow} in the ${part}: ${clear} between them, ends at ${lower?.bottom}`]
        }),
      )
    })
  }, STATUSES)
  expect(close).toEqual([])
  // The third tag has a bar in the margin. A press on it selects its fact.
  const line = await stet.sheet.tagsInside(2).first().boundingBox()
  await page.mouse.click((line?.x ?? 0) - 15, (line?.y ?? 0) + 20)
  await expect(stet.factsPanel.current).toContainText('It carried 300 people. They')
})

test('a comment, a TK and a match of Find leave the lines of the facts under their words as they are', async () => {
  const window = await theWindow()
  const { newsroom, stet, page } = window
  const words = '# Ferry TK sails\n\nIt carried TK 300 people. They saw TK 14 gulls.\n'
  const story = await openStory(window, 'Ferry TK sails', { name: 'ferry.md', text: words })
  // The inner tag comes first in one place, the outer one in the other.
  for (const text of ['TK 300 people', 'carried TK 300 people', 'saw TK 14 gulls', 'TK 14 gulls', 'TK sails'])
    await newsroom.act('fact.tag', { story, text, type: 'figure' })
  await expect(stet.sheet.tag(/^TK 14 gulls$/)).toHaveAttribute('data-depth', '0')
  for (const on of ['TK 300 people', 'TK 14 gulls', 'TK sails'])
    await newsroom.act('comment.add', { story, text: 'Sure?', on })
  await expect(stet.sheet.commented.filter({ hasText: 'gulls' })).toBeVisible()
  await stet.press('Control+f')
  await page.keyboard.type('TK')
  await expect(stet.sheet.matches).toHaveCount(3)
  const drawn = (): Promise<readonly string[]> => linesOf(page)
  const withWashes = await drawn()
  expect(withWashes.length).toBeGreaterThan(0)
  await stet.story.evaluate((sheet) => {
    for (const wash of sheet.querySelectorAll<HTMLElement>('.tk, .find-match, [data-comment]'))
      wash.style.background = 'none'
  })
  expect(await drawn()).toEqual(withWashes)
})

/** Pictures of the line of each piece of a fact: the lower edge of its box. */
async function linesOf(page: Page): Promise<readonly string[]> {
  const clips = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.ProseMirror [data-fact-id]')].map((piece) => {
      const { left, right, bottom } = piece.getBoundingClientRect()
      const height = parseFloat(getComputedStyle(piece).getPropertyValue('--h'))
      return { x: left, width: right - left, y: bottom - height, height }
    }),
  )
  const shots: string[] = []
  for (const clip of clips) shots.push((await page.screenshot({ clip, caret: 'hide' })).toString('base64'))
  return shots
}
