// node scripts/compile-ahead.cjs FOLDER : has V8 compile what the command line of the build in FOLDER runs, and keeps that beside it.
// It works as a person would, so that what is kept is what is needed.
'use strict'
const { readdirSync } = require('node:fs')
const { join, resolve } = require('node:path')
const { workAFullDay } = require('./day-of-work.cjs')

async function compileAhead(folder) {
  const main = join(resolve(folder), 'main')
  const { CodeCache } = require(join(main, 'codeCache.cjs'))
  const cache = new CodeCache(main)
  await workAFullDay((name) =>
    require(
      join(
        main,
        'chunks',
        readdirSync(join(main, 'chunks')).find((file) => file.startsWith(`${name}-`)),
      ),
    ),
  )
  cache.keep()
}

compileAhead(process.argv[2]).catch((trouble) => {
  process.stderr.write(`${trouble.stack ?? trouble}\n`)
  process.exitCode = 1
})
