/** What leaves by the clipboard, and what a paste says that it lost. */
import { describe, expect, it } from 'vitest'
import { ClipMemory } from '../../src/editor/clipboard/clip'
import { clipboardLeaks, projectSlice, type ClipboardText } from '../../src/editor/clipboard/leaks'
import { lossWords } from '../../src/editor/clipboard/lossWords'
import type { PasteLoss } from '../../src/editor/clipboard/pasteLosses'
import { setWritingMode } from '../../src/editor/suggesting/suggestingMode'
import type { Source } from '../../src/story/desk/source'
import { POOL } from '../builders/stories/storyFrom'
import {
  caretAfter,
  clipboard,
  copy,
  cut,
  desk,
  drag,
  drop,
  find,
  paste,
  run,
  select,
  selectRange,
  shown,
  storyState,
  type,
  type Desk,
  type Transfer,
} from './desk'

const ROE: Source = {
  ...POOL,
  id: 'roe',
  name: 'Jane Roe',
  kind: 'person',
  protected: true,
  aliases: ['JR'],
  contact: 'roe@example.org',
}

interface Guarded extends Desk {
  readonly asked: { readonly leaving: ClipboardText; readonly leaks: readonly string[] }[]
  readonly refused: (readonly string[])[]
  readonly losses: PasteLoss[]
  readonly dropped: number[]
}

const guarded = (blocks: readonly string[], clips = new ClipMemory(), storyId = 's1'): Guarded => {
  const asked: Guarded['asked'] = []
  const refused: Guarded['refused'] = []
  const losses: PasteLoss[] = []
  const dropped: number[] = []
  const none = { internalIds: ['story-77'], copy: [], confirmed: new Set<string>() }
  const d = desk(storyState(blocks), 100, {
    clips,
    storyId,
    clipboardGuard: {
      print: projectSlice,
      leaksIn: (leaving) => clipboardLeaks(leaving, { sources: [POOL, ROE], ...none }),
      ask: (leaving, leaks) => void asked.push({ leaving, leaks }),
      refuseDrag: (leaks) => void refused.push(leaks),
      isForDesk: () => false,
    },
    onPasteLosses: (found) => void losses.push(...found),
    onOverridesDropped: (count) => void dropped.push(count),
  })
  return { ...d, asked, refused, losses, dropped }
}
const told = (data: Transfer): string => data.types.map((kind) => `${kind}: ${data.getData(kind)}`).join('\n')

