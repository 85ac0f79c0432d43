import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { runWithDisplay } from './display.mjs'
import { log } from './log.mjs'

/** The app begins each line for the person with this. All other lines come from Chromium and the system's libraries. */
const FOR_THE_PERSON = 'stet: '
const ENDED_BY_SIGNAL = 128

/**
 * Runs the app to its end and returns its exit code. Everything it writes to stderr goes to the log file. Only its
 * lines for the person are also reported, and the name of the log file if the app ends with an error.
 */
export async function runApp(executable, args, { cwd, logFile, report = log, start = runWithDisplay }) {
  const descriptor = openLog(logFile)
  try {
    const onErrorLine = (line) => {
      writeSync(descriptor, `${line}\n`)
      if (line.startsWith(FOR_THE_PERSON)) report(line)
    }
    const { code } = await start(executable, args, { cwd, onErrorLine })
    if (code !== 0 && code < ENDED_BY_SIGNAL) report(`Stet ended with an error (${code}). Its log is ${logFile}`)
    return code
  } finally {
    closeSync(descriptor)
  }
}

/** Keeps the log of the start before this one. An app that still runs goes on writing to it. */
function openLog(file) {
  mkdirSync(dirname(file), { recursive: true })
  if (existsSync(file)) renameSync(file, `${file}.old`)
  // It may name files: only its owner may read it.
  return openSync(file, 'w', 0o600)
}
