// npm run attack [-- --only WORDS] [--all] [--prove] [--json]
// Tries every way past the rules that is known. Prints a table; exits 1 if one got through or could not be tried.
// --prove: shows that attempts are real ones, each on its mutant, and names those for which no mutant is known.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/paths.mjs'
import { runAsScript, log } from '../../scripts/log.mjs'
import { bundle } from './bundle.mjs'
import { prove, tryOn } from './prove.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    all: { type: 'boolean', default: false },
    prove: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    // For prove.mjs: only the attempts whose proof is this.
    on: { type: 'string' },
  },
})

const out = join(root, 'node_modules', '.stet-attack', String(process.pid))

async function main() {
  if (values.on !== undefined) return await tryOn({ place: values.on, out })
  const built = await bundle({ root, out })
  const wanted = ({ group, name }) =>
    values.only === undefined || `${group} ${name}`.toLowerCase().includes(values.only.toLowerCase())
  try {
    if (values.prove) return prove({ attempts: built.attempts.filter(wanted) })
    const began = Date.now()
    const outcomes = await built.tryAll(wanted, (outcome) => {
      if (values.all || outcome.through || outcome.broken) process.stdout.write(`${lineOf(outcome)}\n`)
    })
    if (values.json) process.stdout.write(`${JSON.stringify(outcomes, undefined, 1)}\n`)
    process.stdout.write(`\n${tableOf(built.GROUPS, outcomes)}\n`)
    log(`${((Date.now() - began) / 1000).toFixed(1)} s`)
    const names = new Set(outcomes.map(({ attempt }) => `${attempt.group}: ${attempt.name}`))
    if (names.size === 0 || names.size < outcomes.length) {
      log(names.size === 0 ? 'No attempt has such a name.' : 'Two attempts have one name.')
      return 1
    }
    return outcomes.some(({ through, broken }) => through || broken) ? 1 : 0
  } finally {
    built.remove()
  }
}

const lineOf = ({ attempt, through, broken, seen }) =>
  `${broken ? 'NOT TRIED' : through ? 'THROUGH' : 'held'}  ${attempt.group}: ${attempt.name}\n    says: ${attempt.spec}\n    seen: ${seen}`

function tableOf(groups, outcomes) {
  const rows = Object.entries(groups).map(([group, title]) => {
    const own = outcomes.filter(({ attempt }) => attempt.group === group)
    return [title, own]
  })
  const line = (title, own) =>
    [
      title.padEnd(32),
      String(own.length).padStart(9),
      String(own.filter(({ attempt }) => attempt.ours).length).padStart(6),
      String(own.filter(({ through }) => through).length).padStart(12),
      String(own.filter(({ broken }) => broken).length).padStart(10),
    ].join('')
  return [
    `${'group'.padEnd(32)}${'attempts'.padStart(9)}${'ours'.padStart(6)}${'let through'.padStart(12)}${'not tried'.padStart(10)}`,
    ...rows.map(([title, own]) => line(title, own)),
    line('in all', outcomes),
  ].join('\n')
}

await runAsScript(async () => {
  try {
    return await main()
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})
