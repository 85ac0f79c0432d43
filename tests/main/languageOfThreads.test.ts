import { afterEach, expect, test, vi } from 'vitest'
import { relaunch, setLanguageOfThreads } from '../../src/main/calls/languageOfThreads'

afterEach(() => void vi.unstubAllEnvs())

test.each([
  ['asks for no language', undefined],
  ['asks for an empty one', ''],
  ['asks for English', 'en'],
])('where the environment %s, the threads speak Korean and the next start gets what this one got', (_how, asked) => {
  vi.stubEnv('STET_LANGUAGE', asked)
  setLanguageOfThreads('ko')
  const ofThreads = process.env['STET_LANGUAGE']
  const starts: unknown[] = []
  relaunch({ relaunch: (options) => void starts.push([process.env['STET_LANGUAGE'], options]) }, { args: ['--one'] })
  expect([ofThreads, starts]).toEqual(['ko', [[asked, { args: ['--one'] }]]])
})
