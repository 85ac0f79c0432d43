import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ClipMemory } from '../../src/editor/clipboard/clip'
import { readCopyFromDoc } from '../../src/editor/copy/readCopy'
import {
  caretAfter,
  clipboard,
  copy,
  cut,
  desk,
  find,
  oneDesk,
  paste,
  press,
  records,
  select,
  selectRange,
  shown,
  storyState,
  type Desk,
} from './desk'

const empty = () => {
  const d = oneDesk('headline: H', 'deck: D', '')
  selectRange(d, d.editor.state.doc.content.size - 1)
  return d
}
const pasteHtml = (html: string): Desk => {
  const d = empty()
  paste(d, clipboard({ 'text/html': html, 'text/plain': 'plain' }))
  return d
}
const spans = (d: Desk) =>
  readCopyFromDoc(d.editor.state.doc).flatMap((block) =>
    block.spans.map((span) => [block.text.slice(span.from, span.to), span.mark, 'href' in span ? span.href : '']),
  )

describe('pasted HTML', () => {
  it('keeps headings, lists, quotes, tables, breaks and inline formatting', () => {
    const d = pasteHtml(`<html><head><title>t</title><style>p{}</style></head><body><!--StartFragment-->
      <h1>Top</h1><h3>Sub</h3>
      <p>One <b>bold</b> and <em>slanted</em>  <a href="https://example.org/x">link</a>.<br>Next</p>
      <ul><li>a</li><li><p>b</p><ol><li>c</li></ol></li></ul>
      <blockquote><p>q1</p><p>q2</p></blockquote>
      <table><tr><th>Who</th><th>What</th></tr><tr><td>Lee</td><td><p>no</p><p>deal</p></td></tr></table>
      <div><div>deep</div>tail</div>
      <pre>  x
y</pre><!--EndFragment--></body></html>`)
    expect(shown(d).slice(2)).toEqual([
      'subhead: Top',
      'subhead3: Sub',
      'One bold and slanted link.\nNext',
      'bullet: a',
      'bullet: b',
      'ordered2: c',
      'quote: q1',
      'quote: q2',
      'header 0.0: Who',
      'header 0.1: What',
      'cell 1.0: Lee',
      'cell 1.1: no\ndeal',
      'deep',
      'tail',
      'x\ny',
    ])
    expect(spans(d)).toEqual([
      ['bold', 'bold', ''],
      ['slanted', 'italic', ''],
      ['link', 'link', 'https://example.org/x'],
    ])
  })

  it.each([
    ['center', '<center>One</center><center>Two</center>', ['One', 'Two']],
    ['menu', 'A<menu><li>b<menu><li>c</li></menu></li></menu>D', ['A', 'bullet: b', 'bullet2: c', 'D']],
    ['dir', '<dir><li>a</li></dir>B', ['bullet: a', 'B']],
    ['search', '<search>One</search>Two', ['One', 'Two']],
    ['hgroup', '<hgroup>One</hgroup>Two', ['One', 'Two']],
    ['listing', '<listing>a  b\nc</listing>D', ['a  b\nc', 'D']],
    ['xmp', '<xmp>One</xmp>Two', ['One', 'Two']],
    ['plaintext', 'One<plaintext>Two', ['One', 'Two']],
    ['nav', '<nav>One</nav>Two', ['One', 'Two']],
    [
      'lines of a headline',
      '<h1><a href="https://example.org"><span style="display: block">One</span><b style="display: flex">Two</b></a></h1>',
      ['subhead: One Two'],
    ],
    ['a block by style', 'A <i style="display:block!important">b</i> c', ['A', 'b', 'c']],
    ['none of a line', 'A<i style="display: inline-block">b</i><i style="display: inline">c</i>', ['Abc']],
  ])('begins a graf where the page does, so no words run together: %s', (_, html, grafs) => {
    expect(shown(pasteHtml(html)).slice(2)).toEqual(grafs)
  })

  it.each([
    ['marks of its own', 'She said <q>We will not</q>.', 'She said “We will not”.'],
    ['spaces at its ends', 'She said<q> We will not </q>.', 'She said “We will not” .'],
    ['bold words', '<q><b>We</b> will <i>not</i></q>', '“We will not”'],
    ['a quotation inside', '<q>He said <q>no</q> to us</q>', '“He said ‘no’ to us”'],
    ['a quotation at its end', '<q>He said <q>no</q></q>', '“He said ‘no’”'],
    ['two quotations inside', '<q><q>Yes</q> or <q>no</q></q>', '“‘Yes’ or ‘no’”'],
    ['a quotation with marks at its beginning', '<q>“No” is what he said</q>', '““No” is what he said”'],
    ['marks at both ends', '<q>‚Nein‘</q>, <q>›Nein, <b>nie</b>.‹</q>', '‚Nein‘, ›Nein, nie.‹'],
    ['deleted words at its ends', '<q><del>I</del>We will<del>no</del></q>', '“We will”'],
    ['hidden words and a style', '<q><style>q{}</style><i hidden>x</i>We will</q>', '“We will”'],
    ['marks in its text', '<q>“We will”</q>, <q>「네」</q>', '“We will”, 「네」'],
    ['no marks on the page', '<q style="quotes: none">We will</q>', 'We will'],
    ['no words', 'She said<q> </q>.', 'She said .'],
  ])('writes the marks that a browser draws around q: %s', (_, html, words) => {
    expect(shown(pasteHtml(html)).slice(2)).toEqual([words])
  })

  it('writes the marks of a q with several grafs at its ends', () => {
    expect(shown(pasteHtml('<q><p>One</p><p>Two</p></q>')).slice(2)).toEqual(['“One', 'Two”'])
  })

  it('keeps each cell under its own header where cells were merged', () => {
    const d = pasteHtml(
      '<table><tr><th>Year</th><th>Visits</th><th>Cost</th></tr><tr><td colspan="2">Sum</td><td>12</td></tr>' +
        '<tr><td rowspan="2">2025</td><td>3</td><td>4</td></tr><tr><td>5</td><td>6</td></tr></table>',
    )
    expect(shown(d).slice(2, -1)).toEqual([
      'header 0.0: Year',
      'header 0.1: Visits',
      'header 0.2: Cost',
      'cell 1.0: Sum',
      'cell 1.1: ',
      'cell 1.2: 12',
      'cell 2.0: 2025',
      'cell 2.1: 3',
      'cell 2.2: 4',
      'cell 3.0: ',
      'cell 3.1: 5',
      'cell 3.2: 6',
    ])
  })

  it('drops everything else, and brings no fact, script, picture or address', () => {
    const d =
      pasteHtml(`<p onclick="x()" style="position:fixed" data-pm-slice="1 1 []" class="c">A<span data-fact-id="f1" data-fact-status="verified">100</span>
      <script>alert(1)</script><img src=x onerror="alert(1)"><svg><a xlink:href="javascript:1"><text>s</text></a></svg><iframe src="https://e.org">i</iframe>
      <a href="javascript:alert(1)">bad</a> <a href="JAVA&#9;SCRIPT:alert(1)">worse</a> <a href="data:text/html,x">data</a>
      <math><mtext>m</mtext></math><object>o</object><button>b</button><input value=v><template><b>t</b></template>
      <comment data-comment="c1">c</comment><fact id="f2">F</fact></p>`)
    expect(shown(d)[2]).toBe('A100 bad worse data cF')
    expect([spans(d), records(d)]).toEqual([[], {}])
    expect(d.editor.view.dom.querySelectorAll('script,img,svg,iframe,a,[onclick],[style],[data-fact-id]').length).toBe(
      0,
    )
  })

  it('reads formatting from styles, as office programs write it', () => {
    const d = pasteHtml(
      '<b style="font-weight:normal"><p><span style="font-weight:700">B</span> <span style="FONT-STYLE: ' +
        'italic">I</span> n</p></b>',
    )
    expect([shown(d)[2], spans(d)]).toEqual([
      'B I n',
      [
        ['B', 'bold', ''],
        ['I', 'italic', ''],
      ],
    ])
  })

  it('survives endless nesting', () => {
    const d = pasteHtml(`${'<div>'.repeat(700)}x${'</div>'.repeat(700)}<p>y</p>`)
    expect(shown(d).slice(2)).toEqual(['y'])
  })

  it('joins the sentence it is pasted into, and splits a graf for several', () => {
    const d = oneDesk('headline: H', 'deck: D', 'One four.')
    caretAfter(d, 'One ')
    paste(d, clipboard({ 'text/html': '<p>two</p><h2>S</h2><p>three </p>' }))
    expect(shown(d).slice(2)).toEqual(['One two', 'subhead: S', 'threefour.'])
  })

  it('is one plain line in the headline', () => {
    const d = oneDesk('headline: Talks ', 'deck: D', 'p')
    caretAfter(d, 'Talks ')
    paste(d, clipboard({ 'text/html': '<h1>in <b>Busan</b></h1><ul><li>a<br>b</li></ul>' }))
    expect([shown(d), spans(d)]).toEqual([['headline: Talks in Busan a b', 'deck: D', 'p'], []])
  })
})

