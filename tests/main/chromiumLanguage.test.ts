import { expect, test } from 'vitest'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { speakInChromium, type LanguageWishes } from '../../src/main/start/chromiumLanguage'
import { rememberedLanguage } from '../../src/main/windows/rememberedState'

const WISHES: LanguageWishes = { asked: undefined, chosen: undefined, system: ['en-GB'] }
function switchesFor(wishes: Partial<LanguageWishes>, given: readonly string[] = []) {
  const switches: (readonly [string, string?])[] = []
  speakInChromium(
    { appendSwitch: (...one) => void switches.push(one), hasSwitch: (name) => given.includes(name) },
    { ...WISHES, ...wishes },
  )
  return switches
}
const SECOND = { chosen: 'en', system: ['de-DE', 'en-GB', 'en-US'] } as const

test.each([
  ['a person chose Korean on an English system', { chosen: 'ko' }, [['lang', 'ko']]],
  ['the environment asks for Korean', { asked: 'ko' }, [['lang', 'ko']]],
  ['the environment asks for English, and a person chose Korean', { asked: 'en', chosen: 'ko' }, []],
  ['a person chose English on a Korean system', { chosen: 'en', system: ['ko-KR'] }, [['lang', 'en-US']]],
  ['a person chose English and the system speaks it second', SECOND, [['lang', 'en-GB']]],
  ['nothing is chosen and the system speaks English second', { system: SECOND.system }, []],
  ['a person chose the language of the system', { chosen: 'en', system: ['en-GB'] }, []],
  ['nothing is chosen', { system: ['ko-KR'] }, []],
  ['the choice is the system’s', { chosen: 'system', system: ['de-DE', 'ko-KR'] }, []],
  ['the system says nothing', { chosen: 'ko', system: [] }, [['lang', 'ko']]],
] as const)('where %s, Chromium starts with the language %j → %j', (_case, wishes, switches) => {
  expect(switchesFor(wishes)).toEqual(switches)
})

test('a language on the command line stays', () => {
  expect(switchesFor({ chosen: 'ko' }, ['lang'])).toEqual([])
})

test('the chosen language is read before anything else, and nothing of a file that cannot be read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-language-'))
  const path = join(folder, 'remembered.json')
  const read: unknown[] = [rememberedLanguage(path)]
  for (const text of ['{"language":"ko"}', '{"language":"system"}', '{"language":7}', 'null', '{"langu']) {
    await writeFile(path, text)
    read.push(rememberedLanguage(path))
  }
  expect(read).toEqual([undefined, 'ko', undefined, undefined, undefined, undefined])
})
