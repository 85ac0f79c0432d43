import { deskLineOf } from '../../../formats/deskLines'
import type { Fields } from '../../../../story/ledger/fields'
import { lineForDesk, mayBeEmbargo } from '../../../../story/text/lineForDesk'
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
    const kind = lineForDesk(line)
    if (kind === 'note') {
      this.#losses.add('deskNotes', line)
      this.note(line)
    } else if (kind === 'embargo' && this.embargoLine(line) && deskLineOf(line)?.kind !== 'embargo')
      this.#losses.add('deskNotes', line)
    return kind !== undefined
  }

  /** Keeps a note. An embargo in it counts, too. */
  note(note: string): void {
    if (note !== '') this.#notes.push(note)
    // An embargo that was put off: the later time holds, and people are told.
    const times = instantsIn(note)
    if (times.size > 1) {
      if (!mayBeEmbargo(note.replace(LABEL, ''))) return
      this.#losses.add('embargo', note)
      this.#embargo = latest([this.#embargo, ...times])
      return
    }
    for (const sentence of note.replace(LABEL, '').split(/(?<=[.;])\s+/))
      if (mayBeEmbargo(sentence)) this.#hold(sentence)
  }

  /** Takes a line that is known to be an embargo. Returns whether it became the field; else it is listed. */
  embargoLine(line: string): boolean {
    const isRead = this.#hold(line)
    if (!isRead || saysMore(line)) this.#notes.push(line)
    return isRead
  }

  embargo(until: string): void {
    this.#embargo = until
  }

  fields(): Pick<Partial<Fields>, 'edNote' | 'embargo'> {
    return {
      ...(this.#notes.length > 0 ? { edNote: this.#notes.join('\n') } : {}),
      ...(this.#embargo === '' ? {} : { embargo: this.#embargo }),
    }
  }

  /**
   * Reads the time of an embargo. Lists one that cannot be read. Of two times the later one holds: nothing leaves too
   * early. Both are listed, and are in the ed note.
   */
  #hold(line: string): boolean {
    const until = untilOf(line)
    const isOther = until !== undefined && this.#embargo !== '' && Date.parse(until) !== Date.parse(this.#embargo)
    if (until === undefined || isOther) this.#losses.add('embargo', line)
    if (until === undefined) return false
    if (isOther && this.#heldBy !== '') {
      this.#losses.add('embargo', this.#heldBy)
      if (!this.#notes.some((note) => note.includes(this.#heldBy))) this.#notes.push(this.#heldBy)
    }
    this.#embargo = latest([this.#embargo, until])
    this.#heldBy = line
    return !isOther
  }
}

const latest = (times: readonly string[]): string =>
  times.reduce((one, other) => (one === '' || Date.parse(other) > Date.parse(one) ? other : one), '')

/** What a note begins with: “Eds:”. */
const LABEL = /^[[(]?[^:：\d]{1,20}[:：]\s*/u
/** An offset may follow “UTC” (“UTC −5”, “GMT (UTC+9)”): then the time is another one. */
const INSTANTS =
  /\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d(?::?\d\d(?:\.\d{1,9})?)?\s?(?:(?:Z|UTC|GMT)(?!\s*[/(]?\s*(?:UTC|GMT)?\s*[+\-−–]\s*\d)(?![\p{L}\d])|[+-](?:0\d|1[0-4]):?[0-5]\d(?!\d|\s*(?:Z|UTC|GMT)))/gu
/** What an embargo says beside its time. */
const OF_EMBARGOES =
  /\b(?:strictly|under|embargo(?:ed|ado|ada)?|sous|until|till|for|release|publication|not|before|hold|sperrfrist|jusqu|bis|hasta|at|on|date|time)\b|엠바고|보도|유예|해제|설정|시점|시각|일시|까지/giu

/** Whether an embargo of another desk says more than its time. */
const saysMore = (line: string): boolean =>
  deskLineOf(line)?.kind !== 'embargo' && /\p{L}/u.test(line.replace(INSTANTS, '').replace(OF_EMBARGOES, ''))

/** The one instant that a line names after words of embargoes alone; undefined if it names none, or several. */
function untilOf(line: string): string | undefined {
  const before = line.slice(0, Math.max(0, line.search(INSTANTS)))
  if (/[\p{L}\p{N}]/u.test(before.replace(OF_EMBARGOES, ''))) return undefined
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