describe('words that leave', () => {
  it('have neither facts nor ids, and nothing is asked', () => {
    const d = guarded(['headline: H', 'deck: D', 'They met for {fact9:100 minutes} in Busan.'])
    select(d, 'for 100 minutes in')
    const data = copy(d)
    expect([data.getData('text/plain'), data.getData('text/html')]).toEqual([
      'for 100 minutes in',
      'for 100 minutes in',
    ])
    expect(told(data)).not.toContain('fact9')
    expect(d.asked).toEqual([])
  })
  it.each(['Jane Roe', 'JANE  ROE', 'roe@example.org', 'JR', 'Ja\u00adne Roe'])(
    'that tell %j leave nothing',
    (name) => {
      const d = guarded(['headline: H', 'deck: D', `They met ${name} there.`])
      select(d, `met ${name}`)
      for (const take of [copy, cut]) {
        const data = take(d)
        expect(data.types).toEqual(['application/x-stet-clip'])
        expect(data.getData('application/x-stet-clip')).not.toContain('Roe')
      }
      expect(d.asked.map(({ leaks }) => leaks)).toEqual([['Source A'], ['Source A']])
      expect(d.asked[0]?.leaving.text).toContain('met')
    },
  )
  it('of a part of a list item, subhead or block quote are words only', () => {
    const d = guarded([
      'headline: H',
      'deck: D',
      'ordered: one',
      'ordered: two words here',
      'subhead: A sub head',
      'quote: They said so',
    ])
    const out = (words: string): readonly string[] => {
      select(d, words)
      const data = copy(d)
      return [data.getData('text/plain'), data.getData('text/html')]
    }
    expect(['two words', 'sub', 'said'].map(out)).toEqual([
      ['two words', 'two words'],
      ['sub', 'sub'],
      ['said', 'said'],
    ])
  })
  it('of whole items of a numbered list keep their numbers', () => {
    const d = guarded(['headline: H', 'deck: D', 'ordered: one', 'bullet2: inner', 'ordered: two', 'ordered: three'])
    select(d, 'two')
    const one = copy(d)
    selectRange(d, find(d.editor.state.doc, 'two').from, find(d.editor.state.doc, 'three').to)
    const several = copy(d)
    expect([one, several].map((data) => [data.getData('text/plain'), data.getData('text/html')])).toEqual([
      ['2. two', '<ol start="2"><li>two</li></ol>'],
      ['2. two\n3. three', '<ol start="2"><li>two</li><li>three</li></ol>'],
    ])
  })
  it('that tell an internal id are asked for', () => {
    const d = guarded(['headline: H', 'deck: D', 'See story-77 there.'])
    select(d, 'story-77')
    expect([copy(d).types, d.asked.map(({ leaks }) => leaks)]).toEqual([
      ['application/x-stet-clip'],
      [['An internal id']],
    ])
  })
  it('are scanned in the address of a link too', () => {
    const d = guarded(['headline: H', 'deck: D', 'See here.'])
    select(d, 'here')
    const link = d.editor.schema.marks['link']
    const { from, to } = d.editor.state.selection
    if (link)
      d.editor.view.dispatch(d.editor.state.tr.addMark(from, to, link.create({ href: 'https://example.org/jane-roe' })))
    select(d, 'here')
    expect([copy(d).types, d.asked.length]).toEqual([['application/x-stet-clip'], 1])
  })
  it('can still be moved within the story, once, with their facts', () => {
    const d = guarded(['headline: H', 'deck: D', 'They met {a:Jane Roe} there.', 'Then'])
    select(d, 'Jane Roe')
    const data = cut(d)
    caretAfter(d, 'Then')
    paste(d, data)
    paste(d, data)
    expect(
      shown(d)
        .slice(2)
        .map((line) => line.replace(/\{n\d+:/, '{new:')),
    ).toEqual(['They met  there.', 'Then{a:Jane Roe}{new:Jane Roe}'])
  })
  it('are not dragged to other programs, but move in the sheet', () => {
    const d = guarded(['headline: H', 'deck: D', 'They met {a:Jane Roe} there.', 'Then'])
    select(d, 'Jane Roe')
    const data = drag(d, find(d.editor.state.doc, 'Then').to)
    expect([data.getData('text/plain'), data.getData('text/html'), d.refused]).toEqual(['', '', [['Source A']]])
    expect(shown(d).slice(2)).toEqual(['They met  there.', 'Then{a:Jane Roe}'])
  })
})

describe('a pasted page', () => {
  const pasted = (html: string) => {
    const d = guarded(['headline: H', 'deck: D', 'x'])
    caretAfter(d, 'x')
    paste(d, clipboard({ 'text/html': html }))
    return {
      lines: shown(d).slice(2),
      losses: d.losses.map(({ what, count, example }) => [what, count, example].join(' ')),
    }
  }

  it('brings nothing that it hides in a table, and says so', () => {
    const secret = '<td style="display:none">Kim Informant</td>'
    const html =
      '<table><caption style="display:none">By Kim</caption>' +
      '<tr><td>Name</td><td style="display:none">Secret</td><td>Tons</td></tr>' +
      `<tr><td>Aurora</td>${secret}<td>1,400</td></tr>` +
      '<tr style="display:none"><td>Ghost</td><td></td><td>9</td></tr>' +
      '<tbody hidden><tr><td>Borealis</td><td></td><td>8</td></tr></tbody></table>'
    expect(pasted(html)).toEqual({
      lines: ['x', 'cell 0.0: Name', 'cell 0.1: Tons', 'cell 1.0: Aurora', 'cell 1.1: 1,400', ''],
      losses: ['hiddenText 5 By Kim'],
    })
  })

  it('keeps the place of one hidden cell', () => {
    const html = '<table><tr><td>a</td><td>b</td><td>c</td></tr><tr><td>d</td><td hidden>e</td><td>f</td></tr></table>'
    expect(pasted(html).lines.slice(1, 7)).toEqual([
      'cell 0.0: a',
      'cell 0.1: b',
      'cell 0.2: c',
      'cell 1.0: d',
      'cell 1.1: ',
      'cell 1.2: f',
    ])
  })

  it.each([
    ['10<sup>6</sup>, H<sub>2</sub>O, 10<span style="vertical-align: super">-3</span>', '10⁶, H₂O, 10⁻³', []],
    ['10<sup style="position: relative; vertical-align: baseline; top: -0.5em">6</sup>', '10⁶', []],
    ['14<sup><b>1</b></sup> dead', '14¹ dead', []],
    ['10<sup>6.5</sup>, x<sub>1a</sub>, 25<sup>th</sup>', '10^6.5, x_1a, 25th', ['raised 3 6.5']],
    ['2<sup>3<sup>2</sup></sup>', '2^3²', ['raised 1 32']],
    ['Q<sup></sup>1<sub> </sub>', 'Q1', []],
  ])('keeps figures above and below the line apart from those before them: %s', (html, words, losses) => {
    expect(pasted(`<p>${html}</p>`)).toEqual({ lines: [`x${words}`], losses })
  })

  it('brings no words that were deleted with changes tracked', () => {
    expect(pasted('<p>Rose by <del>10</del><ins>20</ins> percent</p>')).toEqual({
      lines: ['xRose by 20 percent'],
      losses: ['deletedText 1 10', 'underlined 1 20'],
    })
  })
})

describe('a paste', () => {
  const losses = (html: string, place: 'body' | 'headline' = 'body'): readonly string[] => {
    const d = guarded(['headline: Old', 'deck: D', 'x'])
    caretAfter(d, place === 'body' ? 'x' : 'Old')
    paste(d, clipboard({ 'text/html': html, 'text/plain': 'plain' }))
    return d.losses.map(({ what, count, example }) => [what, count, example].join(' ').trim())
  }
  it('of plain words loses nothing and says nothing', () =>
    expect(losses('<p>One <b>bold</b> <a href="https://example.org">link</a></p><ul><li>a</li></ul>')).toEqual([]))
  it.each([
    ['a picture', '<p>a<img src="x.png" alt="A pier"></p>', 'pictures 1 A pier'],
    ['drawings', '<p>a<svg></svg><canvas></canvas></p>', 'pictures 2'],
    ['embedded pages and films', '<p>a</p><iframe></iframe><video></video>', 'media 2'],
    ['a formula', '<p>a<math><mn>2</mn></math></p>', 'formulas 1 2'],
    ['a form field', '<p>a<input value="x"><button>Send</button></p>', 'controls 2 Send'],
    ['hidden words', '<p>a<span style="display:none">secret</span></p>', 'hiddenText 1 secret'],
    ['reading aids', '<p><ruby>東<rt>とう</rt></ruby></p>', 'readingAids 1 とう'],
    ['struck-out words', '<p>It <s>rose</s> fell</p>', 'struckOut 1 rose'],
    [
      'words struck out by style',
      '<p>It <span style="text-decoration: line-through">rose</span></p>',
      'struckOut 1 rose',
    ],
    ['deleted words', '<p>It <del>rose</del> fell</p>', 'deletedText 1 rose'],
    ['an underline', '<p><u>so</u></p>', 'underlined 1 so'],
    ['an exponent that has no letters', '<p>10<sup>6.5</sup></p>', 'raised 1 6.5'],
    ['an index by style', '<p>x<span style="vertical-align:sub">1a</span></p>', 'raised 1 1a'],
    ['a highlight', '<p><span style="background-color: #ffff00">check</span></p>', 'highlighted 1 check'],
    ['merged cells', '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>', 'mergedCells 1 a'],
    ['row headers', '<table><tr><th>x</th><th>y</th></tr><tr><th>b</th><td>c</td></tr></table>', 'rowHeaders 1 b'],
    ['a link without an address to keep', '<p><a href="javascript:x()">go</a></p>', 'links 1 go'],
    ['numbers of a list', '<ol start="4"><li>d</li></ol>', 'listNumbers 1 d'],
    ['letters of a list', '<ol type="a"><li>d</li></ol>', 'listNumbers 1 d'],
    ['letters of a list by style', '<ol style="list-style-type: lower-roman"><li>d</li></ol>', 'listNumbers 1 d'],
    ['numbers that count down', '<ol reversed><li>d</li></ol>', 'listNumbers 1 d'],
    ['a reversed direction', '<p><bdo dir="rtl">54</bdo></p>', 'direction 1 54'],
    ['direction overrides', '<p>rose \u202e54\u202c</p>', 'directionOverrides 2'],
    [
      'comments of Word',
      '<p>a</p><div style="mso-element:comment-list"><div style="mso-element:comment">Check this</div></div>',
      'comments 1 Check this',
    ],
  ] as const)('says that it lost %s', (_what, html, loss) => expect(losses(html)).toEqual([loss]))
  it('says it of a table that only cells over several rows widen too far', () => {
    const row = (cells: number, tall: string): string => `<tr>${`<td${tall}>a</td>`.repeat(cells)}</tr>`
    const page = `<table>${row(20, ' rowspan="2"')}${row(20, '')}</table>`
    expect(losses(page).filter((loss) => loss.startsWith('tables'))).toEqual(['tables 1 ' + 'a'.repeat(40)])
  })
  it('says it of a page that is all pictures', () => expect(losses('<img src="x.png">').length).toBe(1))
  it('leaves out pictures that only count readers', () =>
    expect(losses('<p>a<img src="x" width="1" height="1"></p>')).toEqual([]))
  it('tells what a headline cannot hold', () => {
    expect(losses('<p>in <b>Busan</b></p>', 'headline')).toEqual(['formatting 1 Busan'])
    expect(losses('<table><tr><td>a</td><td>b</td></tr></table>', 'headline')).toEqual(['tables 1 ab'])
  })
  it('leaves no comment of Word in the copy', () => {
    const d = guarded(['headline: H', 'deck: D', ''])
    selectRange(d, d.editor.state.doc.content.size - 1)
    paste(
      d,
      clipboard({
        'text/html':
          '<p>It rose<span class="MsoCommentReference"><a class="msocomanchor">[KB1]</a></span>.</p>' +
          '<div style="mso-element:comment-list"><div style="mso-element:comment">Check</div></div>',
      }),
    )
    expect(shown(d).slice(2)).toEqual(['It rose.'])
  })
  it('of words from another story tells what stays there', () => {
    const clips = new ClipMemory()
    const other = guarded(['headline: H', 'deck: D', 'They met for {a:100 minutes} there.'], clips, 's2')
    select(other, '100 minutes')
    const data = copy(other)
    const d = guarded(['headline: H', 'deck: D', 'x'], clips)
    caretAfter(d, 'x')
    paste(d, data)
    expect(d.losses).toEqual([{ what: 'facts', count: 1, example: '' }])
    expect(lossWords(d.losses)).toBe('Pasted without: the evidence and verdicts of 1 fact. Compare with the original.')
  })
  it('of words of the same story says nothing', () => {
    const d = guarded(['headline: H', 'deck: D', 'They met for {a:100 minutes} there.'])
    select(d, '100 minutes')
    const data = copy(d)
    caretAfter(d, 'there.')
    paste(d, data)
    expect(d.losses).toEqual([])
  })
  it('by a drag in the sheet says it too', () => {
    const d = guarded([
      'headline: H',
      'deck: D',
      'x {a:100}',
      'cutline: Two men.',
      'Then',
      'cell 0.0: c',
      'cell 0.1: d',
      '',
    ])
    selectRange(d, find(d.editor.state.doc, '100').from, find(d.editor.state.doc, 'Then').from)
    drag(d, find(d.editor.state.doc, 'c').to)
    expect(d.losses.map(({ what, count }) => `${what} ${count}`)).toEqual(['pictures 1'])
  })
  it('of a draft into an empty headline says nothing of what the body keeps', () => {
    const d = guarded(['headline: ', 'deck: ', ''])
    selectRange(d, 1)
    paste(
      d,
      clipboard({
        'text/html': `<h1>Talks in Busan</h1><p>They <b>met</b> for a long time on Monday, and nobody said why.</p>
          <table><tr><td>a</td><td>b</td></tr></table><p>End.</p>`,
      }),
    )
    expect([shown(d)[0], d.losses]).toEqual(['headline: Talks in Busan', []])
  })
  it('of a list of Word says which numbers it changes', () => {
    const item = (label: string, words: string, level = 1): string =>
      `<p style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${label}&nbsp; </span>${words}</p>`
    const pastedList = (...items: readonly string[]) => {
      const d = guarded(['headline: H', 'deck: D', ''])
      selectRange(d, d.editor.state.doc.content.size - 1)
      paste(d, clipboard({ 'text/html': items.join('') }))
      return [shown(d).slice(2), d.losses.map(({ count }) => count)]
    }
    expect(pastedList(item('1.', 'a'), item('·', 'b', 2), item('1)', 'c', 2), item('2.', 'd'))).toEqual([
      ['ordered: a', 'bullet2: b', 'ordered2: c', 'ordered: d'],
      [],
    ])
    expect(pastedList(item('가.', 'a'), item('(b)', 'b'), item('③', 'c'), item('o', 'd'))).toEqual([
      ['ordered: a', 'ordered: b', 'ordered: c', 'bullet: d'],
      [3],
    ])
    expect(pastedList(item('4.', 'd'), item('5.', 'e'))).toEqual([['ordered: d', 'ordered: e'], [2]])
  })
  it('by drop says it too', () => {
    const d = guarded(['headline: H', 'deck: D', 'x'])
    drop(d, find(d.editor.state.doc, 'x').to, clipboard({ 'text/html': '<p>10<sup>6.5</sup></p>' }))
    expect(d.losses.map(({ what }) => what)).toEqual(['raised'])
  })
})

describe('direction overrides', () => {
  it('are left out of what is typed, and people are told', () => {
    const d = guarded(['headline: H', 'deck: D', 'rose '])
    caretAfter(d, 'rose ')
    type(d, '\u202e54\u202c%')
    expect([shown(d)[2], d.dropped]).toEqual(['rose 54%', [1, 1]])
  })
  it('and control characters do not run words together: a space takes their place', () => {
    const d = guarded(['headline: H', 'deck: D', 'rose '])
    caretAfter(d, 'rose ')
    type(d, 'no\vtable\u1680a\u0001b')
    expect([shown(d)[2], d.dropped]).toEqual(['rose no table ab', [1, 1, 1]])
    paste(d, clipboard({ 'text/plain': ' no\vtable' }))
    expect(shown(d)[2]).toBe('rose no table ab no table')
  })
  it('are left out of what is suggested', () => {
    const d = guarded(['headline: H', 'deck: D', 'rose '])
    run(d, setWritingMode('suggesting'))
    caretAfter(d, 'rose ')
    type(d, '\u202e54')
    expect(d.editor.state.doc.textContent).not.toMatch(/[\u202a-\u202e]/)
    expect(d.editor.state.doc.textContent).toContain('54')
  })
  it('that were there before stay for the checks, whatever is typed beside them', () => {
    const d = guarded(['headline: H', 'deck: D', 'rose \u202e54'])
    caretAfter(d, '54')
    type(d, '%')
    expect([shown(d)[2], d.dropped]).toEqual(['rose \u202e54%', []])
  })
  it('are left out of a paste once, and told with its losses', () => {
    const d = guarded(['headline: H', 'deck: D', 'x'])
    caretAfter(d, 'x')
    paste(d, clipboard({ 'text/plain': ' \u202e54' }))
    expect([shown(d)[2], d.dropped, d.losses.map(({ what }) => what)]).toEqual(['x 54', [], ['directionOverrides']])
  })
})

describe('words of another window of the same story', () => {
  it('lose any tags, and the person is told', () => {
    const blocks = ['headline: H', 'deck: D', 'It took {a:100 minutes} to land.', 'x']
    const [there, here] = [guarded(blocks), guarded(blocks)]
    select(there, '100 minutes')
    const tagged = cut(there)
    caretAfter(here, 'x')
    paste(here, tagged)
    expect([shown(here)[3], here.losses]).toEqual(['x100 minutes', [{ what: 'tags', count: 1, example: '' }]])
  })
})
