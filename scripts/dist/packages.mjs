// The npm packages that an installed Stet is made of, with their licences.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ScriptError } from '../log.mjs'

/** `loads`: packages that load SQLite. `programs`: the one with its program, for each system of a package. */
const { loads, programs } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'sqlitePackages.json'), 'utf8'))

/**
 * Folders of what is loaded by name while Stet runs, and goes along as it is: SQLite for the index. Throws for a system
 * that Stet is not packaged for.
 */
export function loadedOn(platform = process.platform, arch = process.arch) {
  const sqlite = programs[`${platform} ${arch}`]
  if (sqlite === undefined) throw new ScriptError(`Stet is not packaged for ${platform} ${arch}.`)
  return [...loads, sqlite].map((name) => `node_modules/${name}`)
}

/** These have paragraphs of their own in the list of licences. */
const APART = new Set(['Stet', 'electron'])

/**
 * @param out the built app, whose window has the list of the licences of all that is inside
 * @returns for each work `{ name, version, licence, texts }`, by name. `licence`: SPDX
 */
export function packagesInside(out) {
  const { packages, texts } = JSON.parse(readFileSync(join(out, 'renderer', 'licences.json'), 'utf8'))
  return packages
    .filter(({ name }) => !APART.has(name))
    .map((one) => ({ ...one, texts: one.texts.map((at) => texts[at]) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
