// The npm packages that an installed Stet is made of, with their licences.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ScriptError } from '../log.mjs'
import { root } from '../paths.mjs'

/** SQLite's program for each system that Stet is packaged for. */
const SQLITE = {
  'linux x64': 'linux-x64-gnu',
  'win32 x64': 'win32-x64-msvc',
  'darwin arm64': 'darwin-arm64',
  'darwin x64': 'darwin-x64',
}

/**
 * What is loaded by name while Stet runs, and goes along as it is: SQLite for the index. Throws for a system that Stet
 * is not packaged for.
 */
export function loadedOn(platform = process.platform, arch = process.arch) {
  const sqlite = SQLITE[`${platform} ${arch}`]
  if (sqlite === undefined) throw new ScriptError(`Stet is not packaged for ${platform} ${arch}.`)
  return [
    'node_modules/libsql',
    'node_modules/libsql/node_modules/detect-libc',
    'node_modules/@neon-rs/load',
    `node_modules/@libsql/${sqlite}`,
  ]
}

/** These have paragraphs of their own in the list of licences. */
const APART = new Set(['Stet', 'electron'])

/**
 * @param out the built app, whose window has a list of the licences of what is bundled
 * @returns for each package `{ name, version, licence, author, texts }`, by name. `licence`: SPDX
 */
export function packagesInside(out) {
  const { packages, texts } = JSON.parse(readFileSync(join(out, 'renderer', 'licences.json'), 'utf8'))
  const bundled = packages
    .filter(({ name }) => !APART.has(name))
    .map((one) => ({ ...one, texts: one.texts.map((at) => texts[at]) }))
  const names = new Set(bundled.map(({ name }) => name))
  const loaded = loadedOn()
    .map(describePackage)
    .filter(({ name }) => !names.has(name))
  return [...bundled, ...loaded].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function describePackage(at) {
  const folder = join(root, at)
  const { name, version, license: licence, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof licence !== 'string') throw new Error(`${at} names no licence`)
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile() && /^(?:licen[cs]e|copying|notice)/i.test(file.name))
    .map((file) => file.name)
  return {
    name,
    version,
    licence,
    author: typeof author === 'string' ? author : author?.name,
    texts: files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim()),
  }
}
