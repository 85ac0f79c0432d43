// Builds the attempts over the code of a folder, with pieces of source text replaced if a mutant asks for it.
import { rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root as checkout } from '../../scripts/paths.mjs'
import { withPieceReplaced } from '../mutants/pieces.mjs'

/** As in unit tests: argon2id is cheap, and keys and checked signatures are remembered (tests/builders). */
const quick = (name) => join(checkout, 'tests', 'builders', name)
const QUICK = [
  { find: 'hash-wasm', replacement: quick('quickArgon2.ts') },
  { find: /^.*\/disk\/crypto\/ed25519$/, replacement: quick('quickKeys.ts') },
]

/** Each bundle has a name of its own: Node keeps modules by their address. */
let built = 0

/**
 * Returns the module of main.ts over the code in `root`. `mutant`: pieces that are replaced, each of which must occur
 * once. `out`: where the bundle lies while it is used.
 */
export async function bundle({ root, out, mutant = [] }) {
  const { build } = await import('vite')
  process.env.STET_ATTACK_ROOT = checkout
  const folder = join(out, `${process.pid}-${++built}`)
  const left = new Set(mutant)
  await build({
    configFile: false,
    root: join(root, 'tests', 'attack'),
    logLevel: 'error',
    // Other code has its own Ed25519.
    resolve: { alias: root === checkout ? QUICK : [] },
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        transform(code, id) {
          const file = relative(root, id.split('?')[0]).split(sep).join('/')
          let text = code
          for (const change of mutant.filter((one) => one.file === file)) {
            const changed = withPieceReplaced(text, change.find, change.replace)
            if (changed === undefined) throw new Error(`“${change.find}” is not once in ${file}.`)
            text = changed
            left.delete(change)
          }
          return text === code ? undefined : { code: text, map: null }
        },
      },
    ],
    ssr: { noExternal: true, external: ['jsdom', '@myriaddreamin/typst-ts-node-compiler'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20.18',
      minify: false,
      rolldownOptions: {
        input: { main: join(root, 'tests', 'attack', 'main.ts') },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  })
  if (left.size > 0) throw new Error(`${[...left].map(({ file }) => file).join(', ')}: not part of the bundle.`)
  const module = await import(pathToFileURL(join(folder, 'main.mjs')).href)
  return { ...module, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
