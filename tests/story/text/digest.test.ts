import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeDigest } from '../../../src/storage/disk/nativeDigest'
import { digest, portableDigest } from '../../../src/story/text/digest'
import { hashText } from '../../../src/story/ledger/hash'

test('a hash is the same whether Node computes it or plain JavaScript', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect([nativeDigest(bytes), digest(bytes)]).toEqual([portableDigest(bytes), portableDigest(bytes)])
    }),
  )
})

test('text is hashed as UTF-8', () => {
  expect(hashText('한미 “tariffs” 😀')).toBe(portableDigest(new TextEncoder().encode('한미 “tariffs” 😀')))
  expect(hashText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
