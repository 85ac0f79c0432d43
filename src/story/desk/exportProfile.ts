/** Named presets for exports: format, options, file name and folder. */
import { deskText } from '../../catalogue/story/desk'
import type { ExportChoices, ExportFormat } from './exportFormat'

export interface ExportProfile {
  /** One per library, whatever its case. */
  readonly name: string
  readonly format: ExportFormat
  readonly choices: ExportChoices
  /** Marked DRAFT; only source protection is asked. */
  readonly draft?: true
  /** Absolute path on the machine that saved it. */
  readonly folder: string
  /** The pattern of the file name without its extension: "{date}-{slug}". Absent: the format's own name. */
  readonly pattern?: string
}

/** The placeholders of a pattern. Each stands for words of the story, in characters that every file system accepts. */
export const PATTERN_WORDS = ['slug', 'headline', 'date', 'version', 'language'] as const
export type PatternWord = (typeof PATTERN_WORDS)[number]

/** Characters of a pattern. */
const LONGEST_PATTERN = 100

/** Why a pattern is not allowed, in a sentence for people. Undefined if it is. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.trim() === '') return deskText('pattern.empty')
  if (pattern.length > LONGEST_PATTERN) return deskText('pattern.long', { most: LONGEST_PATTERN })
  if (/[/\\]/.test(pattern) || pattern.includes('..')) return deskText('pattern.folder', { pattern })
  const unknown = [...pattern.matchAll(/\{([^{}]*)\}/g)]
    .map(([, word = '']) => word)
    .find((word) => !isPatternWord(word))
  if (unknown !== undefined)
    return deskText('pattern.unknown', { unknown, known: PATTERN_WORDS.map((word) => `{${word}}`).join(', ') })
  const literal = pattern.replace(/\{[^{}]*\}/g, '')
  const odd = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}{}<>:"|?*]/u.exec(literal)?.[0]
  if (odd !== undefined)
    return /\p{C}|\p{Z}/u.test(odd) ? deskText('pattern.invisible') : deskText('pattern.character', { odd })
  return /^[.\s-]/.test(pattern) || /[.\s]$/.test(pattern) ? deskText('pattern.edge') : undefined
}

/** Fills in a pattern. `words`: the value of each placeholder. An empty value leaves no doubled dash. */
export const fillPattern = (pattern: string, words: Readonly<Record<PatternWord, string>>): string =>
  pattern
    .replace(/\{([^{}]*)\}/g, (whole, word: string) => (isPatternWord(word) ? words[word] : whole))
    .replace(/([-_. ])\1+/g, '$1')
    .replace(/^[-_. ]+|[-_. ]+$/g, '')

const isPatternWord = (word: string): word is PatternWord => (PATTERN_WORDS as readonly string[]).includes(word)
