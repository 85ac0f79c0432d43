// node scripts/confusables.mjs [PATH] : makes confusables.json of src/projection/scan/readings/lookalikes from the list
// of look-alike characters of Unicode (UTS #39, confusables.txt). PATH: that file. Without it, the file is taken from
// the source package of ICU in Debian's unstable archive (`apt-get source icu`, which needs a deb-src line).
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMain, root } from './paths.mjs'
import { log, runAsScript } from './log.mjs'

const TABLE = join(root, 'src', 'projection', 'scan', 'readings', 'lookalikes', 'confusables.json')
const IN_ICU = 'icu/source/data/unidata/confusables.txt'

const run = (command, args, cwd) => {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
}

/** Takes confusables.txt out of the source package of ICU. */
function fetchList() {
  const folder = mkdtempSync(join(tmpdir(), 'confusables-'))
  run('apt-get', ['source', '--download-only', 'icu'], folder)
  const archive = readdirSync(folder).find((name) => /^icu_.*\.orig\.tar\.gz$/.test(name))
  run('tar', ['xzf', archive, IN_ICU], folder)
  return { text: readFileSync(join(folder, IN_ICU), 'utf8'), from: `${archive}, ${IN_ICU}` }
}

const charactersOf = (codes) =>
  codes
    .trim()
    .split(/\s+/)
    .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .join('')

const withoutMarks = (text) => text.replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
const HANGUL_LETTER = /[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb\uffa0-\uffdc]/

/**
 * Reads the list as look-alikes by what they look like: letters, digits and signs without their marks, because the scan
 * drops marks. The list calls m "rn", and capital I "l". Here they keep their letter: the scan knows these two itself.
 * Signs count only where they look like Latin letters or digits: a dash stays a dash. Left out is what normal forms
 * fold: mathematical letters, presentation forms, and Hangul letters, which become syllables.
 */
export function lookalikesOf(text) {
  const images = new Map()
  for (const line of text.split('\n')) {
    const [source = '', target = ''] = line.replace(/^\ufeff/, '').split(';')
    if (!/^[0-9A-F]{4,6}\s*$/.test(source) || target.trim() === '') continue
    const sign = charactersOf(source)
    const decomposed = charactersOf(target).normalize('NFKD')
    const bare = withoutMarks(decomposed)
    // A stroke or hook on a letter of these scripts is a mark. Elsewhere marks make another letter.
    if (bare !== decomposed && !/[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Common}]/u.test(sign)) continue
    const image =
      bare === 'rn'
        ? /\p{Lu}/u.test(sign)
          ? 'M'
          : 'm'
        : bare === 'l' && (/\p{Lu}/u.test(sign) || sign.toLowerCase() === 'i')
          ? 'I'
          : bare
    const isWord = /^[\p{L}\p{N}]+$/u.test(image)
    const counts = /[\p{L}\p{N}]/u.test(sign) ? isWord : /^[A-Za-z0-9]+$/.test(image) && !/\p{M}/u.test(sign)
    if (
      counts &&
      sign >= '\u0080' &&
      sign !== image &&
      sign.normalize('NFD') === sign &&
      !HANGUL_LETTER.test(sign + image)
    )
      images.set(sign, image)
  }
  const groups = new Map()
  for (const [sign, image] of images) {
    const folded = withoutMarks(sign.normalize('NFKD'))
    if (folded !== sign && [...folded].map((letter) => images.get(letter) ?? letter).join('') === image) continue
    groups.set(image, (groups.get(image) ?? '') + sign)
  }
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function tableOf({ text, from }) {
  const version = /^# Version: (.*)$/m.exec(text)?.[1]
  if (version === undefined) throw new Error('this is not confusables.txt')
  return {
    what: 'Look-alike characters, by what they look like. Made by scripts/confusables.mjs; not edited by hand.',
    version,
    date: /^# Date: (.*)$/m.exec(text)?.[1],
    source: `Unicode Security Mechanisms (UTS #39), confusables.txt; from ${from}`,
    licence: 'Unicode-3.0. Copyright © 2025 Unicode, Inc. https://www.unicode.org/license.txt',
    // Pairs, not an object: a bundler writes keys without quotation marks, and the oldest Chromium does not know the
    // newest letters.
    lookalikes: Object.entries(lookalikesOf(text)),
  }
}

if (isMain(import.meta.url))
  runAsScript(() => {
    const [, , path] = process.argv
    const table = tableOf(path === undefined ? fetchList() : { text: readFileSync(path, 'utf8'), from: path })
    writeFileSync(TABLE, `${JSON.stringify(table, null, 2)}\n`)
    const signs = table.lookalikes.reduce((sum, [, group]) => sum + [...group].length, 0)
    log(`${TABLE}: Unicode ${table.version}, ${signs} characters`)
  })
