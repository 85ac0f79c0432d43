/** Measures the cost of "Saved" inside the main process of an Electron app. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Options, Row } from './campaign'
import type { Cost, Memory } from './costMain'

/** `runs`: edits measured at each length. The memory is measured over ten times as many. */
export async function measureCost(options: Options): Promise<readonly Row[]> {
  const app = join(options.scratch, 'cost')
  await mkdir(app, { recursive: true })
  await writeFile(
    join(app, 'package.json'),
    JSON.stringify({ name: 'stet-cost', version: '0.0.0', main: 'main.mjs', type: 'module' }),
  )
  await writeFile(join(app, 'main.mjs'), `await import(${JSON.stringify(`file://${options.program('costMain')}`)})\n`)
  const printed = await options.app.runMain(app, {
    COST_EDITS: String(options.runs),
    COST_MEMORY_EDITS: String(options.runs * 10),
  })
  const { costs, memory } = JSON.parse(printed.split('\n').find((line) => line.startsWith('{"costs"')) ?? '') as {
    costs: readonly Cost[]
    memory: Memory
  }
  return [...costs.map(rowOfCost), rowOfMemory(memory)]
}

const ms = (value: number): string => value.toFixed(3)

function rowOfCost({ words, edits, ours, raw, logBytes, allBytes }: Cost): Row {
  return {
    fault: `one keystroke, ${words} words`,
    runs: edits,
    acknowledged: edits,
    lost: 0,
    unopenable: 0,
    more: {
      'p50 ms': ms(ours.p50),
      'p95 ms': ms(ours.p95),
      'raw p50': ms(raw.p50),
      'raw p95': ms(raw.p95),
      'p95 / raw': (ours.p95 / raw.p95).toFixed(2),
      'log bytes': logBytes.toFixed(0),
      'bytes in all': allBytes.toFixed(0),
    },
  }
}

function rowOfMemory({ edits, before, after, residentBefore, residentAfter }: Memory): Row {
  const growth = (from: number, to: number): string => `${(((to - from) / from) * 100).toFixed(1)} %`
  return {
    fault: 'memory of main, 10000 words',
    runs: edits,
    acknowledged: edits,
    lost: 0,
    unopenable: 0,
    more: { heap: growth(before, after), resident: growth(residentBefore, residentAfter) },
  }
}
