/** Reads a name as the copy or a label writes it: its parts, offices and form of address. */
import { plainText } from '../../spokenWords'
import { withoutBrackets } from './brackets'
import { foldedName, isJoinedScript, wordsOf } from './foldedName'
import { joinedName } from './joinedName'
import { nameInCortes, nameInDiet, nameInHouse } from './nameInMinutes'
import type { ParsedName } from './parsedName'
import { spacedName } from './spacedName'
import { roleIn, theirsIn, type Theirs } from './theirs'
import { officesIn, titleAt } from './titles'

const known = new Map<string, ParsedName>()

/** @param text - A name with titles, roles and brackets, of which the first 300 characters are read. Never throws. */
export function parseName(text: string): ParsedName {
  const before = known.get(text)
  if (before) return before
  if (known.size > 2000) known.clear()
  const plain = plainText(text.slice(0, 300))
  const [bare = '', ...rest] = withoutBrackets(plain).split(/[,、，]/u)
  const theirs = theirsIn(bare.trim())
  const role = theirs ? undefined : roleIn(bare.trim())
  const name =
    nameInDiet(plain) ?? nameInCortes(plain) ?? (theirs ? nameOfTheirs(theirs) : nameOf(bare, rest[0] ?? '', plain))
  // "Maria Ortiz, mayor", "김민(장관)"
  const more = name.offices.length > 0 ? [] : officesIn([...rest, ...(plain.match(BRACKETED) ?? [])].join(' '))
  const parsed = {
    ...name,
    ...(more.length > 0 ? { offices: more } : {}),
    ...(role ? { role: nameOfTheirs(role) } : {}),
  }
  known.set(text, parsed)
  return parsed
}

function nameOfTheirs({ whose, role }: Theirs): ParsedName {
  // 의원실 is no 의원.
  const own = role.endsWith('실') ? [] : officesIn(role)
  const last = foldedName(role).split(/\s/u).at(-1) ?? ''
  return { ...nameOf(whose, '', whose), offices: own.length > 0 ? own : [`rank ${last}`], theirs: last }
}

function nameOf(bare: string, next: string, whole: string): ParsedName {
  if (isJoinedScript(bare)) return joinedName(bare)
  if (!SPANISH_OFFICE.test(bare)) return nameIn(bare, whole)
  const ofHouse = OF_HOUSE.exec(bare)?.groups?.['house']
  const more = {
    gender: /^la/u.test(bare) ? 'woman' : 'man',
    ...(ofHouse === undefined ? {} : { ofHouse: foldedName(ofHouse) }),
  } as const
  if (!TWO_NAMES.test(next)) return { ...nameIn(bare.replace(OF_HOUSE, ''), whole), ...more }
  // “el presidente del Gobierno, Pedro Sánchez”, “el líder de Vox, Santiago Abascal”
  const title = titleAt(wordsOf(bare), 1)?.[1]
  return { ...spacedName(next), offices: title && 'office' in title ? [title.office] : [], ...more }
}
const nameIn = (text: string, whole: string): ParsedName => nameInHouse(text, whole) ?? spacedName(text)
const SPANISH_OFFICE = /^(?:el|la)\s\p{Ll}/u
const OF_HOUSE = /\sde(?:l|\sla)\s(?<house>Gobierno|Congreso|Senado|Cámara)(?!\p{L})(?:\sde\slos\sDiputados)?/u
const TWO_NAMES = /^\s*\p{Lu}\p{L}+(?:\s\p{L}+){0,3}\s\p{Lu}\p{L}+/u

const BRACKETED = /[([（〔［][^()（）[\]〔〕［］]{0,60}/gu
