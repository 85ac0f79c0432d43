#!/usr/bin/env node
// npm run --silent stet -- ARGUMENTS : the command line, in this very process, so that its exit code is ours.
// CommonJS, so that Node need not start its other module loader for it.
'use strict'
const { existsSync } = require('node:fs')
const { dirname, join, resolve } = require('node:path')

const root = dirname(__dirname)
const program = join(root, 'out', 'main', 'stet.cjs')

function run() {
  // npm itself runs its scripts in the checkout; the person typed the command elsewhere.
  const { npm_lifecycle_event: script, INIT_CWD: theirs } = process.env
  if (script === 'stet' && theirs && resolve(process.cwd()) === root) process.chdir(theirs)
  require(program)
}

async function buildAndRun() {
  const { runAsScript } = await import('./say.mjs')
  await runAsScript(async () => {
    const { ensureNodeModules } = await import('./node-modules.mjs')
    const { ensureBuilt } = await import('./build.mjs')
    await ensureNodeModules()
    await ensureBuilt()
  })
  if (existsSync(program)) run()
  // 1 would say that the command was wrong.
  else process.exitCode = 2
}

if (existsSync(program)) run()
else void buildAndRun()
