/**
 * An independent judge of facts, character by character, for the property test. It does not use the app's rules: it
 * reads the shared document and states in its own simple way, for texts of letters, digits, spaces, "-" and ".", a
 * fact's words, its sentence and whether its tag is whole.
 */
import * as Y from 'yjs'

export interface Character {
  readonly char: string
  readonly block: number
  readonly facts: ReadonlySet<string>
}

/** The characters of a document in order, without separators between blocks; hard breaks are "\n". */
export function charactersOf(doc: Y.Doc): Character[] {
  const characters: Character[] = []
  doc
    .getXmlFragment('copy')
    .toArray()
    .forEach((element, block) => {
      if (!(element instanceof Y.XmlElement)) throw new Error('Only elements stand in the copy.')
      for (const child of element.toArray()) {
        if (!(child instanceof Y.XmlText)) {
          characters.push({ char: '\n', block, facts: new Set() })
          continue
        }
        for (const { insert, attributes } of child.toDelta() as {
          insert: string
          attributes?: Record<string, { id?: string }>
        }[]) {
          const facts = new Set(
            Object.entries(attributes ?? {}).flatMap(([name, value]) =>
              name.startsWith('fact--') && value.id ? [value.id] : [],
            ),
          )
          for (let at = 0; at < insert.length; at++) characters.push({ char: insert.charAt(at), block, facts })
        }
      }
    })
  return characters
}

/** A fact as the copy shows it. */
export interface Statement {
  readonly words: string
  readonly sentence: string
  readonly whole: boolean
}

const isLetterOrDigit = (char: string): boolean => /[\p{L}\p{N}]/u.test(char)
const isDigit = (char: string): boolean => char >= '0' && char <= '9' && char.length === 1

/** Whether characters `at - 1` and `at` of a line belong together. */
function together(line: string, at: number): boolean {
  const left = line.charAt(at - 1)
  const right = line.charAt(at)
  if (left === '' || right === '') return false
  if (isLetterOrDigit(left) && isLetterOrDigit(right)) return true
  if (right === '.' || right === '-') return isDigit(left) && isDigit(line.charAt(at + 1))
  if (left === '-') return isDigit(right)
  return left === '.' && isDigit(right) && isDigit(line.charAt(at - 2))
}

const tidy = (text: string): string => text.replace(/[\s\u00A0]+/g, ' ').trim()

/** Without the one full stop that closes a sentence. */
export function bare(text: string): string {
  const neat = tidy(text)
  return neat.endsWith('.') && !neat.endsWith('..') && neat !== '.' ? neat.slice(0, -1).trimEnd() : neat
}

/** Offsets at which sentences of a line end (after the full stop). */
function sentenceEnds(line: string): number[] {
  const ends: number[] = []
  for (let at = 0; at < line.length; at++) {
    if (line.charAt(at) !== '.' || line.charAt(at + 1) === '.') continue
    const rest = line.slice(at + 1)
    const next = rest.trimStart().charAt(0)
    if (rest !== '' && !/^\s/.test(rest)) continue
    if (next === '') ends.push(at + 1)
    else if (!/\p{Ll}/u.test(next) && !dotted(line, at)) ends.push(at + 1)
  }
  return [...ends, line.length]
}

/** "K.", "k.z." and "v." (as in “Roe v. Wade”, “z. B.”) do not end sentences. */
function dotted(line: string, at: number): boolean {
  let start = at
  while (line.charAt(start - 1) === '.') start--
  let from = start
  while (/[\p{L}.]/u.test(line.charAt(from - 1))) from--
  const word = line.slice(from, start)
  return /^[\p{Lu}zuv]$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)
}

/** Reads a fact off the characters; undefined when no character carries it. */
export function statementOf(characters: readonly Character[], fact: string): Statement | undefined {
  const first = characters.findIndex(({ facts }) => facts.has(fact))
  const last = characters.findLastIndex(({ facts }) => facts.has(fact))
  const start = characters[first]
  const end = characters[last]
  if (!start || !end) return undefined
  const line = (block: number): string =>
    characters
      .filter((character) => character.block === block)
      .map(({ char }) => char)
      .join('')
  const offset = (index: number): number =>
    characters.slice(0, index).filter(({ block }) => block === characters[index]?.block).length
  const firstLine = line(start.block)
  const lastLine = line(end.block)
  let from = offset(first)
  let to = offset(last) + 1
  const sentenceFrom =
    [0, ...sentenceEnds(firstLine)]
      .filter((at) => at <= from && (at === 0 || firstLine.slice(at).trim() !== ''))
      .at(-1) ?? 0
  const sentenceTo = sentenceEnds(lastLine).find((at) => at >= to) ?? lastLine.length
  const sentence = between(line, start.block, sentenceFrom, end.block, sentenceTo)
  while (together(firstLine, from)) from--
  while (together(lastLine, to)) to++
  const inside = characters.slice(first, last + 1)
  return {
    words: bare(between(line, start.block, from, end.block, to)),
    sentence: tidy(sentence),
    whole: inside.every(({ char, facts }) => char === '\n' || facts.has(fact)),
  }
}

function between(
  line: (block: number) => string,
  firstBlock: number,
  from: number,
  lastBlock: number,
  to: number,
): string {
  if (firstBlock === lastBlock) return line(firstBlock).slice(from, to)
  const parts = [line(firstBlock).slice(from)]
  for (let block = firstBlock + 1; block < lastBlock; block++) parts.push(line(block))
  return [...parts, line(lastBlock).slice(0, to)].join(' ')
}

/** Whether words occur as whole tokens with a character that no tag covers. */
export function standUntagged(characters: readonly Character[], words: string): boolean {
  const wanted = words.split(/\s+/).join(' ')
  const lines = new Map<number, Character[]>()
  for (const character of characters) lines.set(character.block, [...(lines.get(character.block) ?? []), character])
  const blocks = [...lines.keys()].sort((a, b) => a - b)
  const all: Character[] = blocks.flatMap((block, index) => [
    ...(index > 0 ? [{ char: '\n', block, facts: new Set<string>() }] : []),
    ...(lines.get(block) ?? []),
  ])
  const text = all.map(({ char }) => char).join('')
  for (let from = 0; from < text.length; from++) {
    if (/\s/.test(text.charAt(from))) continue
    for (let to = from + 1; to <= text.length && tidy(text.slice(from, to)).length <= wanted.length; to++) {
      if (tidy(text.slice(from, to)) !== wanted || /\s/.test(text.charAt(to - 1))) continue
      let start = from
      let end = to
      while (together(text, start)) start--
      while (together(text, end)) end++
      if (bare(text.slice(start, end)) !== wanted) continue
      if (all.slice(from, to).some(({ char, facts }) => char !== '\n' && facts.size === 0)) return true
    }
  }
  return false
}
