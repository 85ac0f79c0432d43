import { beforeEach, describe, expect, it } from 'vitest'
import { factSelected, factsAt, tagSelection } from '../../src/editor/facts/factCommands'
import {
  caretAfter,
  caretBefore,
  clipboard,
  exchange,
  find,
  oneDesk,
  paste,
  press,
  records,
  resetIds,
  run,
  select,
  selectRange,
  shown,
  twoDesks,
  type,
} from './desk'
import { signAll, verdicts } from './verdicts'

const body = (...blocks: string[]) => oneDesk('headline: H', 'deck: D', ...blocks)

beforeEach(resetIds)

describe('tagging', () => {
  it('puts mark and record into one update, without the white space around the words', () => {
    const [a, b] = twoDesks('headline: H', 'deck: D', 'It took 100 minutes to land.')
    select(a, ' 100 minutes ')
    expect(run(a, tagSelection('figure', { statement: 'How long it took' }))).toBe(true)
    expect(a.updates.length).toBe(1)
    exchange(a, b)
    expect([shown(b)[2], records(b)]).toEqual(['It took {n1:100 minutes} to land.', { n1: 'figure' }])
  })

  it('guesses the type from the words, by key', () => {
    const told: string[] = []
    const d = oneDesk('headline: H', 'deck: D', 'He said “no deal” on Monday.')
    d.editor.on('transaction', () => told.push('changed'))
    select(d, '“no deal”')
    expect(press(d, 'Mod-t')).toBe(true)
    expect(records(d)).toEqual({ n1: 'quote' })
  })

  it('takes headline and deck, spans blocks, nests and overlaps', () => {
    const d = oneDesk(
      'headline: First talks in six years',
      'deck: Two leaders',
      'They met for 100 minutes in Busan.',
      'No deal was signed.',
    )
    select(d, 'six years')
    run(d, tagSelection('superlative'))
    select(d, 'Two leaders')
    run(d, tagSelection('name'))
    select(d, '100 minutes in Busan')
    run(d, tagSelection('event'))
    select(d, '100')
    run(d, tagSelection('figure'))
    selectRange(d, find(d.editor.state.doc, 'in Busan').from, find(d.editor.state.doc, 'No deal').to)
    run(d, tagSelection('event'))
    expect(shown(d)).toEqual([
      'headline: First talks in {n1:six years}',
      'deck: {n2:Two leaders}',
      'They met for {n3:{n4:100} minutes {n5:in Busan}.}',
      '{n5:No deal} was signed.',
    ])
  })

  it('refuses an empty selection and white space', () => {
    const d = body('a   b')
    caretAfter(d, 'a')
    expect(run(d, tagSelection())).toBe(false)
    select(d, '   ')
    expect(run(d, tagSelection())).toBe(false)
    expect(d.updates).toEqual([])
  })

  it('is about the fact whose words are selected: the innermost that holds them, else the first they touch', () => {
    const d = body('They met for {a:{b:100} minutes} and {c:two days} in all.')
    const about = (text: string, preferred?: string) => {
      select(d, text)
      return factSelected(d.editor.state, preferred)
    }
    expect(['100', '100 minutes', 'minutes', 'minutes and two', 'days', 'in all'].map((text) => about(text))).toEqual([
      'b',
      'a',
      'a',
      'a',
      'c',
      undefined,
    ])
    caretAfter(d, '100')
    expect(factSelected(d.editor.state)).toBe('b')
  })

  it('keeps the current fact among several with the same words', () => {
    const d = body('They met for {a:{b:100 minutes}} in all.')
    select(d, '100 minutes')
    expect([factSelected(d.editor.state, 'a'), factSelected(d.editor.state, 'b')]).toEqual(['a', 'b'])
  })

  it('opens a story without changing it', () => {
    const d = oneDesk('headline: {a:Six} years', 'deck: D', 'x {b:y {c:z}} w', 'bullet: i')
    expect([d.updates, shown(d)]).toEqual([[], ['headline: {a:Six} years', 'deck: D', 'x {b:y {c:z}} w', 'bullet: i']])
  })

  it('undoes a tag with its record, apart from what was typed around it, and brings both back', () => {
    const d = body('It took 100 minutes.')
    caretAfter(d, 'minutes')
    type(d, ' x')
    select(d, '100')
    run(d, tagSelection())
    caretAfter(d, 'x')
    type(d, 'y')
    press(d, 'Mod-z')
    expect([shown(d)[2], records(d)]).toEqual(['It took {n1:100} minutes x.', { n1: 'figure' }])
    press(d, 'Mod-z')
    expect([shown(d)[2], records(d)]).toEqual(['It took 100 minutes x.', {}])
    press(d, 'Mod-z')
    expect(shown(d)[2]).toBe('It took 100 minutes.')
    press(d, 'Mod-Shift-z')
    press(d, 'Mod-y')
    expect([shown(d)[2], records(d)]).toEqual(['It took {n1:100} minutes x.', { n1: 'figure' }])
  })

  it('finds the facts at a place, innermost first', () => {
    const d = body('x {a:one {b:two} three} y')
    expect(factsAt(d.editor.state, find(d.editor.state.doc, 'two').from + 1)).toEqual(['b', 'a'])
  })
})

