import { afterEach, describe, expect, it } from 'vitest'
import { normalise } from '../../src/editor/copy/normaliser'
import { linkAt, removeLink, setLink } from '../../src/editor/keys/markCommands'
import { depthsOf, moreInMargin } from '../../src/editor/facts/factDepths'
import { factElement, setCurrentFact, setFactStatuses } from '../../src/editor/facts/factView'
import { copyPlaceAt, positionsOf, readCopyFromDoc } from '../../src/editor/copy/readCopy'
import {
  block,
  caretAfter,
  caretBefore,
  desk,
  exchange,
  find,
  lines,
  oneDesk,
  press,
  run,
  select,
  selectRange,
  shown,
  storyState,
  twoDesks,
  type,
  type Desk,
} from './desk'

const body = (...blocks: string[]) => oneDesk('headline: H', 'deck: D', ...blocks)
const caret = ({ editor }: Desk) => copyPlaceAt(editor.state.doc, editor.state.selection.head)

afterEach(() => document.body.replaceChildren())

describe('the sheet', () => {
  it('takes the keyboard also where nothing can be written', () => {
    const { editor } = body('p')
    document.body.append(editor.view.dom)
    editor.setEditable(false)
    editor.view.dom.focus()
    expect([editor.view.dom.getAttribute('tabindex'), document.activeElement === editor.view.dom]).toEqual(['0', true])
  })

  it('says that it is read-only while nothing can be written', () => {
    const { editor } = body('p')
    const said = (): (string | null)[] =>
      ['aria-readonly', 'role', 'contenteditable'].map((name) => editor.view.dom.getAttribute(name))
    const seen = [said()]
    for (const editable of [false, true]) {
      editor.setEditable(editable, false)
      seen.push(said())
    }
    seen.push(
      ['aria-readonly', 'role'].map((name) =>
        desk(storyState(['headline: H', 'deck: D', 'p']), 100, { editable: false }).editor.view.dom.getAttribute(name),
      ),
    )
    expect(seen).toEqual([
      [null, 'textbox', 'true'],
      ['true', 'textbox', 'false'],
      [null, 'textbox', 'true'],
      ['true', 'textbox'],
    ])
  })

  it('is one editable region named Story with roles on its blocks', () => {
    const d = body('p', 'subhead: s', 'subhead3: t', 'quote: q', 'bullet: i', 'ordered2: j')
    const { dom } = d.editor.view
    expect(
      Object.fromEntries(
        ['role', 'aria-label', 'aria-multiline', 'spellcheck', 'lang', 'contenteditable', 'tabindex'].map((name) => [
          name,
          dom.getAttribute(name),
        ]),
      ),
    ).toEqual({
      role: 'textbox',
      'aria-label': 'Story',
      'aria-multiline': 'true',
      spellcheck: 'false',
      lang: null,
      contenteditable: 'true',
      tabindex: '0',
    })
    expect(
      ['headline', 'deck', 'body', 'cutline'].map((part) => dom.style.getPropertyValue(`--empty-${part}`)),
    ).toEqual(['"Headline"', '"Deck"', '"The story starts here"', '"Cutline"'])
    expect(
      [...dom.children].map((element) => [
        element.tagName,
        { ...(element as HTMLElement).dataset },
        element.getAttribute('dir'),
      ]),
    ).toEqual([
      ['H1', { part: 'headline', role: 'headline' }, 'auto'],
      ['P', { part: 'deck', role: 'deck' }, 'auto'],
      ['P', { part: 'body', role: 'paragraph' }, 'auto'],
      ['H2', { part: 'body', role: 'subhead', level: '2' }, 'auto'],
      ['H3', { part: 'body', role: 'subhead', level: '3' }, 'auto'],
      ['BLOCKQUOTE', { part: 'body', role: 'quote' }, 'auto'],
      ['P', { part: 'body', role: 'listItem', level: '1', list: 'bullet', marker: 'bullet, level 1' }, 'auto'],
      ['P', { part: 'body', role: 'listItem', level: '2', list: 'ordered', marker: 'number, level 2' }, 'auto'],
    ])
  })

  it('reads as plain values, unchanged blocks being the same objects', () => {
    const d = body('One {a:two\nthree} four', 'five')
    const before = readCopyFromDoc(d.editor.state.doc)
    expect(before[2]).toEqual(block('One {a:two\nthree} four'))
    caretAfter(d, 'five')
    type(d, '!')
    const after = readCopyFromDoc(d.editor.state.doc)
    expect([after[2] === before[2], after[3]?.text, readCopyFromDoc(d.editor.state.doc) === after]).toEqual([
      true,
      'five!',
      true,
    ])
  })

  it('finds positions of places and places of positions', () => {
    const { editor } = body('One two')
    const positions = positionsOf(editor.state.doc, { block: 2, from: 4, to: 7 })
    expect(positions).toEqual(find(editor.state.doc, 'two'))
    expect(copyPlaceAt(editor.state.doc, positions?.from ?? 0)).toEqual({ block: 2, offset: 4 })
    expect(positionsOf(editor.state.doc, { block: 9, from: 0, to: 1 })).toBeUndefined()
  })
})

