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

/** Files of these are copied beside the built programs. No module names them. */
const COPIED = [
  'node_modules/@expo-google-fonts/inter',
  'node_modules/@expo-google-fonts/source-serif-4',
  'node_modules/@fontsource-variable/inter',
  'node_modules/@fontsource-variable/source-serif-4',
  'node_modules/@myriaddreamin/typst-ts-node-compiler',
  'node_modules/dictionary-de',
  'node_modules/dictionary-en',
  'node_modules/dictionary-en-gb',
  'node_modules/dictionary-es',
  'node_modules/dictionary-fr',
  'node_modules/dictionary-ko',
  'node_modules/hunspell-wasm',
]

/** @returns the folders of all packages, sorted. The build notes in packages.json what it bundles. */
export function packagesInside(out) {
  const bundled = ['main', 'preload', 'renderer'].flatMap((part) =>
    JSON.parse(readFileSync(join(out, part, 'packages.json'), 'utf8')),
  )
  return [...new Set([...bundled, ...COPIED, ...LOADED])].sort()
}

/** @returns `{ name, version, licence, author, texts }`. `licence`: SPDX. `texts`: its licence files. */
export function describePackage(at, base = root) {
  const folder = join(base, at)
  const { name, version, license, licenses, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const licence =
    typeof license === 'string' ? license : (license?.type ?? licenses?.map(({ type }) => type).join(' OR '))
  if (licence === undefined) throw new Error(`${at} names no licence`)
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
