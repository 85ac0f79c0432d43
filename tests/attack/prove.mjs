// Shows that each attempt is a real one: it gets through on the code before these rules, or on its named mutant.
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../scripts/paths.mjs'
import { log } from '../../scripts/log.mjs'
import { bundle } from './bundle.mjs'
import { BEFORE, mutantNamed } from './mutants.mjs'

/** Prints what does not get through where it should. Returns the exit code. */
export async function prove({ built, out, wanted }) {
  const attempts = built.attempts.filter(wanted)
  const missing = []
  const onBefore = attempts.filter(({ proof }) => proof === 'before')
  if (onBefore.length > 0)
    missing.push(...(await tryOn({ attempts: onBefore, ...(await codeBefore(out)), out, where: 'the code before' })))
  const names = new Set(attempts.flatMap(({ proof }) => (proof === 'before' ? [] : [proof.mutant])))
  for (const name of names) {
    const own = attempts.filter(({ proof }) => proof !== 'before' && proof.mutant === name)
    const mutant = mutantNamed(name)
    if (mutant === undefined) missing.push(...own.map((attempt) => ({ attempt, why: `there is no mutant “${name}”` })))
    else missing.push(...(await tryOn({ attempts: own, folder: root, mutant, out, where: `the mutant “${name}”` })))
  }
  for (const { attempt, why } of missing)
    process.stdout.write(`NOT PROVED  ${attempt.group}: ${attempt.name}\n    ${why}\n`)
  process.stdout.write(
    `\n${attempts.length - missing.length} of ${attempts.length} proved: ${onBefore.length} are asked of the code before, the others of ${names.size} mutants.\n`,
  )
  return missing.length === 0 ? 0 : 1
}

async function tryOn({ attempts, folder, mutant = [], out, where }) {
  const names = new Set(attempts.map(({ group, name }) => `${group} ${name}`))
  let built
  try {
    built = await bundle({ root: folder, out, mutant })
  } catch (error) {
    return attempts.map((attempt) => ({ attempt, why: `${where} cannot be built: ${error.message}` }))
  }
  try {
    const outcomes = await built.tryAll(({ group, name }) => names.has(`${group} ${name}`))
    log(`${where}: ${outcomes.filter(({ through }) => through).length} of ${outcomes.length} got through`)
    return outcomes
      .filter(({ through }) => !through)
      .map(({ attempt, seen }) => ({ attempt, why: `held by ${where}: ${seen}` }))
  } finally {
    built.remove()
  }
}

/** The code before these rules, from the history, with these attempts in it. */
async function codeBefore(out) {
  const folder = join(out, 'before')
  if (!existsSync(join(folder, 'src'))) {
    mkdirSync(folder, { recursive: true })
    const archive = execFileSync(
      'git',
      ['archive', BEFORE, 'src', 'resources', 'package.json', 'tsconfig.json', 'tests/builders', 'scripts'],
      {
        cwd: root,
        maxBuffer: 1 << 28,
      },
    )
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  }
  rmSync(join(folder, 'tests', 'attack'), { recursive: true, force: true })
  cpSync(join(root, 'tests', 'attack'), join(folder, 'tests', 'attack'), { recursive: true })
  return { folder }
}