describe('typing at a tag', () => {
  it('leaves what is typed at its edges outside, and lapses when the token grows', () => {
    const d = body('It took {a:100} minutes.')
    const signed = signAll(d)
    caretAfter(d, '100')
    type(d, '0')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual(['It took {a:100}0 minutes.', { a: 'reCheck words' }])
    press(d, 'Mod-z')
    expect(verdicts(d, signed)).toEqual({ a: 'verified' })
    caretBefore(d, '100')
    type(d, '-')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual(['It took -{a:100} minutes.', { a: 'reCheck words' }])
  })

  it('covers text typed inside, and exact retyping restores the status', () => {
    const d = body('It took {a:100} minutes.')
    const signed = signAll(d)
    caretAfter(d, '10')
    type(d, '5')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual(['It took {a:1050} minutes.', { a: 'reCheck words' }])
    select(d, '5')
    press(d, 'Delete')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual(['It took {a:100} minutes.', { a: 'verified' }])
  })

  it('keeps a quote verified when curly marks, spaces or formatting change', () => {
    const d = body('He said {a:“no deal” at all}.')
    const signed = signAll(d)
    select(d, '“')
    type(d, '"')
    select(d, '”')
    type(d, '"')
    select(d, 'no deal')
    press(d, 'Mod-b')
    press(d, 'Mod-i')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual(['He said {a:"no deal" at all}.', { a: 'verified' }])
  })

  it('lapses by context when “not” is typed into the sentence', () => {
    const d = body('It took {a:100} minutes.')
    const signed = signAll(d)
    caretBefore(d, 'took')
    type(d, 'never ')
    expect(verdicts(d, signed)).toEqual({ a: 'reCheck context' })
  })
})

/** Backspaces behind the words. */
function deleteBack(d: ReturnType<typeof body>, words: string, count: number): void {
  caretAfter(d, words)
  for (let nth = 0; nth < count; nth++) {
    const { head } = d.editor.state.selection
    d.editor.view.dispatch(d.editor.state.tr.delete(head - 1, head))
  }
}

