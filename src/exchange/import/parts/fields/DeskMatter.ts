import { deskLineOf } from '../../../formats/deskLines'
import type { Fields } from '../../../../story/ledger/fields'
import { mayBeEmbargo, namesEmbargo, namesWhen } from '../../../../story/text/lines/embargoLine'
import { lineForDesk } from '../../../../story/text/lines/lineForDesk'
import type { LossCollector } from '../losses'
import { instantFrom } from './instantFrom'

/**
 * Collects the lines for the desk that stand in a file's text. An instant with its zone becomes the embargo; an embargo
 * in other words is kept in the ed note, where editors read it, and listed.
 */
export class DeskMatter {
  readonly #losses: LossCollector
  readonly #notes: string[] = []
  #embargo = ''
  /** The line that said it. */
  #heldBy = ''

  constructor(losses: LossCollector) {
    this.#losses = losses
  }

  /** Takes a line if it is for the desk, and lists it. Returns false for copy. */
  takes(line: string): boolean {
    const kind = this.#embargo !== '' && PUTS_OFF.test(line) ? 'embargo' : lineForDesk(line)
    if (kind === 'note') {
      this.#losses.add('deskNotes', line)
      this.note(line)
    } else if (kind === 'embargo' && this.embargoLine(line) && deskLineOf(line)?.kind !== 'embargo')
      this.#losses.add('deskNotes', line)
    return kind !== undefined
  }

  /** Keeps a note. An embargo in it counts, too: in doubt the latest time that it gives holds, and people are told. */
  note(note: string): void {
    if (note !== '') this.#notes.push(note)
    const label = LABEL.exec(note)?.[0] ?? ''
    const words = namesEmbargo(label) ? note : note.slice(label.length)
    if (!namesEmbargo(words)) return
    const sentences = words.split(/(?<=[.;])(?<!\b[ap]\.m\.)\s+|\n/i)
    const plain = sentences.filter((sentence) => mayBeEmbargo(sentence) && untilOf(sentence) !== undefined)
    const rest = sentences.filter((sentence) => !plain.includes(sentence))
    for (const sentence of plain) this.#hold(sentence)
    // Other times of a note are those of a news conference, or of the next update.
    const saying = rest.filter((sentence) => namesEmbargo(sentence) || UNTIL.test(sentence))
    if (instantsIn(saying.join(' ')).size > 0) this.#holdLatest(saying.join(' '))
    else {
      const doubtful = rest.filter(mayBeEmbargo)
      if (doubtful.length === 0 && rest.some(namesWhen)) this.#losses.add('embargo', note)
      for (const sentence of doubtful) this.#losses.add('embargo', sentence)
    }
  }

  /** Takes a line that is known to be an embargo. Returns whether it became the field; else it is listed. */
  embargoLine(line: string): boolean {
    const isRead = this.#hold(line)
    if (!isRead || saysMore(line)) this.#notes.push(line)
    return isRead
  }

