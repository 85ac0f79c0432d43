import type { Locator } from '@playwright/test'

/** The chosen option of a list. */
export const chosenIn = (list: Locator): Locator => list.locator('option:checked')
export const optionIn = (list: Locator, words: string | RegExp): Locator => list.locator('option', { hasText: words })
