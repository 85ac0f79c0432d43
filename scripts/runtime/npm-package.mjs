import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npm, run } from '../child.mjs'
import { ScriptError } from '../log.mjs'

/** Fetches a package (`name@version`) with npm and returns its tarball. Throws a ScriptError if npm cannot fetch it. */
export async function fetchPackage(name) {
  const folder = mkdtempSync(join(tmpdir(), 'stet-package-'))
  try {
    const options = ['--ignore-scripts', '--loglevel=error', '--pack-destination', folder]
    const [command, args] = npm(['pack', name, ...options])
    const { code, output } = await run(command, args, { show: 'none', cwd: folder })
    const [tarball] = readdirSync(folder).filter((file) => file.endsWith('.tgz'))
    if (code !== 0 || !tarball) {
      throw new ScriptError(
        `The npm package ${name} could not be fetched. npm said:\n${output.trim()}\n` +
          'Nothing was changed. Check the connection to your npm registry and run the command again.',
      )
    }
    return readFileSync(join(folder, tarball))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Returns the tarball if it has the pinned digest. Throws a ScriptError if not. */
export function verifyPackage(tarball, { package: name, integrity }) {
  const received = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  if (received === integrity) return tarball
  throw new ScriptError(
    `${name} is not the package that Stet was tested with, so it is not used.\n` +
      `expected ${integrity}\nreceived ${received}\n` +
      'Nothing was kept. Try again. If that does not help, your registry serves another package: ask its operator.',
  )
}
