import { importsText } from '../../../catalogue/rooms/imports'
import type { Loss } from '../../../story/requests/requests'

type Key = Parameters<typeof importsText>[0]

/** The name of a message under `loss.` in the catalogue of imports. */
export type LossName = Key extends infer K ? (K extends `loss.${infer Name}` ? Name : never) : never
/** A loss, with the file's own name for an element or property that Stet does not know. */
export type Lost = LossName | readonly [what: LossName, name: string]

/** Collects what an import cannot keep: one entry for each kind, with a count and the first example. */
export class LossCollector {
  readonly #losses = new Map<string, { readonly lost: Lost; count: number; readonly example: string }>()

  add(lost: Lost, example: string, count = 1): void {
    const kind = String(lost)
    const known = this.#losses.get(kind)
    if (known) known.count += count
    else this.#losses.set(kind, { lost, count, example: shorten(example) })
  }

  list(): readonly Loss[] {
    return [...this.#losses.values()].map(({ lost, count, example }) => {
      const [what, name] = typeof lost === 'string' ? [lost, ''] : lost
      return { what: importsText(`loss.${what}`, { name }), count, example }
    })
  }
}

function shorten(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : line
}
