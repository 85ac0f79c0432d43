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
  for (const text of ['carried 300 people', '300 people'])
    await newsroom.json(['tag', story?.id ?? '', '--text', text, '--type', 'figure'])
  const { stet, page } = await newsroom.launch({ user: 'Reporter' })
  await expect(stet.part('headline')).toHaveText('Ferry sails')
  await expect(stet.sheet.tag(/^300 people$/)).toHaveAttribute('data-depth', '0')
  await expect(stet.sheet.tagsInside(1).first()).toContainText('carried')
  // Setting a status on an element is not an edit: each pair of statuses is tried on the same two facts.
  const close = await page.evaluate((statuses) => {
    const pieces = [...document.querySelectorAll<HTMLElement>('.ProseMirror [data-fact-id]')]
    const at = (depth: string): HTMLElement[] => pieces.filter((piece) => piece.dataset['depth'] === depth)
    const pen = document.createElement('canvas').getContext('2d')
    /** From the baseline down to the line, and how much of it the box cuts off. */
    const lineOf = (piece: HTMLElement): { readonly top: number; readonly cut: number } => {
      const style = getComputedStyle(piece)
      if (style.textDecorationLine === 'underline') return { top: parseFloat(style.textUnderlineOffset), cut: 0 }
      if (!pen) throw new Error('No canvas')
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const below = parseFloat(style.paddingBlockEnd) + Math.round(pen.measureText('x').fontBoundingBoxDescent)
      const [, sign = '+', px = '0'] = /calc\(100% ([+-]) ([\d.]+)px\)/.exec(style.backgroundPosition) ?? []
      const bottom = below + Number(`${sign}${px}`)
      return { top: bottom - 2, cut: Math.max(0, bottom - below) }
    }
    return statuses.flatMap((shallow) =>
      statuses.flatMap((deep) => {
        for (const piece of at('0')) piece.dataset['factStatus'] = shallow
        for (const piece of at('1')) piece.dataset['factStatus'] = deep
        const [upper, lower] = [at('0'), at('1')].map(([piece]) => (piece ? lineOf(piece) : { top: NaN, cut: NaN }))
        const clear = (lower?.top ?? NaN) - (upper?.top ?? NaN)
        return clear > 2.9 && lower?.cut === 0 && upper?.cut === 0
          ? []
          : [`${deep} under ${shallow}: ${clear}, ${upper?.cut} and ${lower?.cut} cut`]
      }),
    )
  }, STATUSES)
  expect(close).toEqual([])
})