describe('overtyping', () => {
  it('keeps the tag on what is typed over the whole of it, for as many words', () => {
    const d = body('It took {a:about {b:100} minutes} to land.')
    const signed = signAll(d, 'wrong')
    select(d, 'about 100 minutes')
    type(d, 'roughly an hour and more')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual([
      'It took {a:{b:roughly an hour}} and more to land.',
      { a: 'reCheck words', b: 'reCheck words' },
    ])
  })

  it('keeps it when the last letter of the old words is typed again', () => {
    const d = body('It took {a:100} minutes.')
    const signed = signAll(d)
    select(d, '100')
    type(d, '100')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual(['It took {a:100} minutes.', { a: 'verified' }])
  })

  it('stops taking in words when the caret goes elsewhere', () => {
    const d = body('It took {a:about 100 minutes} to land.')
    select(d, 'about 100 minutes')
    type(d, 'x')
    caretBefore(d, 'It')
    caretAfter(d, 'x')
    type(d, 'y')
    expect(shown(d)[2]).toBe('It took {a:x}y to land.')
  })

  it('ends at a new graf, and begins again when the words are emptied', () => {
    const d = body('{a:one two three}')
    select(d, 'one two three')
    type(d, 'x')
    press(d, 'Enter')
    type(d, 'y')
    expect(shown(d).slice(2)).toEqual(['{a:x}', 'y'])
    select(d, 'x')
    press(d, 'Backspace')
    type(d, 'z')
    expect(shown(d).slice(2)).toEqual(['{a:z}', 'y'])
  })

  it('keeps the tag when the selection is wider than the tag', () => {
    const d = body('It took {a:100} minutes.')
    select(d, 'took 100 minutes')
    type(d, 'was quick')
    expect(shown(d)[2]).toBe('It {a:was} quick.')
  })

  it('goes on at an end that is replaced', () => {
    const d = body('It took {a:100 minutes}.')
    select(d, 'minutes')
    type(d, 'x')
    expect(shown(d)[2]).toBe('It took {a:100 x}.')
  })

  it('keeps the tags that lie inside a stretch of several grafs, also of headline and deck', () => {
    const d = body('One {a:two}.', '{b:three} {c:four five}')
    const { doc } = d.editor.state
    selectRange(d, find(doc, 'two').from, find(doc, 'five').from)
    type(d, 'x')
    const graf = body('{a:45 boats} tore up the petition.', 'Last')
    selectRange(graf, find(graf.editor.state.doc, '45').from, find(graf.editor.state.doc, 'Last').from)
    type(graf, 'A total of many')
    const parts = oneDesk('headline: H {a:12} dead', 'deck: D {b:14} lost', 'Body')
    selectRange(parts, find(parts.editor.state.doc, 'H').from, find(parts.editor.state.doc, 'lost').to)
    type(parts, 'Ten')
    expect([shown(d).slice(2), shown(graf).slice(2), shown(parts)]).toEqual([
      ['One {a:{b:x}}{c:five}'],
      ['{a:A total} of manyLast'],
      ['headline: {a:{b:Ten}}', 'deck: ', 'Body'],
    ])
  })

  it('puts the tags of several grafs on the first graf of a page that is pasted over them', () => {
    const d = body('One {a:two}.', '{b:three} four')
    const { doc } = d.editor.state
    selectRange(d, find(doc, 'One').from, find(doc, 'four').to)
    paste(d, clipboard({ 'text/plain': 'new\npage' }))
    expect(shown(d).slice(2)).toEqual(['{a:{b:new}}', 'page'])
  })

  it('keeps a tag over two grafs that is typed over exactly', () => {
    const d = body('{a:“We will}', '{a:not close,”} he said.')
    const signed = signAll(d)
    selectRange(d, find(d.editor.state.doc, '“We').from, find(d.editor.state.doc, 'close,”').to)
    type(d, '“New words,”')
    expect([shown(d).slice(2), verdicts(d, signed)]).toEqual([['{a:“New words,”} he said.'], { a: 'reCheck words' }])
  })

  it('counts a deletion letter by letter as its beginning while the caret stays, and one of all words as a cut', () => {
    const byLetter = body('It took {a:100} minutes.')
    const signed = signAll(byLetter, 'wrong')
    deleteBack(byLetter, '100', 3)
    expect(verdicts(byLetter, signed)).toEqual({ a: 'cut' })
    type(byLetter, '90')
    expect([shown(byLetter)[2], verdicts(byLetter, signed)]).toEqual([
      'It took {a:90} minutes.',
      { a: 'reCheck words' },
    ])
    for (const words of ['90', '100']) {
      const d = body('It took {a:100} minutes.')
      select(d, '100')
      press(d, 'Delete')
      type(d, words)
      expect(shown(d)[2]).toBe(`It took ${words} minutes.`)
    }
    const elsewhere = body('It took {a:100} minutes.')
    deleteBack(elsewhere, '100', 3)
    caretBefore(elsewhere, 'It')
    caretAfter(elsewhere, 'took ')
    type(elsewhere, '90')
    expect(shown(elsewhere)[2]).toBe('It took 90 minutes.')
  })

  it('leaves new words untagged where a wider stretch with tags was deleted', () => {
    const sentence = 'He met {a:Kim Jong-un} on {b:May 4} there.'
    const words = 'He met Kim Jong-un on May 4 there.'
    const graf = body(sentence)
    const signed = signAll(graf, 'wrong')
    select(graf, words)
    press(graf, 'Backspace')
    type(graf, 'A new sentence on other things.')
    expect([shown(graf)[2], verdicts(graf, signed)]).toEqual([
      'A new sentence on other things.',
      { a: 'cut', b: 'cut' },
    ])
    const again = body(sentence)
    const then = signAll(again)
    select(again, words)
    press(again, 'Backspace')
    type(again, 'He met Kim')
    expect(shown(again)[2]).toBe('He met Kim')
    type(again, ' Jong-un on May 5.')
    expect([shown(again)[2], verdicts(again, then)]).toEqual(['He met Kim Jong-un on May 5.', { a: 'lost', b: 'cut' }])
    const quote = body('He said {q:“We met {a:Kim} there,”} on Monday.')
    select(quote, '“We met Kim there,” ')
    press(quote, 'Backspace')
    type(quote, '“No comment,” ')
    expect(shown(quote)[2]).toBe('He said “No comment,” on Monday.')
  })

  it('restores what is typed again exactly where it was deleted, at an end too', () => {
    const figure = body('It rose by {a:57 percent} in May.')
    const signed = signAll(figure)
    deleteBack(figure, 'percent', 7)
    expect(verdicts(figure, signed)).toEqual({ a: 'reCheck words' })
    type(figure, 'percent')
    expect([shown(figure)[2], verdicts(figure, signed)]).toEqual([
      'It rose by {a:57 percent} in May.',
      { a: 'verified' },
    ])
    type(figure, ' or so')
    expect(shown(figure)[2]).toBe('It rose by {a:57 percent} or so in May.')
    const quote = body('He said {a:“We will close the port,”} and {b:left {c:two ships}}.')
    const then = signAll(quote)
    deleteBack(quote, 'port,”', 6)
    type(quote, 'port,"')
    deleteBack(quote, 'two ships', 12)
    expect(shown(quote)[2]).toBe('He said {a:“We will close the port,"} and {b:le}.')
    type(quote, 'ft two ships')
    expect([shown(quote)[2], verdicts(quote, then)]).toEqual([
      'He said {a:“We will close the port,"} and {b:left {c:two ships}}.',
      { a: 'verified', b: 'verified', c: 'verified' },
    ])
  })

  it('restores the tags inside a selection that is typed over with the same words', () => {
    const d = body('It took {a:about {b:100} minutes} to land.')
    const signed = signAll(d)
    select(d, 'took about 100 minutes to')
    type(d, 'took about 100')
    expect(shown(d)[2]).toBe('It took {a:about {b:100}} land.')
    type(d, ' minutes to')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual([
      'It took {a:about {b:100} minutes} to land.',
      { a: 'verified', b: 'verified' },
    ])
  })

  it('leaves a fact alone whose tag is also elsewhere', () => {
    const d = body('{a:One} two', '{a:three}')
    select(d, 'One')
    type(d, 'x')
    expect(shown(d).slice(2)).toEqual(['x two', '{a:three}'])
  })

  it('holds for pasting over, and for several tags', () => {
    const d = body('It took {a:{b:100} minutes} to land.')
    select(d, '100 minutes')
    paste(d, clipboard({ 'text/html': '<b>90</b> minutes, said <i>Lee</i>' }))
    expect(shown(d)[2]).toBe('It took {a:{b:90 minutes, said Lee}} to land.')
  })

  it('holds for pasting several grafs over', () => {
    const d = body('It took {a:100 minutes} to land.')
    select(d, '100 minutes')
    paste(d, clipboard({ 'text/plain': 'one\ntwo' }))
    expect(shown(d).slice(2)).toEqual(['It took {a:one}', '{a:two} to land.'])
  })

  it('does not restore the tag on undo', () => {
    const d = body('It took {a:100} minutes.')
    select(d, '100')
    type(d, '9')
    press(d, 'Mod-z')
    expect(shown(d)[2]).toBe('It took {a:100} minutes.')
    press(d, 'Mod-Shift-z')
    expect(shown(d)[2]).toBe('It took {a:9} minutes.')
  })
})

