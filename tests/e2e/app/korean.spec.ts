/** Stet in Korean: the window and the command line. */
import { isGrave, said, violationsIn } from '../axe'
import { fillDesk } from '../filledDesk'
import { expect, test } from '../fixtures'

test('the window speaks Korean when the system does', async ({ newsroom }) => {
  const { busan } = await fillDesk(newsroom)
  const { page } = await newsroom.launch({ user: 'Editor', env: { STET_LANGUAGE: 'ko' } })
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.getByRole('tab', { name: /^팩트/ })).toBeVisible()
  await expect(page.getByRole('button', { name: '새 기사' })).toBeVisible()
  expect(busan).not.toBe('')
  const grave: string[] = []
  const look = async (screen: string): Promise<void> => {
    for (const result of await violationsIn(page, 'light')) if (isGrave(result)) grave.push(...said(result, screen))
  }
  await look('library')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: '검색 및 명령' })
  await palette.getByRole('combobox').fill('Trump and Xi')
  await palette.getByRole('option').filter({ hasText: 'Trump and Xi' }).first().click()
  await expect(page.getByRole('tab', { name: '팩트 15' })).toBeVisible()
  await page.keyboard.press('Control+r')
  await expect(page.getByRole('toolbar', { name: '검토', exact: true })).toBeVisible()
  await look('review')
  await page.keyboard.press('Control+r')
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('dialog', { name: '내보내기' })).toBeVisible()
  await look('export')
  expect(grave).toEqual([])
})

test('the command line speaks the language of the environment', async ({ newsroom }) => {
  const help = await newsroom.stet(['--help'], 'Reporter', { STET_LANGUAGE: 'ko' })
  expect(help.stdout).toMatch(/기사/)
})