describe('a draft pasted into a sheet that holds nothing', () => {
  const fresh = (...lines: string[]): Desk => {
    const d = oneDesk(...lines)
    const line = lines.findIndex((one) => /: $/.test(one))
    let position = 1
    for (let index = 0; index < line; index++) position += d.editor.state.doc.child(index).nodeSize
    selectRange(d, position)
    return d
  }
  const typed = (d: Desk): string => d.editor.state.doc.textBetween(0, d.editor.state.selection.from, '|')

  it('fills headline, deck and body from plain text', () => {
    const d = fresh('headline: ', 'deck: ', '')
    paste(
      d,
      clipboard({
        'text/plain': 'Ministers meet in Oslo\n\nA deal on gas is near\n\nOSLO — Ministers met.\nThey did not agree.',
      }),
    )
    expect(shown(d)).toEqual([
      'headline: Ministers meet in Oslo',
      'deck: A deal on gas is near',
      'OSLO — Ministers met.',
      'They did not agree.',
    ])
    expect(typed(d)).toBe('Ministers meet in Oslo|A deal on gas is near|OSLO — Ministers met.|They did not agree.')
    press(d, 'Mod-z')
    expect(shown(d)).toEqual(['headline: ', 'deck: ', ''])
  })

  it('fills them from a page, whose lists and tables stay what they are', () => {
    const d = fresh('headline: ', 'deck: ', '')
    paste(
      d,
      clipboard({
        'text/html':
          '<h1>Ministers <b>meet</b></h1><p><i>A deal is near.</i></p><p>OSLO — They ' +
          '<b>met</b>.</p><ul><li>one</li><li>two</li></ul><table><tr><td>a</td><td>b</td></tr></table>',
      }),
    )
    expect(shown(d)).toEqual([
      'headline: Ministers meet',
      'deck: A deal is near.',
      'OSLO — They met.',
      'bullet: one',
      'bullet: two',
      'cell 0.0: a',
      'cell 0.1: b',
      '',
    ])
    expect(spans(d)).toEqual([['met', 'bold', '']])
  })

  it('leaves the headline to be written when the draft opens with a sentence', () => {
    const d = fresh('headline: ', 'deck: ', '')
    paste(d, clipboard({ 'text/plain': 'Ministers met in Oslo on Friday.\nThey did not agree.' }))
    expect(shown(d)).toEqual(['headline: ', 'deck: ', 'Ministers met in Oslo on Friday.', 'They did not agree.'])
  })

  it('starts at the deck if there is a headline', () => {
    const d = fresh('headline: Ministers meet', 'deck: ', '')
    paste(d, clipboard({ 'text/plain': 'OSLO — Ministers met.\nThey did not agree.' }))
    expect(shown(d)).toEqual(['headline: Ministers meet', 'deck: ', 'OSLO — Ministers met.', 'They did not agree.'])
  })

  it('puts headline and deck of another story into headline and deck, with new tags', () => {
    const clips = new ClipMemory()
    const other = desk(storyState(['headline: {a:Nobody} did that.', 'deck: All is said.', 'p']), 100, { clips })
    selectRange(other, 1, other.editor.state.doc.content.size - 1)
    const data = copy(other)
    const d = desk(storyState(['headline: ', 'deck: ', '']), 200, { clips })
    selectRange(d, 1)
    paste(d, data)
    expect(shown(d).map((line) => line.replace(/n\d+/, 'new'))).toEqual([
      'headline: {new:Nobody} did that.',
      'deck: All is said.',
      'p',
    ])
  })

  it('stays one line where there is text already', () => {
    const d = fresh('headline: ', 'deck: D', 'p')
    paste(d, clipboard({ 'text/plain': 'Ministers meet\nin Oslo' }))
    expect(shown(d)).toEqual(['headline: Ministers meet in Oslo', 'deck: D', 'p'])
  })
})

