import { hashText } from '../../story/ledger/hash'

/**
 * Returns a UUID (RFC 9562, version 8) that is a hash of the name: equal names give equal ids, and the name cannot be
 * read from it.
 */
export function uuidOf(name: string): string {
  const hex = hashText(name)
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${groups.join('-')}`
}
