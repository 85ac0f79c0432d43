import { expect } from '@playwright/test'
import { STATUS_WORDS, type FactStatus } from '../../../src/story/ledger/facts/fact'
import type { Newsroom } from '../fixtures'
import type { StetWindow } from './stetWindow'

interface ShownFact {
  readonly id: string
  readonly type: string
  readonly status: FactStatus
  readonly text: string
  readonly reasons: readonly string[]
}

/** The status of facts in three places: the list, the sheet, and `stet show`. */
export class Standing {
  /** `names`: fact ids by the name that a test gives them. */
  constructor(
    readonly newsroom: Newsroom,
    readonly stet: StetWindow,
    readonly story: string,
    readonly names: Readonly<Record<string, string>>,
  ) {}

  async expect(wanted: Readonly<Record<string, FactStatus>>): Promise<void> {
    for (const [name, status] of Object.entries(wanted)) {
      const id = this.idOf(name)
      await expect(this.stet.factsPanel.rowOf(id).status, `${name} in the list`).toHaveText(STATUS_WORDS[status])
      const pieces = this.stet.sheet.piecesOf(id)
      const looks = (): Promise<readonly (string | null)[]> =>
        pieces.evaluateAll((elements) => [
          ...new Set(elements.map((element) => element.getAttribute('data-fact-status'))),
        ])
      await expect
        .poll(looks, `${name} in the sheet`)
        .toEqual(status === 'cut' || status === 'lost' || status === 'untagged' ? [] : [status])
    }
    await this.stet.settled()
    const shown = await this.facts()
    expect(
      Object.fromEntries(
        Object.keys(wanted).map((name) => [name, shown.find(({ id }) => id === this.idOf(name))?.status]),
      ),
    ).toEqual(wanted)
  }

  async facts(): Promise<readonly ShownFact[]> {
    return (await this.newsroom.json<{ facts: readonly ShownFact[] }>(['show', this.story])).facts
  }
  /** The grafs below headline and deck, as the command line shows them. */
  async bodies(): Promise<readonly string[]> {
    await this.stet.settled()
    return (await this.newsroom.json<{ blocks: readonly { text: string }[] }>(['show', this.story])).blocks
      .slice(2)
      .map(({ text }) => text)
  }
  /** The words under the tag, as the command line shows them. */
  async textOf(name: string): Promise<string | undefined> {
    return (await this.facts()).find(({ id }) => id === this.idOf(name))?.text
  }

  /** Why it lapsed. */
  async reasonsOf(name: string): Promise<readonly string[] | undefined> {
    return (await this.facts()).find(({ id }) => id === this.idOf(name))?.reasons
  }

  private idOf(name: string): string {
    const id = this.names[name]
    if (id === undefined) throw new Error(`No fact is called ${name}`)
    return id
  }
}
