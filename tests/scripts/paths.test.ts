import { expect, test } from 'vitest'
import { cacheFolder, callersFolder, root } from '../../scripts/paths.mjs'

test.each([
  ['linux', {}, '/home/kim/.cache/stet'],
  ['linux', { XDG_CACHE_HOME: '/fast' }, '/fast/stet'],
  ['darwin', {}, '/home/kim/Library/Caches/stet'],
] as const)('the cache of %s with %o is %s', (platform, env, folder) => {
  expect(cacheFolder(env, platform, '/home/kim')).toBe(folder)
})

test('npm run: the caller’s folder is the one in which npm was called', () => {
  expect(callersFolder('stet', { npm_lifecycle_event: 'stet', INIT_CWD: '/desk' }, root)).toBe('/desk')
})

test('a script that npm did not start ignores npm’s folder', () => {
  expect(callersFolder('stet', { npm_lifecycle_event: 'ready', INIT_CWD: '/desk' }, root)).toBe(root)
  expect(callersFolder('stet', { npm_lifecycle_event: 'stet', INIT_CWD: '/desk' }, '/elsewhere')).toBe('/elsewhere')
})
