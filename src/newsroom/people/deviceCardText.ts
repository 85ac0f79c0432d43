/** Device cards as text, for mail and QR codes. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { isRole } from '../../story/desk/roster'
import { canonicalJson } from '../../story/text/canonicalJson'
import { defined } from '../../story/text/defined'
import { isRecord } from '../../story/text/isRecord'
import { cardFormat, hashOfCard, isRecipient, type DeviceCard } from '../../story/trust/keys/deviceCard'
import { keyId, type CheckSignature } from '../../story/trust/signing'

const FIRST_LINE = '-----BEGIN STET DEVICE CARD-----'
const LAST_LINE = '-----END STET DEVICE CARD-----'
const COLUMNS = 64
const FORMATS: ReadonlySet<unknown> = new Set(['stet-card 1', 'stet-card 2'])
/** Most characters of a card. A longer text is not a card. */
const LONGEST = 8000

/** The card as text that survives a mail. `sign`: with the key of an id, of a hash. */
export function writeCard(card: DeviceCard, sign: (key: string, hash: string) => string): string {
  const hash = hashOfCard(card)
  const signatures = { signature: sign(card.id, hash), notesSignature: sign(card.notes.id, hash) }
  const bytes = Buffer.from(canonicalJson({ format: cardFormat(card), ...card, ...signatures }))
  const lines = bytes.toString('base64').match(new RegExp(`.{1,${COLUMNS}}`, 'g')) ?? []
  return [FIRST_LINE, ...lines, LAST_LINE].join('\n')
}

/** Reads a card out of a text. Throws an Error that says in a sentence why there is none. */
export function readCard(text: string, check: CheckSignature): DeviceCard {
  const from = text.indexOf(FIRST_LINE)
  const to = text.indexOf(LAST_LINE, from)
  if (from < 0 || to < 0 || to - from > LONGEST) throw new Error(newsroomText('card.none'))
  const { signature, notesSignature, card } = parsedCard(text.slice(from + FIRST_LINE.length, to))
  const hash = hashOfCard(card)
  const isSigned = ({ id, publicKey }: DeviceCard['notes'], by: string): boolean =>
    id === keyId(publicKey) && check(publicKey, hash, by)
  if (!isSigned(card, signature) || !isSigned(card.notes, notesSignature)) throw new Error(newsroomText('card.damaged'))
  if (card.person !== card.person.trim().normalize('NFC')) throw new Error(newsroomText('card.name'))
  return card
}

interface ParsedCard {
  readonly card: DeviceCard
  readonly signature: string
  readonly notesSignature: string
}

function parsedCard(lines: string): ParsedCard {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(lines.replace(/[\s>]/gu, ''), 'base64').toString())
  } catch {
    throw new Error(newsroomText('card.damaged'))
  }
  if (!isRecord(value) || !isRecord(value['notes'])) throw new Error(newsroomText('card.damaged'))
  if (!FORMATS.has(value['format'])) throw new Error(newsroomText('card.newer'))
  const { recipient } = value
  if (recipient !== undefined && !(typeof recipient === 'string' && isRecipient(recipient)))
    throw new Error(newsroomText('card.damaged'))
  if (value['format'] !== cardFormat(defined({ recipient }))) throw new Error(newsroomText('card.damaged'))
  const text = (from: Readonly<Record<string, unknown>>, name: string): string => {
    const found = from[name]
    if (typeof found !== 'string' || found === '' || found.length > 400) throw new Error(newsroomText('card.damaged'))
    return found
  }
  const [grade, role] = [text(value, 'grade'), value['role']]
  if (grade !== 'plain' && grade !== 'pin') throw new Error(newsroomText('card.damaged'))
  if (role !== undefined && !(typeof role === 'string' && isRole(role))) throw new Error(newsroomText('card.damaged'))
  const { notes } = value
  const card: DeviceCard = {
    person: text(value, 'person'),
    ...defined({ role }),
    device: text(value, 'device'),
    grade,
    id: text(value, 'id'),
    publicKey: text(value, 'publicKey'),
    notes: { id: text(notes, 'id'), publicKey: text(notes, 'publicKey') },
    ...defined({ recipient }),
  }
  return { card, signature: text(value, 'signature'), notesSignature: text(value, 'notesSignature') }
}
