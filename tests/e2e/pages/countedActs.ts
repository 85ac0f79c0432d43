import type { Locator } from '@playwright/test'
import type { StetWindow } from './stetWindow'

/** Counts what a person does: each chord of keys and each click is one act. Typing the words is not an act. */
export class CountedActs {
  #acts = 0

  constructor(readonly stet: StetWindow) {}

  async press(keys: string): Promise<void> {
    this.#acts++
    await this.stet.press(keys)
  }
  async click(target: Locator): Promise<void> {
    this.#acts++
    await target.click()
  }
  type(words: string): Promise<void> {
    return this.stet.page.keyboard.type(words)
  }
  /** The acts since the last time. */
  take(): number {
    const acts = this.#acts
    this.#acts = 0
    return acts
  }
}
