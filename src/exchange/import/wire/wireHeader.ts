import type { Fields } from '../../../story/ledger/fields'
import type { LossName } from '../parts/losses'
import { plainWords } from './wireMessages'
import { defined } from '../../../story/text/defined'

/** The data of a message's header. `lost`: values without a field, by kind. */
export interface WireHeader {
  readonly fields: Partial<Fields>
  readonly lost: readonly (readonly [what: LossName, value: string])[]
}

/** ANPA 1312: flash, bulletin, urgent and rush. Wires number the lower priorities differently. */
const ANPA_URGENCY: Readonly<Record<string, number>> = { f: 1, b: 2, u: 3, r: 4 }

/**
 * Reads a header.
 * - ANPA 1312, as agencies send it: "a0123␟i" (service and number), then "u i␓␑ bc-busan talks 10-30 0210" (priority,
 *   category, format, cycle with the slug, day, word count).
 * - IPTC 7901: "AP0123 3 i 210 options" (source and number, priority, category, words, options), then lines of slug.
 */
export function readWireHeader([first = '', ...rest]: readonly string[]): WireHeader {
  const anpa = /^([a-z])(\d{4})\u001f/i.exec(first)
  if (anpa) return readAnpa(`${anpa[1] ?? ''}${anpa[2] ?? ''}`, rest.join(' '))
  const iptc = /^([A-Za-z]*)(\d*) (\S) (\S+)(?: (\d+))?(?: (.*))?$/.exec(first.trimEnd())
  if (!iptc)
    return {
      fields: {},
      lost: known([['unreadableHeaders', plainWords([first, ...rest].join(' '))]]),
    }
  const [, source = '', number = '', priority = '', category = '', , more = ''] = iptc
  const slug = rest
    .map((line) => plainWords(line).replace(/\/$/, ''))
    .filter((line) => line !== '')
    .join(' ')
  return {
    fields: {
      ...(slug === '' ? {} : { slug }),
      ...(source === '' ? {} : { provider: source }),
      ...(/^[1-9]$/.test(priority) ? { urgency: Number(priority) } : {}),
    },
    lost: known([
      ['messageNumbers', number],
      ['letterCategories', category],
      ['otherPriorities', /^[1-9]$/.test(priority) ? '' : priority],
      ['headerOptions', plainWords(more)],
    ]),
  }
}

/** Characters. Header lines of wires have 80; on a longer one the expression is slow. */
const LONGEST_HEADER = 400

/** Priority, category, slug without its cycle, further keywords; then day and word count. */
const ANPA_LINE = new RegExp(
  '^\\s*([a-z])\\s+([a-z])\\s*[\\u0011-\\u0014]*\\s*(?:(?:am|pm|bc|ap)-)?([^\\s]*)(.*?)' +
    '(?:\\s\\d{1,2}-\\d{1,2}(?:\\s\\d{0,4})?)?\\s*$',
  'i',
)

function readAnpa(number: string, line: string): WireHeader {
  const about = ANPA_LINE.exec(line.slice(0, LONGEST_HEADER).replace(/[\u0000-\u0010\u0015-\u001f]/g, ' '))
  if (!about)
    return {
      fields: {},
      lost: known([
        ['messageNumbers', number],
        ['unreadableHeaders', plainWords(line)],
      ]),
    }
  const [, priority = '', category = '', slug = '', take = ''] = about
  const urgency = ANPA_URGENCY[priority.toLowerCase()]
  return {
    fields: { ...(slug === '' ? {} : { slug: plainWords(slug) }), ...defined({ urgency }) },
    lost: known([
      ['messageNumbers', number],
      ['letterCategories', category],
      ['otherPriorities', urgency === undefined ? priority : ''],
      ['takeKeywords', plainWords(take)],
    ]),
  }
}

const known = (lost: WireHeader['lost']): WireHeader['lost'] => lost.filter(([, value]) => value !== '')