describe('how facts look', () => {
  it('carry id, status and depth on one element, set from outside without an edit', () => {
    const d = body('x {a:one {b:two}} y')
    const looks = () =>
      [...d.editor.view.dom.querySelectorAll<HTMLElement>('[data-fact-id]')].map(({ dataset, textContent }) => [
        textContent,
        { ...dataset },
      ])
    expect(looks()).toEqual([
      ['one two', { factId: 'a', factStatus: 'toCheck', depth: '0' }],
      ['two', { factId: 'b', factStatus: 'toCheck', depth: '0' }],
    ])
    setFactStatuses(
      d.editor.view,
      new Map([
        ['a', { status: 'verified', depth: 1 }],
        ['b', { status: 'wrong', depth: 0 }],
      ]),
    )
    setCurrentFact(d.editor.view, 'b')
    caretAfter(d, 'one')
    type(d, '!')
    expect(looks()).toEqual([
      ['one! two', { factId: 'a', factStatus: 'verified', depth: '1' }],
      ['two', { factId: 'b', factStatus: 'wrong', depth: '0', current: '' }],
    ])
    setCurrentFact(d.editor.view, undefined)
    expect([factElement(d.editor.view, 'b')?.dataset['current'], factElement(d.editor.view, 'c')]).toEqual([
      undefined,
      undefined,
    ])
  })

  it('have a bar from their first piece in a block to the last, if they are in the margin', () => {
    const d = body('x {a:one {b:two} three} y')
    const bars = () =>
      [...d.editor.view.dom.querySelectorAll<HTMLElement>('[data-fact-id="a"]')].map(
        ({ dataset, style, textContent }) => [
          textContent,
          dataset['bar'],
          dataset['more'],
          style.getPropertyValue('--tag'),
        ],
      )
    const show = (depth: number, more: number): void =>
      setFactStatuses(d.editor.view, new Map([['a', { status: 'verified', depth, more }]]))
    show(2, 0)
    expect(bars()).toEqual([['one two three', 'head', undefined, '--tag-0']])
    show(2, 2)
    expect(bars()).toEqual([['one two three', 'head', '2', '--tag-0']])
    // Bold words split the element: the piece that comes goes on with the bar.
    select(d, 'three')
    const { tr, schema, selection } = d.editor.state
    d.editor.view.dispatch(tr.addMark(selection.from, selection.to, schema.mark('bold')))
    expect(bars()).toEqual([
      ['one two ', 'head', '2', '--tag-0'],
      ['three', '', undefined, '--tag-0'],
    ])
    // A fourth one is only counted.
    show(4, 0)
    expect(bars()).toEqual([
      ['one two ', undefined, undefined, ''],
      ['three', undefined, undefined, ''],
    ])
  })

  it('stack where they overlap', () => {
    expect(Object.fromEntries(depthsOf([block('x {a:one {b:two {c:three}}} y {d:z}')]))).toEqual({
      c: 0,
      b: 1,
      a: 2,
      d: 0,
    })
  })

  it('are counted at the first bar where more than two are in the margin', () => {
    const [four, five] = [
      '{e:five {d:four {c:three {b:two {a:one}}}}} y',
      '{f:six {e:five {d:four {c:three {b:two {a:one}}}}}}',
    ]
    const more = (...pages: readonly string[]) => {
      const copy = pages.map((page) => block(page))
      return Object.fromEntries(moreInMargin(copy, depthsOf(copy)))
    }
    expect([more('{d:four {c:three {b:two {a:one}}}}'), more(four), more(five)]).toEqual([{}, { c: 2 }, { c: 3 }])
  })
})

