/** Peers of the index: SQLite's own FTS5 over the same texts, and a program that reads the same story files. */
import { rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { WORDS } from './words.mjs'
import { wholeProcess } from '../wholeProcess.mjs'

const fullText = join(import.meta.dirname, 'fullText.mjs')

/** Milliseconds of inserting all texts into a new FTS5 table, and of the words there. */
export async function measureFts5(library, file) {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  const { inserting, reading, processor } = await own(['insert', library, file])
  const fts5 = await own(['ask', file, ...WORDS])
  return { inserting: [inserting], reading: [reading], insertingProcessor: [processor], fts5 }
}

async function own(args) {
  const { out } = await wholeProcess(process.execPath, [fullText, ...args])
  return JSON.parse(out)
}

const [ripgrep = ''] = (spawnSync('rg', ['--version'], { encoding: 'utf8' }).stdout ?? '').split('\n')

/** Which program reads the files: ripgrep, or grep if there is none. */
export const reader = ripgrep || (spawnSync('grep', ['--version'], { encoding: 'utf8' }).stdout ?? '').split('\n')[0]

/** Whole processes that list the story files with a word: milliseconds of each word. */
export async function measureReader(library) {
  const [program, options] = ripgrep
    ? ['rg', ['--files-with-matches', '--ignore-case', '--fixed-strings', '--glob', 'story.json']]
    : ['grep', ['-rliF', '--include=story.json']]
  const times = []
  for (const word of WORDS) {
    // Both end with 1 if it does not exist.
    const { milliseconds } = await wholeProcess('sh', [
      '-c',
      '"$@" || [ $? = 1 ]',
      'sh',
      program,
      ...options,
      word,
      join(library, 'stories'),
    ])
    times.push(milliseconds)
  }
  return { reader: times }
}
