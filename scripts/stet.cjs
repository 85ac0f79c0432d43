#!/usr/bin/env node
// The command line: node scripts/stet.cjs ARGUMENTS, npm run --silent stet -- ARGUMENTS, scripts/stet ARGUMENTS.
// It runs in this process, which ends with its exit code. A checkout that is not built yet is built first.
// CommonJS: Node starts its other module loader only when the checkout has to be built.
'use strict'
const { existsSync } = require('node:fs')
const { enableCompileCache } = require('node:module')
const { dirname, join, resolve } = require('node:path')

const root = dirname(__dirname)
const program = join(root, 'out', 'main', 'stet.cjs')

function run() {
  // npm runs its scripts in the checkout. The person typed the command in another folder.
  const { npm_lifecycle_event: script, INIT_CWD: callersFolder } = process.env
  if (script === 'stet' && callersFolder && resolve(process.cwd()) === root) process.chdir(callersFolder)
  // Node 22.1 and later. Not in Node's own folder for it, which is in the temporary one that everybody may write to.
  enableCompileCache?.(join(root, 'out', 'compiled'))
  require(program)
}

async function buildAndRun() {
  const { runAsScript } = await import('./log.mjs')
  await runAsScript(async () => {
    const { ensureNodeModules } = await import('./node-modules.mjs')
    const { ensureBuilt } = await import('./build.mjs')
    await ensureNodeModules()
    await ensureBuilt()
  })
  if (existsSync(program)) run()
  // runAsScript sets 1, which means wrong usage in this command.
  else process.exitCode = 2
}

if (existsSync(program)) run()
else void buildAndRun()