describe('words selected while the keyboard is elsewhere', () => {
  const held = (d: Desk) =>
    [...d.editor.view.dom.querySelectorAll('.held-selection')].map((element) => element.textContent)
  it('are shown as selected, and no longer when it comes back', () => {
    const d = body('They met for {a:100 minutes}.')
    select(d, 'met for 100')
    expect(held(d)).toEqual(['met for ', '100'])
    d.editor.view.dom.dispatchEvent(new FocusEvent('focus'))
    expect(held(d)).toEqual([])
    d.editor.view.dom.dispatchEvent(new FocusEvent('blur'))
    expect(held(d)).toEqual(['met for ', '100'])
    caretAfter(d, 'met')
    expect([held(d), d.updates]).toEqual([[], []])
  })
})

describe('the shape of the sheet', () => {
  it('comes back after everything was deleted', () => {
    const d = body('p', 'bullet: q')
    press(d, 'Mod-a')
    press(d, 'Backspace')
    expect(shown(d)).toEqual(['headline: ', 'deck: ', 'bullet: '])
  })

  it('is restored only after own changes, with attributes and new blocks', () => {
    const d = oneDesk('p {a:1}', 'headline: late', 'deck: D', 'q')
    expect(shown(d)).toEqual(['p {a:1}', 'headline: late', 'deck: D', 'q'])
    caretAfter(d, 'q')
    type(d, '!')
    expect(shown(d)).toEqual(['headline: ', 'deck: ', 'p {a:1}', 'late', 'D', 'q!'])
  })

  it('is not restored in answer to another replica, and both agree afterwards', () => {
    const [a, b] = twoDesks('p', 'q')
    caretAfter(a, 'p')
    type(a, '1')
    caretAfter(b, 'q')
    type(b, '2')
    expect(exchange(a, b)).toBeLessThanOrEqual(2)
    const merged = shown(a)
    expect(shown(b)).toEqual(merged)
    a.updates.length = 0
    exchange(a, b)
    expect(a.updates).toEqual([])
    caretAfter(a, 'p1')
    type(a, '!')
    exchange(a, b)
    expect(shown(b)).toEqual(shown(a))
    const { tr } = a.editor.state
    normalise(tr)
    expect(tr.steps.length).toBe(0)
  })
})

