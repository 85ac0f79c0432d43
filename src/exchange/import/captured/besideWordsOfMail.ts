import type { BesideWords, FileInside } from './wordsBeside'
import { readMail } from './readMail'

/** Every letter of a mailbox (.mbox), each with its header fields, its plain words, its page and its attachments. */
export async function besideWordsOfMail(name: string, bytes: Uint8Array): Promise<BesideWords> {
  const texts: string[] = []
  const files: FileInside[] = []
  for (const letter of lettersOf(bytes)) {
    const { headers, from, sender, to, cc, bcc, replyTo, subject, text, html, attachments } = await readMail(
      letter,
      name,
    )
    texts.push(
      headers.map(({ key, value }) => `${key}: ${value}`).join('\n'),
      // With the encoded words decoded.
      [subject ?? '', ...valuesOf([from, sender, to, cc, bcc, replyTo])].join('\n'),
      text ?? '',
      html ?? '',
      attachments.map(({ filename, description }) => `${filename ?? ''} ${description ?? ''}`).join('\n'),
    )
    files.push(...attachments.map(({ filename, content }) => ({ name: filename ?? '', bytes: bytesOf(content) })))
  }
  return { texts: texts.filter((text) => text !== ''), files }
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

const valuesOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(valuesOf)
      : []

/** A line “From ” begins a letter of a mailbox. In a single letter it only parts the words. */
function lettersOf(bytes: Uint8Array): readonly Uint8Array[] {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (mail.toString('latin1', 0, 5) !== 'From ') return [bytes]
  const letters: Uint8Array[] = []
  for (let at = 0; at < mail.length;) {
    const next = mail.indexOf('\nFrom ', at + 1, 'latin1')
    const end = next === -1 ? mail.length : next + 1
    const head = mail.indexOf('\n', at)
    letters.push(mail.subarray(head === -1 ? end : head + 1, end))
    at = end
  }
  return letters
}
