// npm run bench:bundle [-- --rounds 5] : measures what it takes to hand a story over, and to read its bundle. Each
// round is a process of its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { root } from '../../scripts/paths.mjs'
import { log, runAsScript } from '../../scripts/log.mjs'
import { keep, machine } from './machine.mjs'
import { overRounds, table } from './statistics.mjs'

/** Milliseconds: the goal for writing (docs/formats.md). */
const MOST = 1000
const PARTS = ['written', 'processor', 'again', 'processorAgain', 'read']
const SIZE = { words: 5000, facts: 300, entries: 2000, evidence: 20 }

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, measure: { type: 'string', multiple: true } },
})

async function main() {
  if (options.measure) return measureOnce(options.measure)
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const built = join(root, 'node_modules', '.stet-bench', `bundle-${process.pid}`)
  await bundleTo(built)
  const program = join(built, 'bundle.mjs')
  try {
    const { seedBundle } = await import(pathToFileURL(program).href)
    const library = join(folder, 'library')
    const story = await seedBundle(library, SIZE)
    const rounds = Array.from({ length: Number(options.rounds) }, () => roundIn(program, library, story))
    const spans = PARTS.map((part) => overRounds(rounds.map((round) => round[part])))
    const [{ megabytes, entries }] = rounds
    process.stdout.write(
      `\n${table([
        ['words, facts, entries, MB', 'first (ms)', 'its processor', 'again (ms)', 'its processor', 'read (ms)'],
        [`${SIZE.words}, ${SIZE.facts}, ${entries}, ${megabytes.toFixed(1)}`, ...spans.map(span)],
      ])}\n\n`,
    )
    const again = spans[PARTS.indexOf('again')].median
    if (again > MOST) log(`Missed: a bundle takes ${again.toFixed(0)} ms, the goal is ${MOST}`)
    log(`Kept in ${keep('bundle', { machine: machine(), rounds })}`)
    return 0
  } finally {
    for (const made of [folder, built]) rmSync(made, { recursive: true, force: true })
  }
}

function roundIn(program, library, story) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), ...[program, library, story].flatMap((value) => ['--measure', value])],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`A round ended with ${status}:\n${stderr}`)
  return JSON.parse(stdout)
}

async function measureOnce([program, library, story]) {
  const { measureBundle } = await import(pathToFileURL(program).href)
  process.stdout.write(JSON.stringify(await measureBundle(library, story)))
  return 0
}

const bundleTo = (outDir) =>
  build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'seed', 'benchBundle.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'bundle.mjs' } },
    },
  })

const span = ({ median, least, greatest }) => `${median.toFixed(0)} (${least.toFixed(0)}-${greatest.toFixed(0)})`

await runAsScript(main)
