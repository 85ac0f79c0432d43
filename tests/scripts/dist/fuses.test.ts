import { expect, test } from 'vitest'
import { fuse, setFuses } from '../../../scripts/runtime/fuses.mjs'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const program = (fuses: string, version = 1): Buffer =>
  Buffer.from(`ELF…${SENTINEL}${String.fromCharCode(version, fuses.length)}${fuses}…`, 'latin1')

test('the fuses that are named are set in place, and all others stay', () => {
  const bytes = program('10111110')
  expect(
    setFuses(bytes, { [fuse.runAsNode]: false, [fuse.cookieEncryption]: true, [fuse.fileProtocolPrivileges]: false }),
  ).toBe('01111110')
  expect(bytes.equals(program('01111110'))).toBe(true)
})

test('no byte outside the fuses is changed', () => {
  const before = program('1011')
  const after = program('1011')
  setFuses(after, { [fuse.runAsNode]: false })
  expect([...after.keys()].filter((at) => after[at] !== before[at])).toEqual([
    before.indexOf(SENTINEL) + SENTINEL.length + 2,
  ])
})

test.each([
  ['a program without fuses', Buffer.from('ELF'), 'the executable has no fuses: it is not Electron'],
  ['fuses twice', Buffer.concat([program('1'), program('1')]), 'the executable has the fuses more than once'],
  ['a version that is unknown', program('1', 2), 'version 2 of the fuses is unknown'],
  ['a fuse that was removed', program('r'), 'fuse 0 is not in this executable'],
  ['a fuse that the program does not have', program(''), 'fuse 0 is not in this executable'],
])('%s is refused', (_what, bytes, message) => {
  expect(() => setFuses(bytes, { [fuse.runAsNode]: false })).toThrow(new Error(message))
})
