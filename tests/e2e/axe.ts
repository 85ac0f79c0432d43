/** Findings of axe-core on a screen of the app: every rule of WCAG 2.0 to 2.2, A and AA, and of good practice. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axeCore from 'axe-core'
import type { Result } from 'axe-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Rules that depend on colours. Everything else is the same in both themes. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]

/**
 * Violations on the whole screen, or in the part that the CSS selector `within` names. `only`: of the rules that depend
 * on colours.
 */
export async function violations(page: Page, within?: string, only?: 'colours'): Promise<readonly Result[]> {
  // axe asks the axe of every frame.
  await Promise.all(
    page.frames().map(async (frame) => {
      if (!(await frame.evaluate('"axe" in globalThis'))) await frame.evaluate(AXE)
    }),
  )
  return page.evaluate(
    async ([runOnly, part]) => {
      const { axe } = globalThis as unknown as { readonly axe: typeof axeCore }
      // Elements that pass are not looked up: that took a third of the time.
      const found = await axe.run(part === undefined ? document : { include: [[part]] }, {
        resultTypes: ['violations'],
        runOnly,
      })
      return found.violations
    },
    [only ? { type: 'rule' as const, values: OF_COLOURS } : { type: 'tag' as const, values: TAGS }, within] as const,
  )
}

const OVERLAY = '[role="dialog"]'

/**
 * Over a dialog the whole screen is not looked at again: tests look at it without. In the dark theme only colours are
 * looked at: the rest was in the light one.
 */
export async function violationsIn(page: Page, theme: Theme, within?: string): Promise<readonly Result[]> {
  const part = within ?? ((await page.locator(OVERLAY).count()) > 0 ? OVERLAY : undefined)
  return violations(page, part, theme === 'dark' ? 'colours' : undefined)
}

/** Runs `look` in the light and the dark theme, without animations. */
export async function inBothThemes(page: Page, look: (theme: Theme) => Promise<void>): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await look(theme)
  }
}

export const isGrave = ({ impact }: Result): boolean => impact === 'serious' || impact === 'critical'

/** A finding for each element: "screen, theme: rule (impact): element: what to do". */
export const said = ({ id, impact, help, nodes }: Result, where: string): readonly string[] =>
  nodes.map(
    (node) =>
      `${where}: ${id} (${impact}): ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim() ?? help}`,
  )

/** Serious and critical findings of the screen in light and in dark; `look` sees each theme after them. */
export async function graveFindings(
  page: Page,
  screen: string,
  look?: (theme: Theme) => Promise<unknown>,
): Promise<readonly string[]> {
  const grave: string[] = []
  await inBothThemes(page, async (theme) => {
    grave.push(
      ...(await violationsIn(page, theme)).filter(isGrave).flatMap((result) => said(result, `${screen}, ${theme}`)),
    )
    await look?.(theme)
  })
  return grave
}
