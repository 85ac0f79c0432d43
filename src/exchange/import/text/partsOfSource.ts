/**
 * A piece of a Markdown file. `markdown` is parsed, `plain` is grafs without markup, `tooDense` is read as plain text.
 */
export interface SourcePart {
  readonly kind: 'markdown' | 'plain' | 'tooDense'
  readonly text: string
}

/** Characters. A shorter file is parsed in one piece. */
const WHOLE = 100_000
const WHOLE_LINES = 2_000
/** Characters of the longest graf that is parsed: the parser's time grows with the square of a graf's lines. */
const DENSE = 200_000
const DENSE_LINES = 2_000
const PIECE = 8_000
/** Characters of markup that are parsed in all: some seconds of work, and more than one story has. */
const BUDGET = 500_000

/**
 * Splits a large file at blank lines where no construct can continue (a fence, an HTML block, an indented line), so
 * that it is read in linear time. Each piece gets the link and footnote definitions that it may need.
 */
export function partsOfSource(source: string): readonly SourcePart[] {
  if (source.length <= WHOLE && countLines(source) <= WHOLE_LINES && !NESTED.test(source) && !isOvermarked(source))
    return [{ kind: 'markdown', text: source }]
  const definitions: string[] = []
  const parts: SourcePart[] = []
  let pending = ''
  let spent = 0
  const flush = () => {
    if (pending !== '') parts.push({ kind: 'markdown', text: pending })
    spent += pending.length
    pending = ''
  }
  for (const section of sectionsOf(source)) {
    // Starting the parser costs more than parsing a few plain grafs, so an open piece takes them.
    if (pending === '' && isPlain(section)) {
      parts.push({ kind: 'plain', text: section })
    } else if (
      NESTED.test(section) ||
      isOvermarked(section) ||
      section.length > DENSE ||
      countLines(section) > DENSE_LINES ||
      spent > BUDGET
    ) {
      flush()
      parts.push({ kind: 'tooDense', text: section })
    } else {
      if (DEFINITION.test(section)) definitions.push(section)
      pending += `${section}\n\n`
      if (pending.length > PIECE) flush()
    }
  }
  flush()
  const shared = definitions.length > 0 && definitions.join('').length < PIECE ? `\n\n${definitions.join('\n\n')}` : ''
  return parts.map((part) =>
    shared !== '' && part.kind === 'markdown' && /\]\[|\][^(:]|\]$/m.test(part.text)
      ? { ...part, text: part.text + shared }
      : part,
  )
}

/** Markup characters in one graf. The parser's time grows with their square or faster. */
const MOST_MARKS = 1000
const isOvermarked = (text: string): boolean => {
  let marks = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    // * [ ] _ ` ~
    if (sign === 42 || sign === 91 || sign === 93 || sign === 95 || sign === 96 || sign === 126) marks++
    else if (sign === 10 && text.charCodeAt(at + 1) === 10) marks = 0
    if (marks > MOST_MARKS) return true
  }
  return false
}
/** 600 nested quotes or lists at the start of a line. The parser would never finish. */
const NESTED = /^(?:[ \t]{0,3}(?:>|[-+*]|\d{1,9}[.)])){600}/m
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:[ \t]*\S+[^\n]*$/
const FENCE = /^ {0,3}(`{3,}|~{3,})/
const RAW_OPEN = /^ {0,3}<(?:(script|pre|style|textarea)\b|!--|\?|![A-Z]|!\[CDATA\[)/i
const RAW_CLOSE = /<\/(?:script|pre|style|textarea)>|-->|\?>|\]\]>|>/i

function* sectionsOf(source: string): Generator<string> {
  let start = 0
  let at = 0
  let fence = ''
  let raw = false
  let blank = false
  while (at < source.length) {
    const newline = source.indexOf('\n', at)
    const end = newline < 0 ? source.length : newline
    const line = source.slice(at, Math.min(end, at + 400))
    if (blank && fence === '' && !raw && line.trim() !== '' && !/^[ \t]/.test(line)) {
      const section = source.slice(start, at).trimEnd()
      if (section !== '') yield section
      start = at
    }
    const mark = FENCE.exec(line)?.[1]
    if (fence !== '') {
      if (mark !== undefined && mark.startsWith(fence)) fence = ''
    } else if (!raw && mark !== undefined) fence = mark
    if (fence === '')
      raw = raw ? !RAW_CLOSE.test(line) : RAW_OPEN.test(line) && !RAW_CLOSE.test(line.replace(RAW_OPEN, ''))
    blank = line.trim() === ''
    at = end + 1
  }
  const rest = source.slice(start).trimEnd()
  if (rest !== '') yield rest
}

/** Whether no character of the section is markup where it appears. */
const isPlain = (section: string): boolean =>
  !/[\\`*_[\]<>|~&@]|:\/\/|www\./i.test(section) && !/^(?:[ \t]*(?:[-+=#]|\d{1,9}[.)])| {4}|\t)| {2}$/m.test(section)

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
