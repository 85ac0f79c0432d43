// Shows that attempts are real ones: each gets through on its named mutant.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../scripts/paths.mjs'
import { log } from '../../scripts/log.mjs'
import { bundle } from './bundle.mjs'
import { mutantNamed } from './mutants.mjs'

const placeOf = ({ proof }) => proof?.mutant
const nameOf = ({ group, name }) => `${group} ${name}`
/** Begins the line with the outcomes of a child. */
const OUTCOMES = 'OUTCOMES '

/** Prints what does not get through where it should, and what has no mutant. Returns the exit code. */
export function prove({ attempts }) {
  const unknown = attempts.filter(({ proof }) => proof === undefined)
  const named = attempts.filter(({ proof }) => proof !== undefined)
  const places = [...new Set(named.map(placeOf))]
  const missing = places.flatMap((place) =>
    missingOn(
      place,
      named.filter((attempt) => placeOf(attempt) === place),
    ),
  )
  for (const { attempt, why } of missing)
    process.stdout.write(`NOT PROVED  ${attempt.group}: ${attempt.name}\n    ${why}\n`)
  for (const { group, name } of unknown) process.stdout.write(`NO MUTANT   ${group}: ${name}\n`)
  process.stdout.write(
    `\n${named.length - missing.length} of ${attempts.length} proved on ${places.length} mutants; ` +
      `for ${unknown.length} no mutant is known.\n`,
  )
  return missing.length === 0 ? 0 : 1
}

/** Each place in a process of its own: Node keeps every module that it has loaded. */
function missingOn(place, attempts) {
  const where = `the mutant “${place}”`
  if (mutantNamed(place) === undefined)
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
  const built = await bundle({ root, out, mutant: mutantNamed(place) ?? [] })
  try {
    const outcomes = await built.tryAll((attempt) => placeOf(attempt) === place)
    process.stdout.write(`\n${OUTCOMES}${JSON.stringify(outcomes)}\n`)
  } finally {
    built.remove()
  }
}