describe('pasted text', () => {
  it('is a graf for every line with text', () => {
    const d = empty()
    paste(d, clipboard({ 'text/plain': 'One\r\n\r\n  two\t2\nthree\u0000' }))
    expect(shown(d).slice(2)).toEqual(['One', 'two\t2', 'three'])
  })

  it('replaces the selection, across parts without running them together', () => {
    const d = oneDesk('headline: Talks end', 'deck: D', 'One two', 'three')
    select(d, 'two')
    paste(d, clipboard({ 'text/plain': '2' }))
    expect(shown(d)[2]).toBe('One 2')
    press(d, 'Mod-a')
    paste(d, clipboard({ 'text/plain': 'New\nwords' }))
    expect(shown(d)).toEqual(['headline: New words', 'deck: ', ''])
  })

  it('is one undo step, apart from typing', () => {
    const d = empty()
    paste(d, clipboard({ 'text/plain': 'a\nb' }))
    press(d, 'Mod-z')
    expect(shown(d).slice(2)).toEqual([''])
  })

  it('changes nothing in a sheet that may not be edited', () => {
    const d = oneDesk('headline: H', 'deck: D', 'p')
    d.editor.setEditable(false)
    caretAfter(d, 'p')
    paste(d, clipboard({ 'text/plain': 'x' }))
    press(d, 'Enter')
    expect(shown(d)).toEqual(['headline: H', 'deck: D', 'p'])
  })
})