describe('keys', () => {
  it('Enter goes from headline to deck to body, and splits there', () => {
    const d = body('one two')
    caretAfter(d, 'H')
    press(d, 'Enter')
    expect(caret(d)).toEqual({ block: 1, offset: 0 })
    press(d, 'Enter')
    expect(caret(d)).toEqual({ block: 2, offset: 0 })
    caretAfter(d, 'one')
    press(d, 'Enter')
    expect([shown(d), caret(d)]).toEqual([['headline: H', 'deck: D', 'one', ' two'], { block: 3, offset: 0 }])
  })

  it('Enter leaves an empty list item, quote or subhead, and a subhead at its end', () => {
    const d = body('bullet2: a', 'subhead: s')
    caretAfter(d, 'a')
    press(d, 'Enter')
    expect(shown(d).slice(2)).toEqual(['bullet2: a', 'bullet2: ', 'subhead: s'])
    press(d, 'Enter')
    expect(shown(d).slice(2)).toEqual(['bullet2: a', '', 'subhead: s'])
    caretAfter(d, 's')
    press(d, 'Enter')
    expect(shown(d).slice(2)).toEqual(['bullet2: a', '', 'subhead: s', ''])
  })

  it('a marker and a space that open a paragraph make a list item; undo leaves the characters as typed', () => {
    const d = body('', '', '{a:100 minutes}')
    caretBefore(d, '100')
    type(d, '- ')
    expect([shown(d)[4], caret(d)]).toEqual(['bullet: {a:100 minutes}', { block: 4, offset: 0 }])
    press(d, 'Mod-z')
    expect(shown(d)[4]).toBe('- {a:100 minutes}')
    selectRange(d, find(d.editor.state.doc, '- ').from - 2)
    type(d, '1. one')
    expect(shown(d)[3]).toBe('ordered: one')
  })

  it.each([
    ['## ', 'subhead: '],
    ['### ', 'subhead3: '],
    ['> ', 'quote: '],
    ['* ', 'bullet: '],
    ['1) ', 'ordered: '],
  ])('“%s” opens another kind of block; tags stay, and one undo gives back the signs', (signs, opened) => {
    const d = body('{a:100 minutes} of talks')
    caretBefore(d, '100')
    type(d, signs)
    expect(shown(d)[2]).toBe(`${opened}{a:100 minutes} of talks`)
    press(d, 'Mod-z')
    expect(shown(d)[2]).toBe(`${signs}{a:100 minutes} of talks`)
  })

  it('signs open no block inside a line, in headline, deck or list, or where they are not alone', () => {
    const d = oneDesk('headline: ', 'deck: ', 'Mid', 'bullet: item', 'quote: said', '')
    selectRange(d, 1)
    type(d, '## Talks')
    selectRange(d, find(d.editor.state.doc, 'Talks').to + 2)
    type(d, '> In Busan')
    caretAfter(d, 'Mid')
    type(d, ' ## b')
    caretBefore(d, 'item')
    type(d, '## ')
    caretBefore(d, 'said')
    type(d, '> ')
    selectRange(d, d.editor.state.doc.content.size - 1)
    type(d, '# One #### four')
    expect(shown(d)).toEqual([
      'headline: ## Talks',
      'deck: > In Busan',
      'Mid ## b',
      'bullet: ## item',
      'quote: > said',
      '# One #### four',
    ])
  })

  it('a marker makes no list inside a line, in a headline, or of a year or a dateline', () => {
    const d = oneDesk('headline: ', 'deck: D', 'Mid', '')
    selectRange(d, 1)
    type(d, '- Talks')
    caretAfter(d, 'Mid')
    type(d, ' - b')
    selectRange(d, d.editor.state.doc.content.size - 1)
    type(d, '2026. A year')
    expect(shown(d)).toEqual(['headline: - Talks', 'deck: D', 'Mid - b', '2026. A year'])
  })

  it('Tab and Shift-Tab move list items in and out, and do nothing elsewhere', () => {
    const d = body('bullet: a', 'p')
    caretAfter(d, 'a')
    press(d, 'Tab')
    expect(shown(d)[2]).toBe('bullet2: a')
    for (let n = 0; n < 9; n++) press(d, 'Tab')
    expect(shown(d)[2]).toBe('bullet6: a')
    for (let n = 0; n < 6; n++) press(d, 'Shift-Tab')
    expect([shown(d)[2], press(d, 'Tab')]).toEqual(['a', false])
  })

  it('Backspace at the start removes the role first, then joins', () => {
    const d = body('one', 'quote: two')
    caretBefore(d, 'two')
    press(d, 'Backspace')
    expect(shown(d).slice(2)).toEqual(['one', 'two'])
    press(d, 'Backspace')
    expect([shown(d).slice(2), caret(d)]).toEqual([['onetwo'], { block: 2, offset: 3 }])
  })

  it('never joins parts: the caret crosses the border, a spare empty graf is deleted', () => {
    const d = body('', 'bullet: one')
    selectRange(d, find(d.editor.state.doc, 'D').to + 2)
    press(d, 'Backspace')
    expect([shown(d), caret(d)]).toEqual([['headline: H', 'deck: D', 'bullet: one'], { block: 1, offset: 1 }])
    caretBefore(d, 'one')
    press(d, 'Backspace')
    press(d, 'Backspace')
    expect([shown(d), caret(d)]).toEqual([['headline: H', 'deck: D', 'one'], { block: 1, offset: 1 }])
    caretBefore(d, 'D')
    press(d, 'Backspace')
    expect(caret(d)).toEqual({ block: 0, offset: 1 })
    press(d, 'Delete')
    expect([shown(d), caret(d)]).toEqual([['headline: H', 'deck: D', 'one'], { block: 1, offset: 0 }])
    caretBefore(d, 'H')
    expect(press(d, 'Backspace')).toBe(true)
    caretAfter(d, 'one')
    expect(press(d, 'Delete')).toBe(true)
    expect(shown(d)).toEqual(['headline: H', 'deck: D', 'one'])
  })

  it('deletes and types over several parts without running them together', () => {
    const d = oneDesk('headline: Talks end', 'deck: No deal', 'One', 'Two three')
    selectRange(d, find(d.editor.state.doc, ' end').from, find(d.editor.state.doc, ' three').from)
    type(d, '!')
    expect(shown(d)).toEqual(['headline: Talks!', 'deck: ', ' three'])
    press(d, 'Mod-z')
    expect(shown(d)).toEqual(['headline: Talks end', 'deck: No deal', 'One', 'Two three'])
  })

  it('formats by the keys of the menu', () => {
    const d = body('one')
    caretAfter(d, 'one')
    const after = (...keys: string[]) => {
      for (const key of keys) press(d, key)
      return shown(d)[2]
    }
    expect([
      after('Mod-Alt-2'),
      after('Mod-Alt-3'),
      after('Mod-Alt-0'),
      after('Mod-Shift-b'),
      after('Mod-Shift-8'),
      after('Mod-Shift-7'),
      after('Mod-Shift-7'),
    ]).toEqual(['subhead: one', 'subhead3: one', 'one', 'quote: one', 'bullet: one', 'ordered: one', 'one'])
    caretAfter(d, 'H')
    expect([press(d, 'Mod-Shift-8'), shown(d)[0]]).toEqual([true, 'headline: H'])
  })
})

