import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { runTool } from './tools.mjs'

/** @returns the path of the archive: the files below one folder, with install.sh. */
export async function buildTarball({ folder, version }, { dist, work }) {
  const name = `stet-${version}-linux-x64`
  const at = join(work, name)
  cpSync(folder, at, { recursive: true })
  cpSync(join(root, 'resources', 'linux', 'install.sh'), join(at, 'install.sh'))
  const file = join(dist, `${name}.tar.gz`)
  await runTool('tar', ['-C', work, '--owner=0', '--group=0', '--numeric-owner', '-czf', file, name], 'apt install tar')
  return file
}