describe('input methods', () => {
  /** An input method replaces what it composes again and again. */
  const compose = (d: ReturnType<typeof body>, from: number, to: number, stages: readonly string[]) => {
    let end = to
    for (const stage of stages) {
      const { tr } = d.editor.state
      d.editor.view.dispatch(tr.insertText(stage, from, end).setMeta('composition', 1))
      end = from + stage.length
    }
  }

  it('keeps the tag on what is composed over the whole of it', () => {
    const d = body('회담은 {a:백분} 동안')
    const signed = signAll(d)
    const { from, to } = find(d.editor.state.doc, '백분')
    selectRange(d, from, to)
    compose(d, from, to, ['ㅎ', '하', '한', '한ㅅ', '한시', '한시ㄱ', '한시간'])
    expect([shown(d)[2], verdicts(d, signed)]).toEqual(['회담은 {a:한시간} 동안', { a: 'reCheck words' }])
  })

  it('takes in what is composed inside and leaves out what is composed at the edge', () => {
    const d = body('{a:가나} x')
    const inside = find(d.editor.state.doc, '나').from
    selectRange(d, inside)
    compose(d, inside, inside, ['ㄷ', '다'])
    const edge = find(d.editor.state.doc, '가다나').to
    selectRange(d, edge)
    compose(d, edge, edge, ['ㄹ', '라'])
    expect(shown(d)[2]).toBe('{a:가다나}라 x')
  })
})

