// Builds the campaigns and the processes that they test from TypeScript for Node.
import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../../scripts/paths.mjs'

const here = import.meta.dirname
const NAMES = [
  'campaigns',
  'storageWriter',
  'newsroomWriter',
  'leavingWriter',
  'handOver/handOverWriter',
  'index/indexWriter',
  'index/indexReader',
  'lockContender',
  'costMain',
]

export async function buildPrograms() {
  const { build } = await import('vite')
  const folder = join(root, 'node_modules', '.stet-faults', String(process.pid))
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    // libsql chooses its program for this machine when it is loaded.
    ssr: { noExternal: true, external: ['libsql'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: {
        input: Object.fromEntries(NAMES.map((name) => [basename(name), join(here, `${name}.ts`)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  })
  return {
    folder,
    program: (name) => join(folder, `${name}.mjs`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
