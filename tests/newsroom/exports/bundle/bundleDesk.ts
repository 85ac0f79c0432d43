/** A desk that hands stories over, and a reader of what it wrote. */
import { readCard } from '../../../../src/newsroom/people/deviceCardText'
import { readBundle } from '../../../../src/exchange/bundle/readBundle'
import type { OpenBundle } from '../../../../src/exchange/bundle/storyBundle'
import { unzipPackage } from '../../../../src/exchange/export/readBack/unzipPackage'
import { checkSignature } from '../../../../src/storage/disk/crypto/ed25519'

export const SENDER = { check: checkSignature, readCard: (text: string) => readCard(text, checkSignature) }

export const open = (bytes: Uint8Array, name = 'talks.stet'): Promise<OpenBundle> => readBundle(bytes, name, SENDER)

/** All bytes of all unpacked parts and their names, as UTF-8, UTF-16 and Latin-1, and with base64 decoded. */
export function allText(bytes: Uint8Array): string {
  const texts: string[] = []
  const add = (part: Uint8Array): void => {
    const buffer = Buffer.from(part)
    texts.push(buffer.toString('utf8'), buffer.toString('latin1'), buffer.toString('utf16le'))
  }
  for (const [name, part] of unzipPackage(bytes)) {
    texts.push(name)
    add(part)
    for (const [run] of Buffer.from(part)
      .toString('latin1')
      .matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g))
      add(Buffer.from(run, 'base64'))
  }
  return texts.join('\n')
}
