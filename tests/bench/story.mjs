// npm run bench:story [-- --words 20000 --facts 1000 --rounds 9] : measures what a long story costs
// outside of typing: to open it, to ask the gate for the first time and after a letter, and a view with its hash for
// 1,000 facts. Each round is a process of its own, which has read nothing before.
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

/** Milliseconds: the goal for 1,000 views. */
const MOST_VIEWS = 50
const PARTS = ['opening', 'gate', 'gateAfterLetter', 'views']

const { values: options } = parseArgs({
  options: {
    words: { type: 'string', default: '20000,100000' },
    facts: { type: 'string', default: '1000,5000' },
    rounds: { type: 'string', default: '9' },
    measure: { type: 'string', multiple: true },
  },
})

async function main() {
  if (options.measure) return measureOnce(options.measure)
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const bundle = join(root, 'node_modules', '.stet-bench', `story-${process.pid}`)
  await bundleTo(bundle)
  const program = join(bundle, 'story.mjs')
  try {
    const { seedLongStory } = await import(pathToFileURL(program).href)
    const sizes = options.words
      .split(',')
      .map((words, index) => [Number(words), Number(options.facts.split(',')[index])])
    const rows = [['words, facts', ...PARTS.map((part) => `${part} (ms)`)]]
    const results = []
    for (const [words, facts] of sizes) {
      const library = join(folder, `library-${words}`)
      const story = await seedLongStory(library, { words, facts })
      const rounds = Array.from({ length: Number(options.rounds) }, () => roundIn(program, library, story))
      const spans = PARTS.map((part) => overRounds(rounds.map((round) => round[part])))
      rows.push([`${words}, ${facts}`, ...spans.map(span)])
      results.push({ words, facts, rounds })
      const views = spans[PARTS.indexOf('views')].median
      if (views > MOST_VIEWS) log(`Missed: 1,000 views take ${views.toFixed(0)} ms, the goal is ${MOST_VIEWS}`)
    }
    process.stdout.write(`\n${table(rows)}\n\n`)
    log(`Kept in ${keep('story', { machine: machine(), results })}`)
    return 0
  } finally {
    for (const made of [folder, bundle]) rmSync(made, { recursive: true, force: true })
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
  const { measureStory } = await import(pathToFileURL(program).href)
  process.stdout.write(JSON.stringify(await measureStory(library, story)))
  return 0
}

const bundleTo = (outDir) =>
  build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'seed', 'benchStory.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'story.mjs' } },
    },
  })

const span = ({ median, least, greatest }) => `${median.toFixed(0)} (${least.toFixed(0)}-${greatest.toFixed(0)})`

await runAsScript(main)
