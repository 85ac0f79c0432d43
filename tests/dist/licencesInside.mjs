// Everything in the archive of the package has a line in the list of licences that the same archive shows (Settings,
// About and licences).
import { extractFile, listPackage } from '@electron/asar'
import { log, ScriptError } from '../../scripts/log.mjs'

/** Of what is Stet's own, or is bundled: the build notes the package of each module (scripts/licences.ts). */
const OWN = [
  /^\/(?:LICENSE|entry\.cjs|package\.json|resources\/icon\.png)$/,
  /^\/out\/(?:main|preload)\/(?:chunks\/)?[\w.-]+\.cjs$/,
  /^\/out\/renderer\/(?:index\.html|licences\.json|assets\/[\w.~-]+\.(?:js|css))$/,
]
/** Files that the build copies, and the package or work that they come from. */
const COPIED = [
  [/^\/out\/main\/typeset\/compiler\.node$/, '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'],
  [/^\/out\/main\/typeset\/Inter_\w+\.ttf$/, '@expo-google-fonts/inter'],
  [/^\/out\/main\/typeset\/SourceSerif4_\w+\.ttf$/, '@expo-google-fonts/source-serif-4'],
  [/^\/out\/renderer\/assets\/inter-[\w-]+\.woff2$/, '@fontsource-variable/inter'],
  [/^\/out\/renderer\/assets\/source-serif-4-[\w-]+\.woff2$/, '@fontsource-variable/source-serif-4'],
  [/^\/out\/renderer\/assets\/hunspell-[\w-]+\.wasm$/, 'hunspell-wasm'],
  [/^\/out\/renderer\/assets\/pdf\.worker-[\w-]+\.mjs$/, 'pdfjs-dist'],
  [/^\/out\/renderer\/dictionaries\/licences\//, 'hunspell-wasm'],
  // American English is the package without a country (src/story/spelling/dictionaries.ts).
  [/^\/out\/renderer\/dictionaries\/en-us\/(?:index\.(?:aff|dic)|license)$/, 'dictionary-en'],
  [/^\/out\/renderer\/dictionaries\/([a-z-]+)\/(?:index\.(?:aff|dic)|license)$/, 'dictionary-$1'],
  [/^\/node_modules\/@libsql\/linux-x64-gnu\/index\.node$/, 'Rust crates in @libsql/linux-x64-gnu'],
]
/** Works inside a file of a package, which the package does not tell of. */
const WITHIN = [
  'SQLite',
  'SQLite3 Multiple Ciphers',
  'Rust crates in @myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
]

/** Throws a ScriptError with what has no line. @param archive the path of app.asar */
export function checkLicencesInside(archive) {
  const files = listPackage(archive).map((path) => path.replaceAll('\\', '/'))
  const folders = new Set(files.map((path) => path.slice(0, path.lastIndexOf('/'))))
  const json = (path) => JSON.parse(extractFile(archive, path.slice(1)).toString('utf8'))
  const { packages, texts } = json('/out/renderer/licences.json')
  const works = new Set(packages.flatMap(({ name, version }) => [name, `${name} ${version}`]))
  const lacking = WITHIN.filter((name) => !works.has(name))
  let checked = 0
  for (const path of files.filter((file) => !folders.has(file))) {
    const owner = ownerOf(path)
    const [, inside] = /^((?:\/node_modules\/(?:@[^/]+\/)?[^/]+)+)\//.exec(path) ?? []
    if (owner !== undefined) {
      if (!works.has(owner)) lacking.push(path)
    } else if (inside !== undefined) {
      const { name, version } = json(`${inside}/package.json`)
      if (!works.has(`${name} ${version}`)) lacking.push(path)
    } else if (!OWN.some((pattern) => pattern.test(path))) lacking.push(path)
    checked++
  }
  if (lacking.length > 0) throw new ScriptError(`These have no line in the list of licences:\n${lacking.join('\n')}`)
  const silent = packages.filter((one) => one.texts.some((at) => texts[at] === undefined))
  if (silent.length > 0) throw new ScriptError(`The list lacks texts of ${silent.map(({ name }) => name).join(', ')}`)
  log(
    `ok   each of the ${checked} files in the archive has its line in the list of licences (${packages.length} works)`,
  )
}

function ownerOf(path) {
  for (const [pattern, owner] of COPIED) {
    const found = pattern.exec(path)
    if (found) return owner.replace('$1', found[1] ?? '')
  }
  return undefined
}
