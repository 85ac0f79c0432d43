/** Every campaign by name: its parts, and how many runs the issue asks of each. */
import { type Options, type Row } from './campaign'
import { killStorage } from './kill'
import { cutPower } from './power'

export { notebookAt, notebookFolder, tableOf } from './campaign'

export interface Part { readonly runs: number; readonly run: (options: Options) => Promise<Row | readonly Row[]> }

export const campaigns: Readonly<Record<string, Readonly<Record<string, Part>>>> = {
  kill: { storage: { runs: 5000, run: killStorage } },
  power: {
    stet: { runs: 50, run: (options) => cutPower('stet', options) },
    noFolderSync: { runs: 50, run: (options) => cutPower('noFolderSync', options) },
    lowdb: { runs: 50, run: (options) => cutPower('lowdb', options) }
  }
}
