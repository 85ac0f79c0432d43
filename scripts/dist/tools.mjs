import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../child.mjs'
import { ScriptError } from '../log.mjs'

/** Runs a program of the system. Throws a ScriptError with its output, or with how to get it. */
export async function runTool(program, args, howToGet) {
  const ended = await run(program, args, { show: 'none' }).catch((error) => error)
  if (ended.code === 'ENOENT') throw new ScriptError(`${program} is not installed (${howToGet}). Nothing was built.`)
  if (ended.code !== 0) throw new ScriptError(`${program} failed:\n${ended.output ?? ended}`)
}

/** Bytes of all files below a folder. */
export const sizeOf = (path) =>
  lstatSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : lstatSync(path).size
