import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { LibraryPane } from '../pages/libraryPane'

const selected = (page: Page): Promise<string> =>
  page.evaluate(() => getSelection()?.toString() || (document.querySelector('.held-selection')?.textContent ?? ''))

test('a search result opens at the words that were searched for, from palette and library', async ({ newsroom }) => {
  const grafs = Array.from(
    { length: 60 },
    (_, graf) => `Graf ${graf} of the harbour file goes on for a while, so that the sheet is longer than the window.`,
  )
  const long = [...grafs.slice(0, 50), 'Only here the Pilot Zürich is named.', ...grafs.slice(50)]
  for (const [name, text] of [
    ['long', `# Harbour file\n\n${long.join('\n\n')}\n`],
    ['other', '# Ferry sails\n\nIt carried 300 people.\n'],
  ] as const) {
    const path = join(newsroom.scratch, `${name}.md`)
    await writeFile(path, text)
    await newsroom.json(['import', path])
  }
  const { stet, page } = await newsroom.launch({ user: 'Reporter' })
  const graf = stet.sheet.paragraphs.filter({ hasText: 'Only here' })
  const openFerry = async (): Promise<void> => {
    await stet.library
      .getByRole('button', { name: /Ferry sails/ })
      .first()
      .press('Enter')
    await expect(stet.part('headline')).toHaveText('Ferry sails')
    await stet.story.focus()
  }
  const searchByPalette = async (words: string): Promise<void> => {
    await stet.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').focus()
    await page.keyboard.type(words)
    await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('Harbour file')
    await stet.press('Enter')
    await expect(stet.part('headline')).toHaveText('Harbour file')
  }

  await openFerry()
  await searchByPalette('pilot zurich')
  await expect.poll(() => selected(page)).toBe('Pilot Zürich')
  await expect(graf).toBeInViewport()
  await expect(stet.story).toBeFocused()

  // Finds the same story again.
  await stet.press('Control+Home')
  await expect(graf).not.toBeInViewport()
  await searchByPalette('zürich')
  await expect.poll(() => selected(page)).toBe('Zürich')
  await expect(graf).toBeInViewport()

  await openFerry()
  await stet.library.getByRole('searchbox').focus()
  await page.keyboard.type('zurich')
  await expect(new LibraryPane(stet.page).snippets).toContainText('Zürich')
  await stet.press('Enter')
  await expect(stet.part('headline')).toHaveText('Harbour file')
  await expect.poll(() => selected(page)).toBe('Zürich')
  await expect(graf).toBeInViewport()
})