describe('writing systems', () => {
  it('keeps emoji and combining marks whole', () => {
    const d = body('The {a:👩‍👩‍👧 family} came.', 'Of cafe\u0301 {b:Jose\u0301}.')
    const signed = signAll(d)
    select(d, 'Jose\u0301')
    type(d, 'José')
    select(d, '👩‍👩‍👧')
    press(d, 'Delete')
    expect([shown(d).slice(2), verdicts(d, signed)]).toEqual([
      ['The {a: family} came.', 'Of cafe\u0301 {b:José}.'],
      { a: 'reCheck words', b: 'verified' },
    ])
  })

  it('treats a combining mark typed behind a tag as a change', () => {
    const d = body('He is {a:Jose} today')
    const signed = signAll(d)
    caretAfter(d, 'Jose')
    type(d, '\u0301')
    expect(verdicts(d, signed)).toEqual({ a: 'reCheck words' })
  })

  it('tags and overtypes right-to-left words in text order', () => {
    const d = body('استمر الاجتماع 100 دقيقة اليوم')
    select(d, '100 دقيقة')
    run(d, tagSelection('figure'))
    select(d, '100')
    type(d, '90')
    expect(shown(d)[2]).toBe('استمر الاجتماع {n1:90 دقيقة} اليوم')
  })
})
