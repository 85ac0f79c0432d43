import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Known } from './stories'

interface Node {
  readonly type: string
  readonly value?: string
  readonly depth?: number
  readonly children?: readonly Node[]
}
export interface Score {
  /** Shares of words, 0 to 1. */
  readonly recall: number
  readonly precision: number
  /** Share of blocks that came back with role, level and words. */
  readonly structure: number
}

const textOf = (node: Node): string =>
  node.type === 'break' ? ' ' : (node.value ?? (node.children ?? []).map(textOf).join(''))

/** Reads the blocks of a Markdown text by mdast, in order. */
export function blocksOf(markdown: string): readonly Known[] {
  const blocks: Known[] = []
  const walk = (node: Node, role: Known['role'], level: number): void => {
    if (node.type === 'heading')
      blocks.push({ role: node.depth === 1 ? 'headline' : 'subhead', text: textOf(node), level: node.depth ?? 0 })
    else if (node.type === 'paragraph' || node.type === 'tableCell')
      blocks.push({ role: node.type === 'tableCell' ? 'cell' : role, text: textOf(node), level })
    else if (node.type === 'html') return
    else
      for (const child of node.children ?? [])
        walk(
          child,
          node.type === 'blockquote' ? 'quote' : node.type === 'list' ? 'listItem' : role,
          node.type === 'list' ? level + 1 : level,
        )
  }
  walk(
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as unknown as Node,
    'paragraph',
    0,
  )
  return blocks
}

const wordsOf = (blocks: readonly Known[]): readonly string[] =>
  blocks.flatMap(({ text }) => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])

/** Counts the elements of `of` that are in `among`, each once. */
function common(of: readonly string[], among: readonly string[]): number {
  const left = new Map<string, number>()
  for (const one of among) left.set(one, (left.get(one) ?? 0) + 1)
  return of.filter((one) => {
    const n = left.get(one) ?? 0
    left.set(one, n - 1)
    return n > 0
  }).length
}

export function score(source: readonly Known[], markdown: string): Score {
  const found = blocksOf(markdown)
  const [wanted, got] = [wordsOf(source), wordsOf(found)]
  const shape = ({ role, level, text }: Known): string =>
    `${role} ${level} ${wordsOf([{ role, level, text }]).join(' ')}`
  return {
    recall: common(wanted, got) / wanted.length,
    precision: common(got, wanted) / got.length,
    structure: common(source.map(shape), found.map(shape)) / source.length,
  }
}
