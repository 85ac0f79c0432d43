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
  const grave = (await violationsIn(page, 'light')).filter(isGrave)
  expect(grave.flatMap((result) => said(result, 'Korean'))).toEqual([])
})

test('the command line speaks the language of the environment', async ({ newsroom }) => {
  const help = await newsroom.stet(['--help'], 'Reporter', { STET_LANGUAGE: 'ko' })
  expect(help.stdout).toMatch(/기사/)
})
