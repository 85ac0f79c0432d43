import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/paths.mjs'

const pages = [
  'README.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
]
const PATH = /`((?:src|tests|docs|scripts|resources)\/[\w./-]+)`/g
const LINK = /\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g

test.each(pages)('%s names only files and folders that are there', (page) => {
  const text = readFileSync(join(root, page), 'utf8')
  const paths = [...text.matchAll(PATH)].map(([, path = '']) => path)
  const links = [...text.matchAll(LINK)].map(([, path = '']) => join(dirname(page), path))
  expect([...new Set([...paths, ...links])].filter((path) => !existsSync(join(root, path)))).toEqual([])
})
