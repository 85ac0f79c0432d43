// Shows that each attempt is a real one: it gets through on the code before these rules, or on its named mutant.
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../scripts/paths.mjs'
import { log } from '../../scripts/log.mjs'
import { bundle } from './bundle.mjs'
import { BEFORE, mutantNamed } from './mutants.mjs'

const placeOf = ({ proof }) => (proof === 'before' ? 'before' : proof.mutant)
const nameOf = ({ group, name }) => `${group} ${name}`
/** Begins the line with the outcomes of a child. */
const OUTCOMES = 'OUTCOMES '

/** Prints what does not get through where it should. Returns the exit code. */
export function prove({ attempts }) {
  const places = [...new Set(attempts.map(placeOf))]
  const missing = places.flatMap((place) =>
    missingOn(
      place,
      attempts.filter((attempt) => placeOf(attempt) === place),
    ),
  )
  for (const { attempt, why } of missing)
    process.stdout.write(`NOT PROVED  ${attempt.group}: ${attempt.name}\n    ${why}\n`)
  const before = attempts.filter(({ proof }) => proof === 'before').length
  process.stdout.write(
    `\n${attempts.length - missing.length} of ${attempts.length} proved: ${before} are asked of the code before, ` +
      `the others of ${places.filter((place) => place !== 'before').length} mutants.\n`,
  )
  return missing.length === 0 ? 0 : 1
}

/** Each place in a process of its own: Node keeps every module that it has loaded. */
function missingOn(place, attempts) {
  const where = place === 'before' ? 'the code before' : `the mutant “${place}”`
  if (place !== 'before' && mutantNamed(place) === undefined)
    return attempts.map((attempt) => ({ attempt, why: `there is no mutant “${place}”` }))
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'tests', 'attack', 'run.mjs'), '--on', place], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const line = stdout.split('\n').find((one) => one.startsWith(OUTCOMES))
  if (line === undefined) {
    const why = `${where} cannot be tried: ${stderr.trim().split('\n').slice(0, 3).join(' ')}`
    return attempts.map((attempt) => ({ attempt, why }))
  }
  const outcomes = new Map(JSON.parse(line.slice(OUTCOMES.length)).map((outcome) => [nameOf(outcome.attempt), outcome]))
  const missing = attempts.flatMap((attempt) => {
    const { through = false, seen = 'not tried' } = outcomes.get(nameOf(attempt)) ?? {}
    return through ? [] : [{ attempt, why: `held by ${where}: ${seen}` }]
  })
  log(`${where}: ${attempts.length - missing.length} of ${attempts.length} got through`)
  return missing
}

/** Runs the attempts of one place, in this process, and prints what was seen. */
export async function tryOn({ place, out }) {
  const built =
    place === 'before'
      ? await bundle({ root: codeBefore(out), out })
      : await bundle({ root, out, mutant: mutantNamed(place) ?? [] })
  try {
    const outcomes = await built.tryAll((attempt) => placeOf(attempt) === place)
    process.stdout.write(`\n${OUTCOMES}${JSON.stringify(outcomes)}\n`)
  } finally {
    built.remove()
  }
}

/** The code before these rules, from the history, with these attempts in it. */
function codeBefore(out) {
  const folder = join(out, 'before')
  if (!existsSync(join(folder, 'src'))) {
    mkdirSync(folder, { recursive: true })
    const wanted = ['src', 'resources', 'package.json', 'tsconfig.json', 'tests/builders', 'scripts']
    const archive = execFileSync('git', ['archive', BEFORE, ...wanted], { cwd: root, maxBuffer: 1 << 28 })
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  }
  rmSync(join(folder, 'tests', 'attack'), { recursive: true, force: true })
  cpSync(join(root, 'tests', 'attack'), join(folder, 'tests', 'attack'), { recursive: true })
  return folder
}
