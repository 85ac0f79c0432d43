// node scripts/longLines.mjs [--check] : lists lines of src, tests and scripts that are over 120 columns.
// With --check they are an error. Lines that cannot be wrapped are exempt: their longest part without a space is a
// string or a regular expression that reaches over the limit by itself.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMain, root } from './paths.mjs'
import { log, runAsScript } from './log.mjs'

const LIMIT = 120
const CODE = /\.(?:[cm]?[jt]sx?|css)$/
const EXEMPT = /^tests\/(?:.*\/)?fixtures\//
/** One string, template or regular expression, with what may stand around it in one line of formatted code. */
const UNBREAKABLE = [/^[^'"`]*(['"]).*\1[,;:)\]}]*$/, /^[^`]*`.*`?[,;:)\]}]*$/, /^[^/'"`]*\/.*\/[a-z]*[,;:)\]}]*$/]
/** The name of a test is a sentence. */
const TEST_NAME = /^(?:test|it|describe)(?:\.\w+)*\((['`]).*\1, (?:async )?\(/
const COMMENT = /^\s*(?:\/\/|\/?\*)/

/** Returns whether a person has to wrap this line. The formatter wraps everything but comments and text. */
export function isTooLong(line) {
  if (line.length <= LIMIT) return false
  if (COMMENT.test(line))
    return (
      line
        .trim()
        .split(' ')
        .some((word) => word.length > LIMIT - 10) === false
    )
  return ![...UNBREAKABLE, TEST_NAME].some((pattern) => pattern.test(line.trim()))
}

/** Whether a template is open after these lines: the next line is its text. */
const isInTemplate = (before) => before.join('\n').split(/(?<!\\)`/).length % 2 === 0

export function longLines() {
  const files = execFileSync('git', ['ls-files', 'src', 'tests', 'scripts'], { cwd: root, encoding: 'utf8' })
  return files
    .split('\n')
    .filter((file) => CODE.test(file) && !EXEMPT.test(file))
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index, lines) =>
          isTooLong(line) && !isInTemplate(lines.slice(0, index)) ? [`${file}:${index + 1}`] : [],
        ),
    )
}

if (isMain(import.meta.url)) {
  await runAsScript(() => {
    const found = longLines()
    for (const place of found) log(place)
    log(`${found.length} lines are over ${LIMIT} columns and can be wrapped`)
    return process.argv.includes('--check') && found.length > 0 ? 1 : 0
  })
}
