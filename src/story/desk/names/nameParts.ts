/**
 * The parts of a person's name that copy may use alone: "Kim" and "Ji-woo" of "Kim Ji-woo", "Leyen" of "Ursula von der
 * Leyen", "김 씨" and "지우" of "김지우". The scan searches for a whole name; the person who protects a source decides which
 * parts to search for, because many are common words or other people's names.
 */
import { bareNames, plainName } from './bareNames'
import { nicknamesIn } from './otherNames'
import { foldName, sameName } from '../../text/words/personName'
import type { SourceWords } from '../source'

/** The parts, as the name writes them. None for what is no person. */
export function nameParts({ name, kind }: Pick<SourceWords, 'name' | 'kind'>): readonly string[] {
  if (kind !== 'person') return []
  // Titles and notes are no parts of it, and the name without them is sought anyway.
  const bare = bareNames(name, true)
  const plain = plainName(name)
  const words = plain
    .normalize('NFC')
    .trim()
    .split(/[\s,]+/u)
    .filter((word) => word !== '')
  const parts =
    words.length === 1
      ? [plain, ...koreanParts(plain)]
      : words.flatMap((word) => (SYLLABLE.test(word) ? [`${word} 씨`] : isTelling(word) ? [word] : []))
  return [...new Set([...parts, ...nicknamesIn(name)])].filter(
    (part) => ![name, ...bare].some((one) => sameName(part, one)),
  )
}

/** Whether the name has a title or a note, and is not sought without it. */
export const isSoughtOnlyAsEntered = ({ name, kind }: Pick<SourceWords, 'name' | 'kind'>): boolean =>
  kind === 'person' && !sameName(plainName(name), name) && bareNames(name, true).length === 0

/** The parts that are not an alias. */
export const partsNotSought = (source: Pick<SourceWords, 'name' | 'kind' | 'aliases'>): readonly string[] =>
  nameParts(source).filter((part) => !isAlias(part, source.aliases))

export const isAlias = (part: string, aliases: readonly string[]): boolean =>
  aliases.some((alias) => sameName(alias, part))

/** Written without a space: one syllable, or one of the few family names of two, then the given name. */
function koreanParts(name: string): readonly string[] {
  if (!/^\p{sc=Hangul}{2,5}$/u.test(name)) return []
  const family = name.length > 2 && TWO_SYLLABLES.has(name.slice(0, 2)) ? name.slice(0, 2) : name.slice(0, 1)
  const given = name.slice(family.length)
  return [`${family} 씨`, ...(given.length > 1 ? [given] : [])]
}

const SYLLABLE = /^\p{sc=Hangul}$/u
/** Korean family names of two syllables: they are sought whole. */
const TWO_SYLLABLES: ReadonlySet<string> = new Set(['남궁', '황보', '제갈', '사공', '선우', '서문', '독고', '동방'])

/** Not an initial, a title or a joining word. A single Chinese character occurs in too many words. */
function isTelling(word: string): boolean {
  const bare = foldName(word).replace(/(?<![.’'])[.’']+$/u, '')
  return (bare.match(/\p{L}/gu)?.length ?? 0) > 1 && !/^(?:\p{L}\.)+$/u.test(word) && !JOINING.has(bare)
}

const JOINING: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'sir',
  'dame',
  'lord',
  'lady',
  'rev',
  'hon',
  'gen',
  'col',
  'maj',
  'capt',
  'lt',
  'sgt',
  'sen',
  'rep',
  'gov',
  'herr',
  'frau',
  'señor',
  'señora',
  'don',
  'doña',
  'monsieur',
  'madame',
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'phd',
  'md',
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'das',
  'du',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'bint',
  'ibn',
  'ben',
  'abu',
  'zu',
  'ter',
  'ten',
  'and',
  'of',
  'the',
  '씨',
  '대표',
  '기자',
  '교수',
  '장관',
  '의원',
])
