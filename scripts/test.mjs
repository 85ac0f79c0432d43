// npm test: sets up what the tests need, then runs all of them.
import { ready } from './ready.mjs'
import { runAsScript } from './log.mjs'
import { setUp } from './setup.mjs'

await runAsScript(async () => {
  await setUp({ forTests: true })
  return ready()
})
