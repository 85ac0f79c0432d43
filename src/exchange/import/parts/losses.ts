import type { Loss } from '../../../story/requests/requests'

/** Collects what an import could not keep: one entry for each kind, with a count and the first example. */
export class LossCollector {
  readonly #losses = new Map<string, { count: number; example: string }>()

  add(what: string, example: string, count = 1): void {
    const known = this.#losses.get(what)
    if (known) known.count += count
    else this.#losses.set(what, { count, example: shorten(example) })
  }

  list(): readonly Loss[] {
    return [...this.#losses].map(([what, { count, example }]) => ({ what, count, example }))
  }
}

function shorten(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : line
}
