/** Both languages of the window, and the command line in Korean. */
import { isGrave, said, violations } from '../axe'
import { expect, test } from '../fixtures'
import { everyScreen } from '../pages/everyScreen'

for (const { language, sample, facts, newStory } of [
  { language: 'en', sample: 'six years', facts: 'Facts', newStory: 'New story' },
  { language: 'ko', sample: '6년', facts: '팩트', newStory: '새 기사' },
])
  test(`the window speaks ${language} when the system does, and every screen of it passes axe`, async ({
    newsroom,
  }) => {
    const launched = await newsroom.launch({ env: { STET_LANGUAGE: language } })
    const { page } = launched
    const grave: string[] = []
    const look = async (screen: string, within?: string): Promise<void> => {
      for (const result of await violations(page, within)) if (isGrave(result)) grave.push(...said(result, screen))
    }
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.getByRole('dialog').locator('input:focus')).toHaveCount(1)
    await look('first run')
    await page.keyboard.type('Ji-ho Han')
    await page
      .getByRole('radio')
      .nth(language === 'ko' ? 1 : 0)
      .check()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: facts, exact: true })).toHaveAccessibleDescription(/^\d+$/)
    await expect(page.getByRole('button', { name: newStory, exact: true })).toBeVisible()
    await expect(page.locator('[data-part="headline"]')).toContainText(sample)
    await look('writing')
    await everyScreen(launched, look)
    expect(grave).toEqual([])
  })

test('the command line speaks the language of the environment', async ({ newsroom }) => {
  const help = await newsroom.stetProcess(['--help'], 'Reporter', { STET_LANGUAGE: 'ko' })
  expect(help.stdout).toMatch(/기사/)
})
