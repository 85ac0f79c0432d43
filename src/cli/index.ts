import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CodeCache } from '../start/codeCache'

/** Made by the build (scripts/compile-ahead.cjs) for the Node that built. Built, this file lies in out/main. */
new CodeCache(dirname(fileURLToPath(import.meta.url)))

// In chunks of their own, which come compiled.
void Promise.all([import('./startCli'), import('./runCli')]).then(([{ startCli }, { runCli }]) => startCli(runCli))
