/** Seals bytes to people's keys with age (https://age-encryption.org/v1), and opens what is sealed to one of them. */
import { openingKey } from './sealingKey'

/** The recipients of one sealed part. Each costs the person who opens it a tenth of a millisecond. */
export const MOST_RECIPIENTS = 100
/** Bytes of the header of an age file with so many recipients: one is about 110. */
const LONGEST_HEADER = 16 * 1024
const FIRST_LINE = 'age-encryption.org/v1\n'
/** Begins the last line of the header. */
const LAST_LINE = '\n--- '

/** A start does not wait for it. */
async function age() {
  withoutNews()
  return import('age-encryption')
}

/** The recipient that belongs to a sealing key: "age1…". */
export const recipientOf = async (secret: Uint8Array): Promise<string> =>
  (await age()).identityToRecipient(await openingKey(secret))

/** Whether somebody can seal to this recipient: its checksum is right, and it is a point that keeps a secret. */
export async function isUsableRecipient(recipient: string): Promise<boolean> {
  try {
    await seal(new Uint8Array(), [recipient])
    return true
  } catch {
    return false
  }
}

/** @throws Error for an invalid recipient, for no recipient, or for more than MOST_RECIPIENTS. */
export async function seal(bytes: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  if (recipients.length === 0 || recipients.length > MOST_RECIPIENTS) throw new Error('no recipients, or too many')
  const { Encrypter } = await age()
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(bytes)
}

/**
 * What is sealed, or undefined: it is not sealed to this key, or not whole. What it says is foreign. It is never longer
 * than what holds it: age packs nothing.
 */
export async function unseal(sealed: Uint8Array, secret: Uint8Array): Promise<Uint8Array | undefined> {
  if (!isSealed(sealed)) return undefined
  const { Decrypter } = await age()
  const decrypter = new Decrypter()
  decrypter.addIdentity(await openingKey(secret))
  try {
    return await decrypter.decrypt(sealed)
  } catch {
    // age gives one kind of error for another key and for damaged bytes.
    return undefined
  }
}

/** Whether bytes begin as an age file, with a header that is not endless. */
function isSealed(bytes: Uint8Array): boolean {
  const header = Buffer.from(bytes.subarray(0, LONGEST_HEADER)).toString('latin1')
  return header.startsWith(FIRST_LINE) && header.includes(LAST_LINE)
}

let isQuiet = false

/** Node 20.18 warns that X25519 is new in WebCrypto. Nobody at a terminal can do anything about it. */
function withoutNews(): void {
  if (isQuiet) return
  isQuiet = true
  const warn = process.emitWarning
  process.emitWarning = ((warning: string | Error, ...rest: readonly unknown[]): void => {
    if (typeof warning === 'string' && warning.includes('X25519 Web Crypto API')) return
    Reflect.apply(warn, process, [warning, ...rest])
  }) as typeof process.emitWarning
}
