/**
 * What others call out while somebody speaks, as minutes write it in brackets: “(Beifall bei der SPD – Dr. Alice
 * Weidel [AfD]: Das ist falsch!)”.
 */
import type { Turn } from '../../story/assessment/copy/transcript'
import { withoutBrackets } from './speaker/name/brackets'
import { isJoining, isJoinedScript, wordsOf } from './speaker/name/foldedName'
import { parseName } from './speaker/name/parseName'
import { titleAt } from './speaker/name/titles'
import { isEvent, withoutEvent } from './spoken/stageEvents'

const PARTS = /\s+[–—-]\s+|\s*[;；]\s*/u
const CALL = /^(?<name>[^:：\n]{1,80}?)\s?[:：](?!\/\/|\d)\s*(?<said>\S.*)$/su

const CALL_OF = /^(?:Zu|Gegen|Zwischen)ruf (?:des|der) (?:Abg\.|Abgeordneten) /u

/**
 * The calls of a note, in order. None: the note names nobody before a colon, or begins with other words. `labels`: the
 * speakers of the transcript, for a note in round brackets. They may hold speech: “(Rule One: never pay)”.
 */
export function interjectionsIn(note: string, labels?: readonly string[]): readonly Turn[] {
  if (!/[:：]/u.test(note)) return []
  const calls: { speaker: string; text: string }[] = []
  let speaks = false
  let isSure = labels === undefined
  for (const part of note.split(PARTS)) {
    const { name = '', said = '' } = CALL.exec(withoutEvent(part.trim()))?.groups ?? {}
    const last = calls.at(-1)
    if (isCaller(name)) {
      isSure ||= hasEvent(part) || isKnown(name, labels ?? [])
      calls.push({ speaker: name.replace(CALL_OF, '').trim(), text: said })
      speaks = true
    } else if (isEvent(part)) {
      speaks = false
      isSure = true
    }
    // A dash within what is called.
    else if (speaks && last) last.text += ` – ${part}`
    else if (calls.length === 0) return []
  }
  return isSure || calls.length > 1 ? calls : []
}

const hasEvent = (part: string): boolean => CALL_OF.test(part) || isEvent(part)

const PARTY = /[[(（［]\p{L}/u
/** As minutes in Korean, Japanese and Chinese end the name of a member. */
const MEMBER = /(?:위원장?|의원|장관|기자|씨|君|議員|委員長?|委员|议员|记者|記者|先生|さん|氏)$/u

/** Whether a caller has a title or a party, or is one who speaks in the transcript. */
function isKnown(name: string, labels: readonly string[]): boolean {
  const { parts, offices, address } = parseName(name)
  if (offices.length > 0 || address !== undefined || PARTY.test(name) || MEMBER.test(name)) return true
  return parts.length > 0 && labels.some((label) => parts.every((part) => parseName(label).parts.includes(part)))
}

const MOST_WORDS = 8

/** Whether the words before a colon can be a person, or a group of people. */
function isCaller(words: string): boolean {
  const name = withoutBrackets(words).trim()
  if (!/\p{L}/u.test(name) || /[!?…。！？"“”„«»「」]/u.test(name)) return false
  const parts = name.split(/[\s,]+/u).filter((part) => /[\p{L}\p{N}]/u.test(part))
  if (parts.length > MOST_WORDS) return false
  if (isJoinedScript(name)) return parts.length <= 4 && name.length <= 30
  return parts.every((part, index) => {
    const folded = wordsOf(part)
    if (/^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}\p{N}]/u.test(part)) return true
    return titleAt(folded, 0) !== undefined || (index > 0 && folded.every(isJoining))
  })
}