describe('links', () => {
  it('allow only http, https and mailto, and can be removed', () => {
    const d = body('see the report')
    select(d, 'report')
    expect(run(d, setLink('javascript:alert(1)'))).toBe(false)
    expect(run(d, setLink('https://example.org/r'))).toBe(true)
    expect([linkAt(d.editor.state), d.editor.view.dom.querySelector('a')?.getAttribute('href')]).toEqual([
      'https://example.org/r',
      'https://example.org/r',
    ])
    caretAfter(d, 'rep')
    expect(run(d, removeLink)).toBe(true)
    expect(d.editor.view.dom.querySelector('a')).toBeNull()
  })

  it('at the caret are one link: its address changes and it is removed without the others', () => {
    const d = body('one, two, one')
    const links = () =>
      [...d.editor.view.dom.querySelectorAll('a')].map((link) => `${link.textContent} ${link.getAttribute('href')}`)
    for (const [words, nth, href] of [
      ['one', 1, 'https://x.org/'],
      ['two', 1, 'https://y.org/'],
      ['one', 2, 'https://x.org/'],
    ] as const) {
      select(d, words, nth)
      run(d, setLink(href))
    }
    caretAfter(d, 'on')
    expect(run(d, setLink('https://z.org/'))).toBe(true)
    expect(links()).toEqual(['one https://z.org/', 'two https://y.org/', 'one https://x.org/'])
    caretAfter(d, 'on', 2)
    run(d, removeLink)
    expect(links()).toEqual(['one https://z.org/', 'two https://y.org/'])
    caretAfter(d, 'two, ')
    expect([run(d, setLink('https://z.org/')), run(d, removeLink)]).toEqual([false, false])
  })

  it('never navigate on a click; with Ctrl they pass on the address', () => {
    const opened: string[] = []
    const d = desk(storyState(['headline: H', 'deck: D', 'see this']), 100, { onOpenLink: (href) => opened.push(href) })
    select(d, 'this')
    run(d, setLink('https://example.org/'))
    const click = (ctrlKey: boolean) => {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey })
      d.editor.view.dom.querySelector('a')?.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect([click(false), click(true), opened]).toEqual([true, true, ['https://example.org/']])
  })
})

