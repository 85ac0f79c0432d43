import type { Locator } from '@playwright/test'

/** Words that a comparison, a transcript or a correction shows as put in. */
export const insertedIn = (place: Locator): Locator => place.locator('ins')
/** Words that it shows as taken out. */
export const deletedIn = (place: Locator): Locator => place.locator('del')
/** Words that a note quotes. */
export const quotedIn = (place: Locator): Locator => place.locator('q')
/** Words that an entry of the recovery tray keeps. */
export const keptIn = (entry: Locator): Locator => entry.locator('mark')
/** The words that a form is about, at its top. */
export const subjectOf = (form: Locator): Locator => form.locator('p').first()
