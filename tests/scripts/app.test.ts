import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runApp } from '../../scripts/app.mjs'
import { run } from '../../scripts/child.mjs'

let folder: string
let reported: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-app-'))
  reported = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const logFile = () => join(folder, 'logs', 'app.log')

/** Runs a program in place of Electron, without a display. */
function runProgram(code: string) {
  const program = join(folder, 'app.cjs')
  writeFileSync(program, code)
  const report = (line: string) => reported.push(line)
  return runApp(process.execPath, [program], { cwd: folder, logFile: logFile(), report, start: run })
}

const CHROMIUM = '[1234:1127/091500.123456:ERROR:bus.cc(407)] Failed to connect to the bus'
const print = (...lines: readonly string[]) => `process.stderr.write(${JSON.stringify(`${lines.join('\n')}\n`)})`

describe('the app run by npm start', () => {
  test('errors of Chromium go to the log file only, lines for the person to both', async () => {
    const person = 'stet: /stories is already open. Its window is now in front.'
    expect(await runProgram(print(CHROMIUM, person, 'libGL error: no driver'))).toBe(0)
    expect(reported).toEqual([person])
    expect(readFileSync(logFile(), 'utf8')).toBe(`${CHROMIUM}\n${person}\nlibGL error: no driver\n`)
  })

  test('an app that ends with an error names the log file', async () => {
    expect(await runProgram(`${print(CHROMIUM)}; process.exitCode = 2`)).toBe(2)
    expect(reported).toEqual([`Stet ended with an error (2). Its log is ${logFile()}`])
  })

  test.skipIf(process.platform === 'win32')('Ctrl+C is not reported as an error', async () => {
    expect(await runProgram("process.kill(process.pid, 'SIGINT')")).toBe(130)
    expect(reported).toEqual([])
  })

  test('the log of the start before is kept beside the new one', async () => {
    await runProgram(print('first start'))
    await runProgram(print('second start'))
    const texts = [logFile(), `${logFile()}.old`].map((file) => readFileSync(file, 'utf8'))
    expect(texts).toEqual(['second start\n', 'first start\n'])
  })
})
