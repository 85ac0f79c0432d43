import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, 'judge')
const ALLOWED = /^(?:\.\/[a-zA-Z]+|yjs|bidi-js)$/

test.each(readdirSync(folder))('%s of the oracle imports nothing of the app', (file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  const imported = [...text.matchAll(/(?:from|import|require)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name)
  expect(imported.filter((name) => !ALLOWED.test(name))).toEqual([])
})
