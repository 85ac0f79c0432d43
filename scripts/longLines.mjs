// node scripts/longLines.mjs [--check] : lists lines of src, tests, scripts, README and docs that are over 120 columns.
// With --check they are an error. Lines that cannot be wrapped are exempt: their longest part without a space is a
// string or a regular expression that reaches over the limit by itself. So are tables and blocks of code in docs.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMain, root } from './paths.mjs'
import { log, runAsScript } from './log.mjs'

const LIMIT = 120
const CODE = /\.(?:[cm]?[jt]sx?|css)$/
const PAGE = /^(?:README|docs\/.*)\.md$/
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

/** The numbers of the lines of a page in Markdown that a person has to wrap. */
export function longInPage(text) {
  let isCode = false
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*```/.test(line)) isCode = !isCode
    return line.length > LIMIT && !isCode && !/^\s*\|/.test(line) ? [index + 1] : []
  })
}

const longInCode = (text) =>
  text
    .split('\n')
    .flatMap((line, index, lines) => (isTooLong(line) && !isInTemplate(lines.slice(0, index)) ? [index + 1] : []))

export function longLines() {
  const places = ['src', 'tests', 'scripts', 'README.md', 'docs']
  const files = execFileSync('git', ['ls-files', ...places], { cwd: root, encoding: 'utf8' })
  return files
    .split('\n')
    .filter((file) => (CODE.test(file) && !EXEMPT.test(file)) || PAGE.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      return (PAGE.test(file) ? longInPage(text) : longInCode(text)).map((line) => `${file}:${line}`)
    })
}

if (isMain(import.meta.url)) {
  await runAsScript(() => {
    const found = longLines()
    for (const place of found) log(place)
    log(`${found.length} lines are over ${LIMIT} columns and can be wrapped`)
    return process.argv.includes('--check') && found.length > 0 ? 1 : 0
  })
}
