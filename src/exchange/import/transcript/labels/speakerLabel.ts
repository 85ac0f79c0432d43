/** The label at the start of a turn, in the forms that transcribers use. */

import { koreanLabel } from './koreanMinutes'
import type { Labelled } from './labelled'

const TIME = '(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?'
/** A timecode before a name: [00:12:33], (12:33), 00:12:33. */
const STAMP = new RegExp(
  `^\\s*[\\[(<（［]?(?<at>${TIME})[\\])>）］]?(?:\\s*(?:-->|[-–—])\\s*[\\[(]?${TIME}[\\])]?)?[\\s:：\\-–—]*`,
  'u',
)
/** A timecode after a name: in brackets, or at the end of the line. */
const NAME_THEN_TIME = new RegExp(
  '^(?<name>[^:：\\n\\d][^:：\\n]{0,58}?)' +
    `(?:\\s*[\\[(（［]\\s*(?<at>${TIME})\\s*[\\])）］]\\s*[:：]?\\s*|\\s+(?<end>${TIME})\\s*[:：]?\\s*$)` +
    '(?<rest>.*)$',
  'su',
)
const COLON =
  /^(?:[-–—*•]\s+|[▲△▶▷▽▼◇◆■□○●◎]\s*)?[[<（【]?(?<name>[^:：\n]{1,60}?)[\]>）】]?\s*[:：](?!\/\/|\d)\s*(?<rest>.*)$/su
/** Minutes of the Japanese Diet: ○内閣総理大臣（岸田文雄君）　… */
const CIRCLE = /^[○◯〇◆](?<name>[^\s　:：]{1,40})[\s　]+(?<rest>.+)$/su
/** Interviews of Korean radio: “◇ 김현정> …”, “◆ 이준석> …” */
const MARK_AND_ANGLE = /^[▲△▶▷▽▼◇◆■□○●◎]\s*(?<name>[\p{L}\p{N} ·]{1,30}?)\s*[>＞]\s*(?<rest>.*)$/su
/** A name and an office in many words, alone on its line: “Svenja Roth, Bundesministerin für wirtschaftliche Hilfe:” */
const WITH_OFFICE =
  /^(?<name>(?:(?:Dr|Prof)\. (?:h\. ?c\. )?)*\p{Lu}[\p{L}'’-]+(?: (?:von|van|der|de|zu|\p{Lu}[\p{L}.'’-]*)){1,4}(?: \([^()]{1,60}\))?, \p{Lu}[^.:!?,]{3,160}):$/u
/** The Spanish Cortes: “La señora VICEPRESIDENTA PRIMERA Y MINISTRA DE HACIENDA (Montero Cuadrado):” */
const CORTES = /^(?<name>(?:El señor|La señora) \p{Lu}{2}[\p{Lu},. -]{1,200}(?: \([^()]{1,60}\))?): *(?<rest>.*)$/su
const SQUARE = /^[[【](?<name>[^\]】\d:]{2,40})[\]】]\s+(?<rest>.+)$/su
const CHEVRONS = /^(?:>>+|»)\s*(?<rest>.*)$/su

/** Name particles, written in lower case. */
const PARTICLES = new Set(
  (
    'of the de del della der den des di da do dos du van von zu zum zur la le el al bin ibn ben y e i und and für ' +
    'for to et ter ten af av'
  ).split(' '),
)
/** Words that start a sentence before a colon, and are not a speaker. */
const OPENERS = new Set(
  (
    'look listen well so and but now note first second third finally yes no remember again today here there see ' +
    'ok okay right also example update question? because then this that it he she we i you they what why how when ' +
    'where who warning correction editor’s http https note: subject re fwd date time location place present ' +
    'participants attendees duration transcript title'
  ).split(' '),
)
const ROLES = /^(?:[qafsm]|q\d*|a\d*|问|答|問|记者|記者|기자|질문|답변|문|답|س|ج|سؤال|جواب|frage|antwort)$/iu

/** Heads of a mail, as pool reports have them. */
const HEADER = /^(?:from|to|cc|bcc|sent|date|subject|reply-to)$/iu
export const isMailHeader = (line: string): boolean => HEADER.test(/^([\p{L}-]+)\s*:/u.exec(line)?.[1] ?? '')

/** Reads the label at the start of a line; undefined if the line has none. */
export function readLabel(line: string): Labelled | undefined {
  const chevrons = CHEVRONS.exec(line)?.groups
  if (chevrons) {
    // Several may follow each other: they are read at once, because a line may have thousands.
    const rest = (chevrons['rest'] ?? '').replace(/^(?:>>[>\s]*|»\s*)+/u, '')
    return readLabel(rest) ?? { rest }
  }
  const stamp = STAMP.exec(line)
  const at = stamp?.groups?.['at']
  const text = stamp ? line.slice(stamp[0].length) : line
  const named = readName(text.replace(/^(\*\*|__)(.+?)\1/u, '$2'), at !== undefined)
  if (named) return at === undefined ? named : { at, ...named }
  return undefined
}

/** Reads the timecode at the start of a line, and the rest. */
export function readStamp(line: string): { readonly at: string; readonly rest: string } | undefined {
  const stamp = STAMP.exec(line)
  const at = stamp?.groups?.['at']
  return stamp && at !== undefined ? { at, rest: line.slice(stamp[0].length) } : undefined
}

/**
 * Korean broadcasts: “<기자> …”, “[앵커]” alone on its line, “[홍길동/국회의원] …”, “홍길동/국회의원 : …”. What stands
 * below may be of the reporter again, so all of it is nobody’s. “<기생충>을 봤다” goes on.
 */
