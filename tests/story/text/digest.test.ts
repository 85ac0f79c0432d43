import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeDigest } from '../../../src/storage/disk/crypto/nativeDigest'
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

test('any text has the same hash in both, half characters too', () => {
  const text = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((codes) => String.fromCharCode(...codes))
  fc.assert(
    fc.property(text, (any) => {
      const bytes = new TextEncoder().encode(any)
      expect([nativeDigest(any), portableDigest(any)]).toEqual([portableDigest(bytes), portableDigest(bytes)])
    }),
    { numRuns: 1000 },
  )
  expect(nativeDigest('a\ud800b\udc00')).toBe(portableDigest(new TextEncoder().encode('a\ud800b\udc00')))
})
