import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageOf, readLicences } from '../../scripts/licences'

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
