import { expect, test } from 'vitest'
import { closeNetwork } from '../../src/main/start/network'
import { closeSpellChecker } from '../../src/main/windows/spellChecker'

test('no name of a host gets an address, and no proxy is asked', () => {
  const switches: (readonly [string, string?])[] = []
  closeNetwork({ appendSwitch: (...one) => void switches.push(one) })
  expect(switches).toEqual([['host-resolver-rules', 'MAP * ~NOTFOUND'], ['no-proxy-server']])
})

test('Chromium’s spell-checker has no language for which it would fetch a dictionary, and is off', () => {
  const set: unknown[] = []
  closeSpellChecker({
    setSpellCheckerLanguages: (languages) => void set.push(languages),
    setSpellCheckerEnabled: (on) => void set.push(on),
  })
  expect(set).toEqual([[], false])
})
