/** The order in which readers see the words is the order that was signed on the sheet. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strongDirection } from '../../../src/story/language/direction'
import { expect, oneWindow, test } from '../fixtures'
import { openStory } from '../openStory'

const theWindow = oneWindow({ user: 'Reporter' })

const GRAFS = ['ارتفع 45% (2026).', '3 - 1', '45%', '-5', 'Goals: ثلاثة', '\u200eثلاثة 3 - 1', 'Ⅳ ثلاثة', '٣ - ١']

test('the sheet and the web page of an Arabic story show each block in one direction', async () => {
  const window = await theWindow()
  const { newsroom, stet } = window
  const text = ['محادثات', 'النتيجة', ...GRAFS].join('\n\n')
  const story = await openStory(window, 'محادثات', { name: 'score.txt', text })
  await newsroom.json(['set', story, 'language', 'ar'])
  const shown = await stet.sheet.blocks.evaluateAll((blocks) =>
    blocks.map((block) => [block.textContent ?? '', getComputedStyle(block).direction] as const),
  )
  const grafs = shown.filter(([words]) => GRAFS.includes(words))
  expect(grafs).toEqual(GRAFS.map((words) => [words, strongDirection(words) ?? 'ltr']))

  const path = join(newsroom.scratch, 'score.html')
  await newsroom.json(['export', story, '--format', 'html', '--draft', '--out', path])
  const page = await readFile(path, 'utf8')
  expect(page).toContain('dir="rtl">')
  expect(page).toContain('<p dir="ltr">3 - 1</p><p>45%</p><p dir="ltr">-5</p>')
})
