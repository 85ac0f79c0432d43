// What other people made and Stet ships, with the words of their licences.
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A work that is shipped. `texts`: its licences and notices. */
export interface Work<Text> {
  readonly name: string
  readonly version: string
  /** SPDX, as the package says it. */
  readonly licence: string
  readonly home?: string
  readonly texts: readonly Text[]
}

/** `texts` of a work are places in the list of all texts: many works have the same. */
export interface Licences {
  readonly packages: readonly Work<number>[]
  readonly texts: readonly string[]
}

interface PackageJson {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type?: string }
  readonly homepage?: string
  readonly repository?: string | { readonly url?: string }
}

const LICENCE_FILE = /^(licen[cs]e|copying|ofl|notice)([-_.].*)?$/i

/** The folder of the package that a module belongs to. Undefined: the module is Stet's own or the bundler's. */
export function packageOf(module: string): string | undefined {
  const path = module.replace(/^\0/, '').replace(/[?#].*$/, '')
  const inModules = `${sep}node_modules${sep}`
  const at = path.lastIndexOf(inModules)
  if (at < 0) return undefined
  const [first = '', second = ''] = path.slice(at + inModules.length).split(sep)
  // A name with a point is a cache of a tool, such as .vite.
  if (first === '' || first.startsWith('.')) return undefined
  return join(path.slice(0, at), 'node_modules', first, ...(first.startsWith('@') ? [second] : []))
}

/**
 * Reads the licences of the packages in `folders`, and adds `more`: what came without a package. Throws if a package
 * does not say its licence: such a one may not be shipped.
 */
export function readLicences(folders: readonly string[], more: readonly Work<string>[] = []): Licences {
  const texts: string[] = []
  const placeOf = (text: string): number => {
    const tidy = text.replace(/\r\n?/g, '\n').trim()
    if (!texts.includes(tidy)) texts.push(tidy)
    return texts.indexOf(tidy)
  }
  const packages = [...new Set(folders)].map((folder): Work<number> => {
    const { name, version, license, homepage, repository } = readPackage(folder)
    const licence = typeof license === 'string' ? license : license?.type
    if (!licence) throw new Error(`${name} does not say its licence, so Stet may not ship it (${folder})`)
    const home = homepage ?? (typeof repository === 'string' ? repository : repository?.url)
    return {
      ...{ name, version, licence },
      ...(home ? { home: home.replace(/^git\+|\.git$/g, '') } : {}),
      texts: licenceFiles(folder).map((file) => placeOf(readFileSync(file, 'utf8'))),
    }
  })
  const others = more.map((work): Work<number> => ({ ...work, texts: work.texts.map(placeOf) }))
  const all = [...packages, ...others].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  return { packages: all, texts }
}

const readPackage = (folder: string): PackageJson =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson

const licenceFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort()

/** What a program in Rust says of the crates that it was compiled from: paths of their sources. */
const CRATE = /registry[/\\]src[/\\][^/\\]{1,80}[/\\]([A-Za-z0-9_-]+)-(\d+\.\d+\.\d+[A-Za-z0-9.+-]*)[/\\]/g

/**
 * The crates inside the program of a package. The package brings no licences of them, and nothing is asserted here: the
 * text names each crate, and where its licence stands. Throws if the program names none, because then it names them in
 * another way.
 */
export function cratesOf(name: string, version: string, program: Uint8Array): Work<string> {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength).toString('latin1')
  const crates = new Set([...bytes.matchAll(CRATE)].map(([, crate = '', number = '']) => `${crate} ${number}`))
  if (crates.size === 0) throw new Error(`${name} names no crate, so nobody can tell what it was compiled from`)
  const text = [
    `The program of ${name} was compiled from these Rust crates, as it says itself. It may have others, which it does`,
    'not name. The package brings no licences of them. The licence of each stands at https://crates.io/crates/NAME/VERSION',
    '',
    ...[...crates].sort(),
  ].join('\n')
  return { name: `Rust crates in ${name}`, version, licence: 'NOASSERTION', home: 'https://crates.io', texts: [text] }
}