const IN_BROADCAST = new RegExp(
  '^(?:[<〈](?!웃음|박수|일동|환호|침묵|중략|생략|하략)\\p{sc=Hangul}[\\p{sc=Hangul}\\s/·]{0,20}[>〉](?=\\s|$)|' +
    '[[【◀]\\s*(?:앵커|기자|리포트|진행자|사회자|질문|답변)\\s*[\\]】▶]$|' +
    '[[【]?(?:녹취\\s?/\\s?)?\\p{sc=Hangul}{2,5}\\s?/\\s?\\p{sc=Hangul}[\\p{sc=Hangul}\\s/]{1,20}(?:[\\]】]|\\s*[:：]))',
  'u',
)
/** “【녹취】 홍길동/국회의원”, “<인터뷰> 홍길동(주민): …”: what was recorded is heard, and then the reporter again. */
const RECORDED = /^[[【<〈(]\s*(?:녹취|인터뷰|싱크|현장음|인서트)\s*[\]】>〉)]\s*\S/u

/** A letter that somebody reads, or a bill under a name: whose words follow nobody knows. “To Lam: No.” is a name. */
const NO_SPEAKER =
  /^(?:(?:dear|by|lieber?|sehr geehrter?|ch[eè]re?|estimad[oa]s?|querid[oa]s?|prezad[oa]s?|egregi[oa]|geachte)\s\p{L}|to\s(?:the|all|my|our|those)\s|to\s\S+\s\p{L})/iu

/** `hasTime`: a timecode stands before it. */
function readName(text: string, hasTime: boolean): Labelled | undefined {
  if (RECORDED.test(text)) return { rest: text }
  const label = readNameOrLetter(text, hasTime)
  // “<기생충> …” and “찬성/반대: …” may be words, too.
  if (!label && IN_BROADCAST.test(text)) return { rest: text }
  return label?.rest === '' && NO_SPEAKER.test(label.speaker ?? '') ? { rest: text } : label
}

/** `hasTime`: a timecode stands before it. */
function readNameOrLetter(text: string, hasTime: boolean): Labelled | undefined {
  const korean = koreanLabel(text)
  if (korean) return korean
  const circle = CIRCLE.exec(text)?.groups
  if (circle?.['name'] !== undefined && /[\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}]/u.test(circle['name']))
    return { speaker: bare(circle['name']), rest: circle['rest'] ?? '' }
  const timed = NAME_THEN_TIME.exec(text)?.groups
  if (timed?.['name'] !== undefined && isName(timed['name']))
    return {
      speaker: bare(timed['name']),
      ...((timed['at'] ?? timed['end']) ? { at: timed['at'] ?? timed['end'] ?? '' } : {}),
      rest: timed['rest'] ?? '',
    }
  const colon = COLON.exec(text)?.groups
  if (colon?.['name'] !== undefined && isName(colon['name'], hasTime))
    return { speaker: bare(colon['name']), rest: colon['rest'] ?? '' }
  const other = (MARK_AND_ANGLE.exec(text) ?? WITH_OFFICE.exec(text) ?? CORTES.exec(text))?.groups
  if (other?.['name'] !== undefined) return { speaker: bare(other['name']), rest: other['rest'] ?? '' }
  const square = SQUARE.exec(text)?.groups
  if (
    square?.['name'] !== undefined &&
    isName(square['name']) &&
    !/^(?:laugh|applau|inaudible|crosstalk|music|pause|cheer|through)/iu.test(square['name'])
  )
    return { speaker: bare(square['name']), rest: square['rest'] ?? '' }
  return undefined
}

const bare = (name: string): string =>
  name
    .replace(/\*\*|__/g, '')
    .replace(/\s+/gu, ' ')
    .trim()

const ARTICLE = /^(?:l[ae]|el|il|lo|o|a|de|het)$/iu

/** Whether the text before a colon can be a speaker. `hasTime`: a timecode stands before it. */
export function isName(label: string, hasTime = false): boolean {
  const name = bare(label).replace(/\s*[([（［][^)\]）］]*[)\]）］]\s*$/u, '')
  if (name === '' || /[!?…。！？"“”„«»「」]/u.test(name)) return false
  if (HEADER.test(name)) return false
  if (ROLES.test(name)) return true
  const words = name.split(/[\s,]+/u).filter(Boolean)
  if (words.length === 0 || words.length > 8) return false
  const hasCase = /[\p{Lu}\p{Ll}]/u.test(name)
  if (!hasCase) return /^[\p{L}\p{M}\p{N}\s·・,.\-'’]+$/u.test(name) && words.length <= 6 && name.length <= 30
  if (words.length === 1 && OPENERS.has(name.toLowerCase()) && name !== name.toUpperCase()) return false
  // "La maire Claire Dubois": a title in small letters between an article and a name. "Le problème" is not a name.
  // "[00:12] Bộ trưởng Trần Quốc Bảo", "[00:12] Premier ministre Jean Dupont": a title, then two names.
  const isTitled =
    words.length > 2 &&
    (hasTime
      ? words.length < 7 && words.slice(-2).every((word) => /^\p{Lu}/u.test(word))
      : ARTICLE.test(words[0] ?? '') && /^\p{Lu}/u.test(words.at(-1) ?? ''))
  return (
    words.every((word, index) => {
      const letters = word.replace(/[^\p{L}\p{N}'’.\-&/#]/gu, '')
      if (letters === '') return true
      if (/^[\p{Lu}\p{Lo}\p{N}#]/u.test(letters)) return true
      if (index > 0 && isTitled && /^\p{Ll}+$/u.test(letters)) return true
      return index > 0 && (PARTICLES.has(letters.toLowerCase()) || /^(?:al|el|d’|d'|de|mc)-?/u.test(letters))
    }) && !/\.\s+\p{L}{4,}\s+\p{Ll}/u.test(name)
  )
}
