// node scripts/electron.mjs --print     prints the path of the Electron executable on stdout, and nothing else there
// node scripts/electron.mjs --refresh   tries at once to fetch the official Electron, even if that failed today
import { log, runAsScript } from './log.mjs'
import { electronExecutable } from './runtime/executable.mjs'

await runAsScript(async () => {
  const executable = await electronExecutable({ refresh: process.argv.includes('--refresh') })
  if (process.argv.includes('--print')) process.stdout.write(`${executable}\n`)
  else log(executable)
})
