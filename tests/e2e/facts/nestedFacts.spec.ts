import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

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

test('underlines of nested facts do not touch, whatever their statuses', async ({ newsroom }) => {
  const path = join(newsroom.scratch, 'ferry.md')
  await writeFile(path, '# Ferry sails\n\nIt carried 300 people. They were glad.\n')
  const {
    stories: [story],
  } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', path])
  for (const text of ['It carried 300 people. They', 'carried 300 people', '300 people'])
    await newsroom.json(['tag', story?.id ?? '', '--text', text, '--type', 'figure'])
  const { stet, page } = await newsroom.launch({ user: 'Reporter' })
  await expect(stet.part('headline')).toHaveText('Ferry sails')
  await expect(stet.sheet.tag(/^300 people$/)).toHaveAttribute('data-depth', '0')
  await expect(stet.sheet.tagsInside(1).first()).toContainText('carried')
  // Faces that come later would have other measures.
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  // Setting a status on an element is not an edit: each pair of statuses is tried on the same two facts.
  const close = await page.evaluate((statuses) => {
    const pieces = [...document.querySelectorAll<HTMLElement>('.ProseMirror [data-fact-id]')]
    const at = (depth: string): HTMLElement[] => pieces.filter((piece) => piece.dataset['depth'] === depth)
    const pen = document.createElement('canvas').getContext('2d')
    /** From the baseline down to the upper and the lower edge of the line, which is at the lower edge of its box. */
    const lineOf = (piece: HTMLElement): { readonly top: number; readonly bottom: number } => {
      const style = getComputedStyle(piece)
      if (!pen) throw new Error('No canvas')
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const descent = Math.round(pen.measureText('x').fontBoundingBoxDescent)
      const bottom = parseFloat(style.paddingBlockEnd) + descent
      return { top: bottom - parseFloat(style.getPropertyValue('--h')), bottom }
    }
    return statuses.flatMap((shallow) =>
      statuses.flatMap((deep) => {
        for (const piece of at('0')) piece.dataset['factStatus'] = shallow
        for (const piece of at('1')) piece.dataset['factStatus'] = deep
        const [upper, lower] = [...at('0').slice(0, 1), ...at('1').slice(0, 1)].map(lineOf)
        const clear = (lower?.top ?? NaN) - (upper?.bottom ?? NaN)
        // The ascenders of the next line of words begin 14.8 px under the baseline.
        return clear > 0.5 && (lower?.bottom ?? NaN) <= 13.5
          ? []
          : [`${deep} under ${shallow}: ${clear} between them, ends at ${lower?.bottom}`]
      }),
    )
  }, STATUSES)
  expect(close).toEqual([])
  // The third tag has a bar in the margin. A press on it selects its fact.
  const line = await stet.sheet.tagsInside(2).first().boundingBox()
  await page.mouse.click((line?.x ?? 0) - 15, (line?.y ?? 0) + 20)
  await expect(stet.factsPanel.current).toContainText('It carried 300 people. They')
})
