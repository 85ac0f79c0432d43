import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { CodeCache } from '../start/codeCache'

// As in scripts/build.mjs: what was compiled ahead is good for the same flags only.
setFlagsFromString('--interrupt-budget=1056000')
setFlagsFromString('--initial-old-space-size=64')
setFlagsFromString('--always-sparkplug')

/** Made by the build (scripts/compile-ahead.cjs) for the Node that built. Built, this file lies in out/main. */
new CodeCache(dirname(fileURLToPath(import.meta.url)))

// In chunks of their own, which come compiled.
void Promise.all([import('./startCli'), import('./runCli')]).then(([{ startCli }, { runCli }]) => startCli(runCli))
