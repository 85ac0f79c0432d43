/** The committed sets of texts that tell a protected source, and of texts that only look so. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scanForLeaks } from '../../../src/projection/scan/leakScan'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import { POOL } from '../../builders/stories/storyFrom'
import { printTable } from './printTable'

interface LeakCase {
  readonly name: string
  readonly protectedSource: string
  readonly alsoKnown: readonly string[]
  readonly text: string
  readonly leaks: boolean
}

/** Addresses, numbers and handles are the contact; the rest are aliases. */
const CONTACT = /@|^\+?[\d\s-]{7,}$/

function stops({ protectedSource, alsoKnown, text }: LeakCase): boolean {
  const terms = protectedTerms([
    {
      ...POOL,
      id: 'x',
      name: protectedSource,
      kind: 'person',
      protected: true,
      aliases: alsoKnown.filter((known) => !CONTACT.test(known)),
      contact: alsoKnown.filter((known) => CONTACT.test(known)).join(', '),
    },
  ])
  return scanForLeaks({ text, fileName: '', mediaType: 'text/plain' }, terms, [], []).length > 0
}

const FOLDER = join(import.meta.dirname, 'leaks')

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.json')))('the leak scan and %s', (file) => {
  const cases = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as readonly LeakCase[]
  const wrong = cases.filter((one) => stops(one) !== one.leaks)

  test('lets nothing out and stops nothing else', () => {
    const of = (leaks: boolean) => cases.filter((one) => one.leaks === leaks).length
    const missed = (leaks: boolean) => wrong.filter((one) => one.leaks === leaks).length
    printTable(`leaks/${file}`, [
      ['', 'cases', 'wrong'],
      ['must stop', String(of(true)), String(missed(true))],
      ['must pass', String(of(false)), String(missed(false))],
    ])
    expect(wrong.map(({ name, text }) => `${name}: ${text}`)).toEqual([])
  })
})