  /** Takes the time that a field says, or a line of our own: `line`. */
  embargo(until: string, line: string): void {
    if (!this.#later(until, line)) this.#notes.push(line)
  }

  fields(): Pick<Partial<Fields>, 'edNote' | 'embargo'> {
    return {
      ...(this.#notes.length > 0 ? { edNote: this.#notes.join('\n') } : {}),
      ...(this.#embargo === '' ? {} : { embargo: this.#embargo }),
    }
  }

  /** Reads the time of an embargo. Lists one that cannot be read, or only in part. */
  #hold(line: string): boolean {
    const until = untilOf(line)
    if (until === undefined) return this.#holdLatest(line)
    const isRead = this.#later(until, line)
    const isWhole = !namesWhen(line.replace(INSTANTS, ''))
    if (isRead && !isWhole) this.#losses.add('embargo', line)
    return isRead && isWhole
  }

  /** Lists words that nobody can read for sure, and holds until the latest of their times. */
  #holdLatest(words: string): false {
    const times = [...instantsIn(words)]
    const until = times.length > 1 || UNTIL.test(words) ? latest(times) : ''
    const isListed = until !== '' && !this.#later(until, words)
    if (!isListed) this.#losses.add('embargo', words)
    return false
  }

  /**
   * Of two times the later one holds: nothing leaves too early. Both are listed, and are in the ed note. Returns
   * whether there is only one.
   */
  #later(until: string, line: string): boolean {
    const isOther = this.#embargo !== '' && Date.parse(until) !== Date.parse(this.#embargo)
    if (isOther)
      for (const one of [line, this.#heldBy]) {
        this.#losses.add('embargo', one)
        if (one !== line && !this.#notes.some((note) => note.includes(one))) this.#notes.push(one)
      }
    this.#embargo = latest([this.#embargo, until])
    this.#heldBy = line
    return !isOther
  }
}

const latest = (times: readonly string[]): string =>
  times.reduce((one, other) => (one === '' || Date.parse(other) > Date.parse(one) ? other : one), '')

/** What a note begins with: “Eds:”. Not “Photos:”: that says of what the rest speaks. */
const LABEL =
  /^[[(]?(?:(?:eds?|editor['’]?s?['’]?|notes?|attn|redaktion|hinweis)(?!\p{L})|편집자|데스크)[^:：\d]{0,14}[:：]\s*/iu
/** An offset may follow “UTC” (“UTC −5”, “GMT (UTC+9)”): then the time is another one. */
const INSTANTS =
  /\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d(?::?\d\d(?:\.\d{1,9})?)?\s?(?:(?:Z|UTC|GMT)(?!\s*[/(]?\s*(?:UTC|GMT)?\s*[+\-−–]\s*\d)(?![\p{Lu}\p{Ll}\d])|[+-](?:0\d|1[0-4]):?[0-5]\d(?!\d|\s*(?:Z|UTC|GMT)))/gu
/** An instant that a word of embargoes leads to: “extended to 2026-12-05T10:00Z”. Not “filed 2026-12-01T08:00Z”. */
const UNTIL = new RegExp(
  '(?:(?<!\\p{L})(?:embarg(?:o(?:ed)?|ad[oa])|\\p{L}*sperrfrist|until|till?|before|bis(?: zum)?|vor(?: dem)?|auf|' +
    'au|à|avant(?: le)?|hasta(?: el)?|antes del?|a(?:l| las)?|time|date|hora|fecha|heure|' +
    'now|new|(?:embargo(?:ed)?|extended|moved|changed|postponed) to|' +
    '(?:lifts?|lifted|ends?|expires?|release|publication|use) (?:at|on))|' +
    `(?:엠바고|시점|시각|일시|해제)[가이는은를을]?)[\\s:：]*(?:${INSTANTS.source})|(?:${INSTANTS.source})\\s*(?:까지|이전|이후)`,
  'iu',
)
/** A line of its own below an embargo: “Extended to 2026-12-08T10:00Z”. */
const PUTS_OFF = new RegExp(
  '^[^\\p{L}\\p{N}]*(?:(?:(?:is |has been |was )?(?:now )?(?:extended|moved|changed|postponed) (?:to|until)|' +
    "new (?:time|date)|verlängert (?:bis|auf)|verschoben auf|neue zeit|prolongé jusqu['’]au|reporté au|" +
    `ampliado hasta(?: el)?|aplazado (?:al|hasta(?: el)?))\\s*:?\\s*(?:${INSTANTS.source})|` +
    `(?:${INSTANTS.source})\\s?(?:으?로|까지로?)\\s?(?:연장|변경))[^\\p{L}\\p{N}]*$`,
  'iu',
)
/** What an embargo says beside its time, and what is said of one that was put off. */
const OF_EMBARGOES = new RegExp(
  '(?<!\\p{L})(?:strict(?:ly)?|press|new|revised|under|embargo(?:ed|ado|ada)?|sous|bajo|sob|until|till?|to|for|' +
    'release|publication|use|not|before|hold|sperrfrist|jusqu|bis|hasta|at|on|date|time)(?!\\p{L})|' +
    '엠바고|보도|유예|해제|설정|시점|시각|일시|까지',
  'giu',
)
const MOVED = /(?<!\p{L})(?:(?:has\sbeen|is|was)\s)?(?:now|extended|moved|lifts?|verlängert)(?!\p{L})/giu

/** Whether an embargo of another desk says more than its time. */
const saysMore = (line: string): boolean =>
  deskLineOf(line)?.kind !== 'embargo' && /\p{L}/u.test(line.replace(INSTANTS, '').replace(OF_EMBARGOES, ''))

/** The one instant that a line names after words of embargoes alone; undefined if it names none, or several. */
function untilOf(line: string): string | undefined {
  const before = line.slice(0, Math.max(0, line.search(INSTANTS)))
  if (/[\p{L}\p{N}]/u.test(before.replace(OF_EMBARGOES, '').replace(MOVED, ''))) return undefined
  const found = [...instantsIn(line)]
  return found.length === 1 ? found[0] : undefined
}

/** The instants that a text names, each once, as the field has them. */
const instantsIn = (text: string): ReadonlySet<string> => {
  const found = (text.match(INSTANTS) ?? []).flatMap(
    (time) =>
      instantFrom(
        time
          .replace(/^(\S{8,10}) /, '$1T')
          .replace(/\s/g, '')
          .replace(/(?:UTC|GMT)$/, 'Z'),
      ) ?? [],
  )
  return new Set(found.filter((one, at) => found.findIndex((other) => Date.parse(other) === Date.parse(one)) === at))
}
