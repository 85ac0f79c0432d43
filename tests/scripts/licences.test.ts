import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { cratesOf, packageOf, readLicences } from '../../scripts/licences'

let root: string
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'stet-licences-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
const about = (folder: string, words: object): void => put(`${folder}/package.json`, JSON.stringify(words))

describe('the package of a module', () => {
  it.each([
    ['/app/node_modules/yjs/dist/yjs.mjs', '/app/node_modules/yjs'],
    ['/app/node_modules/@tiptap/core/dist/index.js', '/app/node_modules/@tiptap/core'],
    ['/app/node_modules/a/node_modules/b/index.js?commonjs', '/app/node_modules/a/node_modules/b'],
    ['\0/app/node_modules/c/index.js', '/app/node_modules/c'],
    ['/app/node_modules/.vite/deps/d.js', undefined],
    ['/app/src/main/index.ts', undefined],
  ])('of %s is %s', (module, folder) => expect(packageOf(module)).toBe(folder))
})

describe('the licences of packages', () => {
  it('are read in alphabetical order, with a text that two share once', () => {
    about('yjs', {
      name: 'yjs',
      version: '1.0.0',
      license: 'MIT',
      repository: { url: 'git+https://example.org/yjs.git' },
    })
    put('yjs/LICENSE', 'The MIT License\r\n')
    about('font', { name: 'font', version: '2.0.0', license: 'OFL-1.1', homepage: 'https://example.org/font' })
    put('font/LICENSE', 'The MIT License')
    put('font/OFL.txt', 'SIL Open Font License')
    put('font/index.js', '')
    expect(readLicences([join(root, 'yjs'), join(root, 'font'), join(root, 'yjs')])).toEqual({
      packages: [
        { name: 'font', version: '2.0.0', licence: 'OFL-1.1', home: 'https://example.org/font', texts: [0, 1] },
        { name: 'yjs', version: '1.0.0', licence: 'MIT', home: 'https://example.org/yjs', texts: [0] },
      ],
      texts: ['The MIT License', 'SIL Open Font License'],
    })
  })

  it('stop the build where one is not said', () => {
    about('odd', { name: 'odd', version: '1.0.0' })
    expect(() => readLicences([join(root, 'odd')])).toThrow(
      `odd does not say its licence, so Stet may not ship it (${join(root, 'odd')})`,
    )
  })

  it('stand beside those of what came without a package', () => {
    const list = { name: 'Topics', version: '3', licence: 'CC-BY-4.0', home: 'https://example.org', texts: ['Terms'] }
    expect(readLicences([], [list])).toEqual({ packages: [{ ...list, texts: [0] }], texts: ['Terms'] })
  })
})

describe('the crates in a program', () => {
  it('are those that its bytes name, each once, and nothing is asserted of their licences', () => {
    const bytes = [
      '\0/home/.cargo/registry/src/index.crates.io-6f17d22bba15001f/tokio-1.40.0/src/lib.rs\xff',
      'C:\\cargo\\registry\\src\\index.crates.io-6f17d22bba15001f\\serde_yaml-0.9.34+deprecated\\src\\de.rs',
      '/home/.cargo/registry/src/index.crates.io-6f17d22bba15001f/tokio-1.40.0/src/io.rs',
    ].join('')
    const { texts, ...work } = cratesOf('libsql', '0.5.29', Buffer.from(bytes, 'latin1'))
    expect(work).toEqual({
      name: 'Rust crates in libsql',
      version: '0.5.29',
      licence: 'NOASSERTION',
      home: 'https://crates.io',
    })
    expect(texts[0]?.split('\n').slice(3)).toEqual(['serde_yaml 0.9.34+deprecated', 'tokio 1.40.0'])
  })

  it('stop the build where the program names none', () => {
    expect(() => cratesOf('libsql', '1.0.0', Buffer.from('nothing'))).toThrow(
      'libsql names no crate, so nobody can tell what it was compiled from',
    )
  })
})

test('the SQLite in the list is the one that Stet runs', () => {
  type Answer = { readonly value: string }
  const Database = createRequire(import.meta.url)('libsql') as new (path: string) => {
    prepare(query: string): { get(): Answer }
    close(): void
  }
  const database = new Database(':memory:')
  const asked = (what: string): string => database.prepare(`select ${what} as value`).get().value
  const others = JSON.parse(readFileSync('resources/licences/others.json', 'utf8')) as readonly {
    readonly name: string
    readonly version: string
  }[]
  const listed = (name: string) => others.find((work) => work.name === name)?.version
  expect([asked('sqlite_version()'), asked('sqlite3mc_version()')]).toEqual([
    listed('SQLite'),
    `SQLite3 Multiple Ciphers ${listed('SQLite3 Multiple Ciphers')}`,
  ])
  database.close()
})
