/** Builds the process of commandProcess.ts before the tests. */
import { basename, dirname, join, resolve } from 'node:path'
import { build } from 'vite'

const ROOT = resolve(import.meta.dirname, '..', '..', '..')

export const COMMAND_MAIN = join(ROOT, 'node_modules', '.stet-e2e', 'commandMain.mjs')

export default async function buildCommands(): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    // libsql chooses its program for this machine when it is loaded.
    ssr: { noExternal: true, external: ['libsql'] },
    build: {
      ssr: true,
      outDir: dirname(COMMAND_MAIN),
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: {
        input: join(import.meta.dirname, 'commandMain.ts'),
        output: { entryFileNames: basename(COMMAND_MAIN) },
      },
    },
  })
}
