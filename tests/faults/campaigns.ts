/** Every campaign by name, with its parts and the runs of a full campaign. */
import type { Options, Row } from './campaign'
import { damageTheTrusted } from './closed'
import { measureCost } from './cost'
import { killIndex } from './index/killIndex'
import { killHandOver } from './handOver/killHandOver'
import { failAtTheSeam, failForReal, fillTheDisk } from './io'
import { fillUnderTheApp } from './ioApp'
import { killNewsroom, killStorage } from './kill'
import { killLeaving } from './leaving'
import { killApp } from './killApp'
import { jumpTheClock, startTwice, takeFolderAway } from './lock'
import { jumpTheAppsClock } from './lockAppClock'
import { startTheAppTwice, takeFolderFromTheApp } from './lockApp'
import { crashNewsroom } from './newsroomCrash'
import { cutPower } from './power'
import { letRot } from './rot'

export { notebookAt, notebookFolder, tableOf } from './campaign'

export interface Part {
  readonly runs: number
  readonly run: (options: Options) => Promise<Row | readonly Row[]>
}

export const campaigns: Readonly<Record<string, Readonly<Record<string, Part>>>> = {
  kill: {
    storage: { runs: 5000, run: killStorage },
    newsroom: { runs: 1000, run: killNewsroom },
    calls: { runs: 5000, run: (options) => crashNewsroom('kill', options) },
    leaving: { runs: 1000, run: killLeaving },
    handOver: { runs: 1000, run: killHandOver },
    app: { runs: 300, run: killApp },
  },
  power: {
    stet: { runs: 60, run: (options) => cutPower('stet', options) },
    calls: { runs: 5000, run: (options) => crashNewsroom('power', options) },
    noFolderSync: { runs: 50, run: (options) => cutPower('noFolderSync', options) },
    lowdb: { runs: 50, run: (options) => cutPower('lowdb', options) },
  },
  // At the file layer every call of each act fails once. No act makes 100 calls.
  io: {
    seam: { runs: 100, run: failAtTheSeam },
    real: { runs: 20, run: failForReal },
    full: { runs: 60, run: fillTheDisk },
    app: { runs: 5, run: fillUnderTheApp },
  },
  rot: {
    flips: { runs: 6000, run: (options) => letRot('bit flips', options) },
    truncations: { runs: 2400, run: (options) => letRot('truncations', options) },
  },
  lock: {
    instances: { runs: 100, run: startTwice },
    folder: { runs: 50, run: takeFolderAway },
    clock: { runs: 100, run: jumpTheClock },
    appTwice: { runs: 100, run: startTheAppTwice },
    appFolder: { runs: 50, run: takeFolderFromTheApp },
    appClock: { runs: 100, run: jumpTheAppsClock },
  },
  index: { kill: { runs: 1000, run: killIndex } },
  closed: { trusted: { runs: 1_000_000, run: damageTheTrusted } },
  cost: { main: { runs: 2000, run: measureCost } },
}
