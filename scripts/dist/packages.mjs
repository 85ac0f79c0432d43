// The npm packages that an installed Stet is made of, with their licences.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'

/** What is loaded by name while Stet runs, and goes along as it is: SQLite for the index. */
export const LOADED = [
  'node_modules/libsql',
  'node_modules/libsql/node_modules/detect-libc',
  'node_modules/@neon-rs/load',
  'node_modules/@libsql/linux-x64-gnu',
]

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
  const loaded = LOADED.map(describePackage).filter(({ name }) => !names.has(name))
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
