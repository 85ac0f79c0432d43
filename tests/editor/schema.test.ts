import { getSchema } from '@tiptap/core'
import { DOMParser } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { storyExtensions } from '../../src/editor/schema/storyExtensions'
import { addressTyped, safeHref } from '../../src/editor/schema/safeHref'
import { DOCUMENT_MARKS, DOCUMENT_NODES, type MarkShape, type NodeShape } from '../../src/story/copy/documentSchema'

const schema = getSchema([...storyExtensions])

type Attrs = Readonly<Record<string, { readonly default?: unknown }>> | undefined
const defaults = (attrs: Attrs) =>
  attrs && Object.keys(attrs).length > 0
    ? { attrs: Object.fromEntries(Object.entries(attrs).map(([name, spec]) => [name, spec.default])) }
    : {}

describe('the schema of the sheet', () => {
  it('has the nodes of the pure document schema', () => {
    const nodes = Object.fromEntries(
      Object.entries(schema.nodes).map(([name, { spec }]): [string, NodeShape] => [
        name,
        {
          ...(spec.content ? { content: spec.content } : {}),
          ...(spec.group ? { group: spec.group } : {}),
          ...(spec.inline ? { inline: true } : {}),
          ...(defaults(spec.attrs) as Pick<NodeShape, 'attrs'>),
        },
      ]),
    )
    expect(nodes).toEqual(DOCUMENT_NODES)
    expect(schema.topNodeType.name).toBe('doc')
  })

  it('has the marks of the pure document schema', () => {
    const marks = Object.fromEntries(
      Object.entries(schema.marks).map(([name, { spec }]): [string, MarkShape] => [
        name,
        {
          ...(defaults(spec.attrs) as Pick<MarkShape, 'attrs'>),
          ...(spec.excludes === '' ? { excludes: '' } : {}),
          inclusive: spec.inclusive !== false,
        },
      ]),
    )
    expect(marks).toEqual(DOCUMENT_MARKS)
  })

  it('reads no fact, comment or suggestion from HTML that it did not draw', () => {
    const page = document.createElement('div')
    page.innerHTML =
      '<p><span data-fact-id="f1" id="f1">one</span> <span data-comment="open" id="c1">two</span> <ins ' +
      'data-suggestion="s1" id="s1">three</ins> <del data-suggestion="s1">four</del></p>'
    const read = DOMParser.fromSchema(schema).parse(page)
    const marks: string[] = []
    read.descendants((node) => void marks.push(...node.marks.map(({ type }) => type.name)))
    expect([read.textContent, marks]).toEqual(['one two three four', []])
  })
})

describe('addresses of links', () => {
  it.each([
    ['https://example.org/a?b=1#c', 'https://example.org/a?b=1#c'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['HTTP://EXAMPLE.org', 'http://example.org/'],
    ['javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    [' \u0001javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['vbscript:x', undefined],
    ['file:///etc/passwd', undefined],
    ['//example.org', undefined],
    ['#top', undefined],
    ['', undefined],
  ])('%j becomes %j', (address, expected) => {
    expect(safeHref(address)).toBe(expected)
  })
})

describe('an address as somebody types it', () => {
  it.each([
    ['example.org/a?b', 'https://example.org/a?b'],
    [' www.example.co.kr ', 'https://www.example.co.kr'],
    ['예시.한국', 'https://예시.한국'],
    ['example.org:8080/a', 'https://example.org:8080/a'],
    ['desk@example.org', 'mailto:desk@example.org'],
    ['http://example.org', 'http://example.org'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['the report', 'the report'],
    ['p.3', 'p.3'],
  ])('%j is taken for %j', (typed, address) => {
    expect(addressTyped(typed)).toBe(address)
  })
})
