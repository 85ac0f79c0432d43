// npm run bench:library [-- --sizes 10,1000,10000,50000 --rounds 3 --keep FOLDER] : measures how the parts of opening
// a library grow with its stories, in plain Node: lock, table of heads, ledger, records, trust, list of stories, one
// story, a backup, an import. Libraries are made once and kept. Each round is a process of its own.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { root } from '../../scripts/paths.mjs'
import { log, runAsScript } from '../../scripts/log.mjs'
import { keep, machine } from './machine.mjs'
import { median, table } from './statistics.mjs'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,1000,10000,50000' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string', default: join(tmpdir(), 'stet-bench-library') },
    measure: { type: 'string', multiple: true },
  },
})

const PARTS = ['measureOpening', 'measureListing', 'measureStory', 'measureBackup', 'measureImports']

async function main() {
  if (options.measure) return measureOnce(options.measure)
  const bundle = join(root, 'node_modules', '.stet-bench', `library-${process.pid}`)
  await bundleTo(bundle)
  const program = join(bundle, 'library.mjs')
  try {
    const rows = []
    const results = []
    for (const size of options.sizes.split(',').map(Number)) {
      const folder = await pileOf(size, program)
      const numbers = { stories: size }
      for (const part of PARTS) {
        const rounds = Array.from({ length: Number(options.rounds) }, () => roundIn(program, part, folder))
        for (const name of Object.keys(rounds[0])) numbers[name] = median(rounds.map((round) => round[name]))
      }
      results.push(numbers)
      rows.push(numbers)
      log(`${size} stories: ${JSON.stringify(numbers)}`)
    }
    const names = Object.keys(rows[0]).filter((name) => name !== 'stories')
    process.stdout.write(
      `\n${table([
        ['', ...rows.map(({ stories }) => `${stories} stories`)],
        ...names.map((name) => [name, ...rows.map((row) => row[name].toFixed(1))]),
      ])}\n\n`,
    )
    log(`Kept in ${keep('library', { machine: machine(), results })}`)
    return 0
  } finally {
    rmSync(bundle, { recursive: true, force: true })
  }
}

/** The folder of a library with so many stories. It is made under another name: an unfinished one is not used. */
async function pileOf(size, program) {
  const seeds = ['libraryPile.ts', 'pileSentences.ts'].map((name) =>
    readFileSync(join(import.meta.dirname, 'seed', name)),
  )
  const made = createHash('sha256').update(Buffer.concat(seeds)).digest('hex').slice(0, 8)
  const folder = join(options.keep, `${made}-${size}`)
  if (existsSync(folder)) return folder
  mkdirSync(options.keep, { recursive: true })
  const { makePile } = await import(pathToFileURL(program).href)
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const began = performance.now()
  await makePile(unfinished, { to: size, told: (stories) => log(`${stories} of ${size} stories are made`) })
  renameSync(unfinished, folder)
  log(`A library of ${size} stories was made in ${((performance.now() - began) / 1000).toFixed(0)} s: ${folder}`)
  return folder
}

function roundIn(program, part, folder) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), ...[program, part, folder].flatMap((value) => ['--measure', value])],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`A round ended with ${status}:\n${stderr}`)
  return JSON.parse(stdout)
}

async function measureOnce([program, part, folder]) {
  const parts = await import(pathToFileURL(program).href)
  process.stdout.write(JSON.stringify(await parts[part](folder)))
  return 0
}

const bundleTo = (outDir) =>
  build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'seed', 'benchLibrary.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'library.mjs' } },
    },
  })

await runAsScript(main)
