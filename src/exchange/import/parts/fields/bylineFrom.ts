import type { Byline } from '../../../../story/ledger/fields'
import { KOREAN_TITLES } from '../../../../story/text/words/namesAndRoles'
import { namesOfByline } from '../../../../story/text/lines/lineForms'

const LEADS = /^(?:by|von|par|por|di|av|af|door|från|texto?|text)[:\s]\s*/iu
const BETWEEN =
  /\s*[,;]\s*(?:(?:and|und|et|og|och|AND|UND|ET)\s+|&\s*)?|\s+(?:and|und|et|y|e|og|och|en|AND|UND|ET)\s+|\s*&\s*/u

/** “김서연 기자”: Korean bylines print the title behind the name. */
const TITLED = new RegExp(`^(\\p{Script=Hangul}{2,5})\\s(${KOREAN_TITLES})$`, 'u')

/**
 * Reads "By Kim Ji-woo (Busan) and Lee Seo-yeon" as names with roles. A line that is not a list of full names stays one
 * entry.
 */
export function bylineFrom(line: string): readonly Byline[] {
  const whole = line.replace(/\s+/g, ' ').trim()
  const text = rolesInBrackets(whole.replace(LEADS, '').trim())
  if (text === '') return []
  const people = splitOutside(text).map((part): Byline => {
    const [, titled, title] = TITLED.exec(part) ?? []
    if (titled !== undefined && title !== undefined) return { name: titled, role: title }
    const [, name = part, role] = /^(.*\S)\s*\(([^()]*)\)$/u.exec(part) ?? []
    return role === undefined || role.trim() === '' ? { name } : { name, role: role.trim() }
  })
  const full = people.every(
    ({ name, role = '' }) =>
      TITLED.test(`${name} ${role}`) ||
      (/^[\p{L}\p{M}'’.\- ]+$/u.test(name) && name.split(' ').length >= 2 && name.split(' ').length <= 5),
  )
  return full || people.length === 1 ? people : [{ name: text }]
}

/**
 * Reads a graf that may be a byline: "By Kim Ji-woo (Correspondent) and Lee Seo-yeon". Undefined if it is not one.
 */
export function bylineOfGraf(line: string): readonly Byline[] | undefined {
  if (line.length > LONGEST) return undefined
  const bracketed = rolesInBrackets(line)
  const names = namesOfByline(bracketed.replace(/\s*\([^()\n]{1,60}\)/g, ''))
  const people = names && bylineFrom(line)
  return people && people.length === names.length ? people : names?.map((name) => ({ name }))
}
/** A role after a name: “Ann Lee, Reuters correspondent”. */
const ROLE = new RegExp(
  ",\\s*((?:[\\p{L}.’'-]+\\s){0,4}" +
    '(?:correspondent|reporter|writer|editor|columnist|critic|producer|photographer|bureau chief))' +
    '(?=\\s*(?:[,;&]|\\sand\\s|$))',
  'giu',
)
const rolesInBrackets = (line: string): string => line.slice(0, LONGEST).replace(ROLE, ' ($1)') + line.slice(LONGEST)
/** Characters of the longest byline. */
const LONGEST = 500

/** Splits at separators outside parentheses. */
function splitOutside(text: string): readonly string[] {
  const parts: string[] = []
  const hidden = text.replace(/\([^()]*\)/gu, (group) => '\u0001'.repeat(group.length))
  let from = 0
  for (const match of hidden.matchAll(new RegExp(BETWEEN, 'gu'))) {
    parts.push(text.slice(from, match.index))
    from = match.index + match[0].length
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '')
}
