/** Returns the grafs of mail, or of a page that a browser saved as one file (.mht). Nothing runs or is fetched. */
import type { Address, Email } from 'postal-mime'
import { importsText } from '../../../catalogue/rooms/imports'
import type { MomentOfFile } from '../../../story/assessment/copy/capturedText'
import { defined } from '../../../story/text/defined'
import type { CapturedGraf } from './capturedGraf'
import { grafsOfPage } from './grafsOfPage'
import { readMail } from './readMail'

/**
 * The header fields that people read, the words, and the names of the attachments.
 * @throws ImportError if the file cannot be read.
 */
export async function grafsOfMail(bytes: Uint8Array, file: string): Promise<readonly CapturedGraf[]> {
  const mail = await readMail(bytes, file)
  // The plain words first: a sender may write others into the page.
  const body = mail.text?.trim() ? grafsOf(parasOf(mail.text)) : mail.html ? grafsOfHtml(mail.html, file) : []
  return [...fieldsOf(mail), ...body, ...grafsOf(attachmentsOf(mail))]
    .map((graf) => ({ ...graf, text: graf.text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '')
}

const grafsOf = (texts: readonly string[]): readonly CapturedGraf[] => texts.map((text) => ({ text }))

function fieldsOf({ from, to = [], cc = [], date, subject = '', headers }: Email): readonly CapturedGraf[] {
  const page = headers.find(({ key }) => key === 'snapshot-content-location' || key === 'content-location')?.value ?? ''
  const field = (name: 'from' | 'to' | 'cc' | 'date' | 'subject' | 'page', value: string): string =>
    value.trim() === '' ? '' : importsText(`mail.${name}`, { value: value.trim() })
  const before = [
    field('subject', subject),
    page === '' ? field('from', from ? namesOf([from]) : '') : field('page', page),
    field('to', namesOf(to)),
    field('cc', namesOf(cc)),
  ]
  return [...grafsOf(before), { text: field('date', date ?? ''), ...defined({ moment: momentOf(headers, date) }) }]
}

/** A date is much shorter. */
const LONGEST_DATE = 100

/**
 * The date with the offset that the sender’s clock had, which the words of the graf do not tell: excerpts of them are
 * signed, so they stay as they are. Undefined if it is not a date.
 */
function momentOf(headers: Email['headers'], date = ''): MomentOfFile | undefined {
  const written =
    headers
      .find(({ key }) => key === 'date')
      ?.value.replace(/\s+/gu, ' ')
      .trim() ?? ''
  const isDate = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(date)
  return isDate && written !== '' && written.length <= LONGEST_DATE ? { at: date, written } : undefined
}

const namesOf = (addresses: readonly Address[]): string =>
  addresses
    .flatMap((one) => ('group' in one && one.group ? one.group : [one]))
    .map((one) => [one.name, 'address' in one && one.address ? `<${one.address}>` : ''].filter(Boolean).join(' '))
    .join(', ')

/** Names of the attached files, without those that the page shows in itself. */
const attachmentsOf = ({ attachments }: Email): readonly string[] =>
  attachments
    .filter(({ disposition, filename }) => disposition === 'attachment' && filename !== null)
    .map(({ filename }) => importsText('mail.attachment', { value: filename ?? '' }))

/** Paragraphs of plain text: an empty line parts them, and quoted lines stand alone. */
const parasOf = (text: string): readonly string[] =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/\n(?=>)|(?<=\n>[^\n]*)\n/gu, '\n\n')
    .split(/\n\s*\n/u)

/** The byte order mark wins over what the page says of its own encoding, which was already decoded. */
const grafsOfHtml = (html: string, file: string): readonly CapturedGraf[] =>
  grafsOfPage(new TextEncoder().encode(`\uFEFF${html.replace(/^\uFEFF/u, '')}`), file)
