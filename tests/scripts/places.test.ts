import { expect, test } from 'vitest'
import { cacheFolder, folderOfTheCaller, root } from '../../scripts/places.mjs'

test.each([
  ['linux', {}, '/home/kim/.cache/stet'],
  ['linux', { XDG_CACHE_HOME: '/fast' }, '/fast/stet'],
  ['darwin', {}, '/home/kim/Library/Caches/stet'],
] as const)('the cache of %s with %o is %s', (platform, env, folder) => {
  expect(cacheFolder(env, platform, '/home/kim')).toBe(folder)
})

test('a file name is meant from where npm was called', () => {
  expect(folderOfTheCaller('stet', { npm_lifecycle_event: 'stet', INIT_CWD: '/desk' }, root)).toBe('/desk')
})

test('a script called directly does not listen to the npm that runs around it', () => {
  expect(folderOfTheCaller('stet', { npm_lifecycle_event: 'ready', INIT_CWD: '/desk' }, root)).toBe(root)
  expect(folderOfTheCaller('stet', { npm_lifecycle_event: 'stet', INIT_CWD: '/desk' }, '/elsewhere')).toBe('/elsewhere')
})
