import type { ListKind } from '../../../../story/copy/copy'
import type { LossCollector } from '../losses'

/** The number of a list item in a file. `style`: '1' for figures, 'a' or 'i' for letters, or a name of the format. */
export interface ItemNumber {
  /** Undefined if the file does not say it. */
  readonly number: number | undefined
  readonly style: string
}

/** A list of the sheet that is open. `ahead`: how far the file's numbers were ahead when that was last looked at. */
interface OpenList {
  readonly list: ListKind
  number: number
  ahead: number
  style: string
}

/**
 * Counts list items as the sheet does, from 1 in each list, and lists numbers of the file that differ: once where they
 * begin to differ.
 */
export class ListNumbers {
  readonly #losses: LossCollector
  /** From the outermost. */
  readonly #open: OpenList[] = []

  constructor(losses: LossCollector) {
    this.#losses = losses
  }

  /** Ends all lists: a block of another kind follows. */
  end(): void {
    this.#open.length = 0
  }

  /** Counts an item. `level`: from 1. */
  item(level: number, list: ListKind, inFile?: ItemNumber): void {
    const depth = Math.min(level, this.#open.length + 1)
    this.#open.length = Math.min(this.#open.length, depth)
    const known = this.#open[depth - 1]
    const here = known?.list === list ? known : { list, number: 0, ahead: 0, style: '1' }
    this.#open[depth - 1] = here
    here.number++
    if (list !== 'ordered' || !inFile) return
    const ahead = inFile.number === undefined ? here.ahead : inFile.number - here.number
    const isOther = (ahead !== here.ahead && ahead !== 0) || (inFile.style !== here.style && inFile.style !== '1')
    if (isOther) this.#losses.add('listNumbers', numberOf(inFile))
    here.ahead = ahead
    here.style = inFile.style
  }
}

/** Returns a number as an example: "3", "3 (a)", "a". */
export const numberOf = ({ number, style }: ItemNumber): string =>
  number === undefined ? style : style === '1' ? String(number) : `${number} (${style})`
