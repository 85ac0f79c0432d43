// npm run faults:NAME [-- --runs N --seed S --only PART --fresh] : runs one campaign. It goes on where the last call
// was stopped. Ctrl+C ends the current run and prints what was counted so far, as --runs 0 does.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { runWithDisplay, flagsForRoot } from '../../scripts/display.mjs'
import { root } from '../../scripts/paths.mjs'
import { runAsScript, log } from '../../scripts/log.mjs'
import { launch } from '../bench/electronPipe.mjs'
import { profileAt, withDisplay } from '../bench/prepare.mjs'
import { buildPrograms } from './programs.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})

async function main() {
  const [name = ''] = positionals
  const built = await buildPrograms()
  const scratch = mkdtempSync(join(tmpdir(), `stet-faults-${name}-`))
  const app = appTools(scratch)
  try {
    const { campaigns, notebookAt, notebookFolder, tableOf } = await import(
      pathToFileURL(built.program('campaigns')).href
    )
    const parts = campaigns[name]
    if (!parts) throw new Error(`There is no campaign “${name}”. There are: ${Object.keys(campaigns).join(', ')}.`)
    const rows = []
    let stopping = false
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (stopping = true))
    for (const [part, { run, runs }] of Object.entries(parts)) {
      if (values.only !== undefined && values.only !== part) continue
      const notebook = notebookAt(join(notebookFolder(root), `${name}-${part}-${values.seed}.json`))
      if (values.fresh) notebook.clear()
      log(`${name}: ${part}`)
      const own = join(scratch, part)
      mkdirSync(own)
      const told = await run({
        runs: Number(values.runs ?? runs),
        seed: Number(values.seed),
        scratch: own,
        program: built.program,
        say: log,
        notebook,
        app,
        stopped: () => stopping,
      })
      rows.push(...[told].flat())
    }
    process.stdout.write(`\n${tableOf(rows)}\n`)
    return 0
  } finally {
    await app.end()
    built.remove()
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** The real app, for the parts that need it: set up and built on first use. */
function appTools(scratch) {
  let executable
  const launched = new Set()
  const ready = async () => (executable ??= await (await import('../../scripts/setup.mjs')).setUp({ forTests: true }))
  const cli = async (library, args) => {
    const { run } = await import('../../scripts/child.mjs')
    const { code, output } = await run(process.execPath, [join(root, 'out', 'main', 'stet.cjs'), ...args], {
      show: 'none',
      env: { ...process.env, STET_LIBRARY: library, STET_USER: 'Reporter' },
    })
    if (code !== 0) throw new Error(`stet ${args.join(' ')} ended with ${code}: ${output}`)
    return output
  }
  return {
    /** Kills the apps that a failed run left. */
    async end() {
      for (const app of launched) await app.kill()
    },
    async seed(library) {
      await ready()
      const path = join(scratch, 'seed.md')
      writeFileSync(path, '# Storm diary\n\nBegin.\n')
      return JSON.parse((await cli(library, ['import', path, '--json'])).replace(/^[^{]*/, '')).stories[0].id
    },
    async launch(profile, story, library, env = {}) {
      const app = await launch({
        executable: await ready(),
        app: root,
        profile: profileAt(profile, story),
        env: { STET_LIBRARY: library, STET_USER: 'Reporter', ...env },
      })
      launched.add(app)
      void app.ended.then(() => launched.delete(app))
      return app
    },
    /** Runs a folder as an Electron app until it ends. Returns what it printed. */
    async runMain(app, env) {
      const { code, output } = await runWithDisplay(
        await ready(),
        [app, ...flagsForRoot(), '--js-flags=--expose-gc', `--user-data-dir=${join(scratch, 'main')}`],
        { show: 'none', env: { ...process.env, ...env } },
      )
      if (code !== 0) throw new Error(`Electron ended with ${code}:\n${output}`)
      return output
    },
  }
}

/** Campaigns that start the app. */
const withWindows = ['kill', 'io', 'cost', 'lock']

await runAsScript(() =>
  withWindows.includes(positionals[0]) ? withDisplay(fileURLToPath(import.meta.url), main) : main(),
)
