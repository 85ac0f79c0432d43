// SQLite's own FTS5 over the texts of a library, in a process of its own, as a peer of Stet's index:
//   node fullText.mjs insert LIBRARY FILE   puts the texts into a new file, 1,000 stories in each transaction
//   node fullText.mjs ask FILE WORD …       asks for the newest stories with words that begin so
// Prints milliseconds as JSON.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

const AT_ONCE = 1000
/** As many as the window shows at first. */
const HITS = 60
const WARM_UP = 'vote'

const [command, ...given] = process.argv.slice(2)
process.stdout.write(JSON.stringify(command === 'insert' ? insert(...given) : ask(...given)))

/** Reading the story files is timed by itself. Closing counts: it writes what is left to the file. */
function insert(library, file) {
  const database = new Database(file)
  database.exec('pragma journal_mode = wal; pragma synchronous = normal')
  database.exec('create virtual table texts using fts5(headline, body)')
  const put = database.prepare('insert into texts (headline, body) values (?, ?)')
  const ids = readdirSync(join(library, 'stories'))
  let reading = 0
  let inserting = 0
  let processor = 0
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const [texts, { clock: readIn }] = timed(() => ids.slice(at, at + AT_ONCE).map((id) => textsOf(library, id)))
    const [, put1000] = timed(() => {
      database.exec('begin')
      for (const { headline, body } of texts) put.run([headline, body])
      database.exec('commit')
    })
    reading += readIn
    inserting += put1000.clock
    processor += put1000.processor
  }
  const [, closing] = timed(() => database.close())
  return { reading, inserting: inserting + closing.clock, processor: processor + closing.processor }
}

function textsOf(library, id) {
  const { data } = JSON.parse(readFileSync(join(library, 'stories', id, 'story.json'), 'utf8'))
  const { blocks } = data.snapshot.view
  const of = (isHeadline) =>
    blocks
      .filter(({ role }) => (role === 'headline') === isHeadline)
      .map(({ text }) => text)
      .join('\n')
  return { headline: of(true), body: of(false) }
}

function ask(file, ...words) {
  const database = new Database(file)
  const question = database.prepare(`select rowid from texts where texts match ? order by rowid desc limit ${HITS}`)
  const times = [WARM_UP, ...words].map((word) => timed(() => question.all([`"${word}" *`]))[1].clock)
  database.close()
  return times.slice(1)
}

function timed(work) {
  const began = performance.now()
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return [value, { clock: performance.now() - began, processor: (user + system) / 1000 }]
}
