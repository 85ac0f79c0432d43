import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSqlite, type Opener } from '../../../src/storage/storyIndex/sqlite/database'
import {
  replaceIndexFile,
  isDamage,
  openIndexFile,
  removeOtherIndexes,
} from '../../../src/storage/storyIndex/file/indexFile'
import { indexedStory } from '../../builders/library/indexedStory'

const PRINT = '0123456789abcdef'
const FIRST = `stories-10-${PRINT}-0.db`
const opener = loadSqlite() as Opener

describe('the file of an index', () => {
  let base: string
  let folder: string
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'stet-index-'))
    folder = join(base, 'of', 'library')
  })
  afterEach(() => {
    rmSync(base, { recursive: true, force: true })
  })
  const databases = (): readonly string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.db'))
      .sort()
  /** Opens it, puts a story of this id in and closes it. Returns the stories that it had. */
  const use = (id: string, print = PRINT) => {
    const opened = openIndexFile({ folder, print })
    const had = [...new Map(opened.index.stamps()).keys()].sort()
    opened.index.put([indexedStory(id)])
    opened.index.close()
    return { had, isNew: opened.isNew, kept: opened.index.kept, problem: opened.problem }
  }

  it('is made in a folder that only its owner can enter, and has its stories the next time', () => {
    expect([use('a'), use('b'), databases()]).toEqual([
      { had: [], isNew: true, kept: 'file', problem: undefined },
      { had: ['a'], isNew: false, kept: 'file', problem: undefined },
      [FIRST],
    ])
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('is another one for other protected names', () => {
    use('a')
    expect([use('b', 'f'.repeat(16)).had, use('c').had]).toEqual([[], ['a']])
  })

  it.each([
    ['garbage', Buffer.from('no database'.repeat(1000))],
    ['nothing but zeros', Buffer.alloc(8192)],
  ])('is begun anew beside one that is %s', (_what, bytes) => {
    use('a')
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    writeFileSync(join(folder, FIRST), bytes)
    expect([use('b'), use('c').had, databases()]).toEqual([
      { had: [], isNew: true, kept: 'file', problem: undefined },
      ['b'],
      [FIRST, `stories-10-${PRINT}-1.db`],
    ])
  })

  it('is begun anew beside one of another format', () => {
    use('a')
    const database = opener(join(folder, FIRST))
    database.exec('pragma user_version = 99')
    database.close()
    expect([use('b').had, databases()]).toEqual([[], [FIRST, `stories-10-${PRINT}-1.db`]])
  })

  it('is begun anew when it turns out to be damaged', () => {
    use('a')
    const { index } = replaceIndexFile({ folder, print: PRINT })
    expect([[...index.stamps()], databases()]).toEqual([[], [FIRST, `stories-10-${PRINT}-1.db`]])
    index.close()
    expect(use('b').had).toEqual([])
  })

  it('has its stories after a process ended without closing it', () => {
    const { index } = openIndexFile({ folder, print: PRINT })
    index.put([indexedStory('a')])
    expect(use('b').had).toEqual(['a'])
    index.close()
  })

  it('takes another process’s stories while it is open', () => {
    const { index } = openIndexFile({ folder, print: PRINT })
    use('a')
    index.put([indexedStory('b')])
    expect([...new Map(index.stamps()).keys()].sort()).toEqual(['a', 'b'])
    index.close()
  })

  it('is the only one that is left when the others are removed', () => {
    use('a', 'f'.repeat(16))
    use('b')
    writeFileSync(join(folder, 'stories-99-0123456789abcdef-7.db'), 'of a newer Stet')
    writeFileSync(join(folder, 'stories-10-ffffffffffffffff-0.db-wal'), 'names')
    writeFileSync(join(folder, 'not of Stet'), '')
    const { index } = openIndexFile({ folder, print: PRINT })
    removeOtherIndexes({ folder, print: PRINT })
    expect([databases(), existsSync(join(folder, 'not of Stet')), [...new Map(index.stamps()).keys()]]).toEqual([
      [FIRST],
      true,
      ['b'],
    ])
    expect(readdirSync(folder).filter((name) => name.includes('ffff'))).toEqual([])
    index.close()
  })

  it('is kept in memory when SQLite cannot be loaded, and says so', () => {
    const missing = loadSqlite(() => {
      throw new Error('Cannot find module ‘libsql’\nRequire stack')
    })
    const { index, isNew, problem } = openIndexFile({ folder, print: PRINT }, missing)
    expect([index.kept, isNew, problem, existsSync(folder)]).toEqual([
      'memory',
      true,
      'The list of stories is kept only in memory, because SQLite could not be loaded (Cannot find module ‘libsql’). Stet reads all stories again at every start. Nothing is lost. Install Stet again.',
      false,
    ])
    expect(replaceIndexFile({ folder, print: PRINT }, missing).problem).toBe(problem)
  })

  it('is kept in memory when its folder is a file, and says so', () => {
    mkdirSync(join(base, 'of'))
    writeFileSync(folder, '')
    const { index, problem } = openIndexFile({ folder, print: PRINT })
    expect(index.kept).toBe('memory')
    expect(problem).toMatch(
      /^The list of stories is kept only in memory, because .+ cannot be used \(.+\)\. Stet reads all stories again at every start\. Nothing is lost\. Make that folder writable\.$/,
    )
    expect([replaceIndexFile({ folder, print: PRINT }).index.kept, readFileSync(folder, 'utf8')]).toEqual([
      'memory',
      '',
    ])
  })

  it.skipIf(process.getuid?.() === 0)('is kept in memory when its folder cannot be written', () => {
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o500)
    expect(openIndexFile({ folder, print: PRINT }).index.kept).toBe('memory')
  })

  it('is kept in memory while another process keeps it locked', () => {
    use('a')
    const locked = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
    const busy: Opener = () => {
      throw locked
    }
    const { index, problem } = openIndexFile({ folder, print: PRINT }, busy)
    expect([index.kept, problem, databases()]).toEqual([
      'memory',
      `The list of stories is kept only in memory, because ${folder} cannot be used (database is locked). Stet reads all stories again at every start. Nothing is lost. Make that folder writable.`,
      [FIRST],
    ])
  })

  it('blames the content for damage, and the disk for its own errors', () => {
    const coded = (code: string): Error => Object.assign(new Error(code), { code })
    expect(
      [
        'SQLITE_CORRUPT',
        'SQLITE_CORRUPT_VTAB',
        'SQLITE_NOTADB',
        'SQLITE_IOERR_SHORT_READ',
        'SQLITE_ERROR',
        'SQLITE_BUSY',
        'SQLITE_FULL',
        'ENOENT',
      ].map((code) => isDamage(coded(code))),
    ).toEqual([true, true, true, true, true, false, false, false])
    expect([isDamage(new SyntaxError('JSON')), isDamage(new Error('format 3')), isDamage('no error')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('a transaction of an index', () => {
  it('puts all stories of a call or none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-index-'))
    const { index } = openIndexFile({ folder, print: PRINT })
    const broken = {
      ...indexedStory('x').row,
      toJSON: () => {
        throw new Error('broken')
      },
    }
    expect(() => index.put([indexedStory('y'), { ...indexedStory('x'), row: broken }])).toThrow('broken')
    expect([...index.stamps()]).toEqual([])
    index.put([indexedStory('z')])
    expect([...new Map(index.stamps()).keys()]).toEqual(['z'])
    index.close()
    rmSync(folder, { recursive: true, force: true })
  })
})