describe('undo', () => {
  it('of a format or a kind of block leaves what was typed just before', () => {
    const d = body('')
    selectRange(d, d.editor.state.doc.content.size - 1)
    type(d, 'A line')
    const bold = (): number => d.editor.view.dom.querySelectorAll('strong').length
    press(d, 'Mod-Alt-2')
    select(d, 'line')
    press(d, 'Mod-b')
    expect([shown(d)[2], bold()]).toEqual(['subhead: A line', 1])
    press(d, 'Mod-z')
    expect([shown(d)[2], bold()]).toEqual(['subhead: A line', 0])
    press(d, 'Mod-z')
    expect(shown(d)[2]).toBe('A line')
  })
})

describe('an input method', () => {
  const compose = ({ editor }: Desk): void => {
    editor.view.dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
  }
  it('that begins over a selection from the headline to the body joins no parts', () => {
    const d = oneDesk('headline: First half', 'deck: Deck', 'Body keeps this.')
    selectRange(d, find(d.editor.state.doc, ' half').from, find(d.editor.state.doc, ' keeps').from)
    compose(d)
    expect([shown(d), caret(d)]).toEqual([['headline: First', 'deck: ', ' keeps this.'], { block: 0, offset: 5 }])
  })

  it('that begins over cells keeps each in its column', () => {
    const d = body('cell 0.0: Busan', 'cell 0.1: 40', 'End')
    selectRange(d, find(d.editor.state.doc, 'san').from, find(d.editor.state.doc, '0').from)
    compose(d)
    expect(shown(d).slice(2)).toEqual(['cell 0.0: Bu', 'cell 0.1: 0', 'End'])
  })
})

it('undo takes back the paragraph that was typed last, though nobody paused', () => {
  const d = oneDesk('headline: ', 'deck: ', '')
  selectRange(d, 1)
  type(d, 'Ferry sails')
  press(d, 'Enter')
  type(d, 'At noon')
  press(d, 'Enter')
  type(d, 'It carried 300 people.')
  press(d, 'Enter')
  type(d, 'All were glad.')
  const typed = ['headline: Ferry sails', 'deck: At noon', 'It carried 300 people.']
  const words = () => lines(readCopyFromDoc(d.editor.state.doc))
  expect(words()).toEqual([...typed, 'All were glad.'])
  press(d, 'Mod-z')
  expect(words()).toEqual(typed)
  press(d, 'Mod-z')
  expect(words()).toEqual([...typed.slice(0, 2), ''])
  press(d, 'Mod-z')
  expect(words()).toEqual(['headline: Ferry sails', 'deck: ', ''])
  for (let step = 0; step < 3; step++) press(d, 'Mod-Shift-z')
  expect(words()).toEqual([...typed, 'All were glad.'])
})