describe('words of another story that this window had open', () => {
  it('come in with new tags, in the middle of a sentence and as whole grafs', () => {
    const clips = new ClipMemory()
    const other = desk(
      storyState(['headline: H', 'deck: D', 'They met for {a:100 minutes} in Busan.', 'bullet: twice']),
      100,
      { clips },
    )
    select(other, '100 minutes')
    const words = copy(other)
    const d = desk(storyState(['headline: H2', 'deck: D2', 'The talks took .', '']), 200, { clips })
    caretAfter(d, 'took ')
    paste(d, words)
    selectRange(other, find(other.editor.state.doc, 'They').from, find(other.editor.state.doc, 'twice').to)
    const grafs = copy(other)
    selectRange(d, d.editor.state.doc.content.size - 1)
    paste(d, grafs)
    expect(shown(d).map((line) => line.replace(/\{n\d+:/, '{new:'))).toEqual([
      'headline: H2',
      'deck: D2',
      'The talks took {new:100 minutes}.',
      'They met for {new:100 minutes} in Busan.',
      'bullet: twice',
    ])
    expect(Object.values(records(d))).toEqual(['figure', 'figure'])
  })

  it('that were cut come back with their tag when the story is opened again', () => {
    const clips = new ClipMemory()
    const d = desk(storyState(['headline: H', 'deck: D', 'They met for {a:100 minutes} in Busan.']), 100, { clips })
    select(d, '100 minutes')
    const data = cut(d)
    const again = desk(Y.encodeStateAsUpdate(d.doc), 300, { clips })
    caretAfter(again, 'Busan')
    paste(again, data)
    expect(shown(again)).toEqual(['headline: H', 'deck: D', 'They met for  in Busan{a:100 minutes}.'])
  })
})
