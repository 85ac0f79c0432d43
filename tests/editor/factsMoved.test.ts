import { beforeEach, describe, expect, it } from 'vitest'
import { mendTag, tagSelection } from '../../src/editor/facts/factCommands'
import { countToReplace, find as search, replaceAll, replaceMatch } from '../../src/editor/find/findCommands'
import { findState } from '../../src/editor/find/findPlugin'
import {
  caretAfter,
  caretBefore,
  clipboard,
  copy,
  cut,
  drag,
  drop,
  exchange,
  find,
  oneDesk,
  paste,
  pause,
  press,
  records,
  resetIds,
  run,
  select,
  selectRange,
  shown,
  twoDesks,
  type,
  Transfer,
} from './desk'
import { signAll, verdicts } from './verdicts'

const body = (...blocks: string[]) => oneDesk('headline: H', 'deck: D', ...blocks)

beforeEach(resetIds)

describe('holes', () => {
  it('come from pasting inside a tag and are closed by mending', () => {
    const d = body('It took {a:about 100 minutes} to land.')
    const signed = signAll(d)
    caretAfter(d, 'about ')
    paste(d, clipboard({ 'text/plain': 'exactly ' }))
    expect([shown(d)[2], verdicts(d, signed)]).toEqual([
      'It took {a:about }exactly {a:100 minutes} to land.',
      { a: 'reCheck words hole' },
    ])
    expect(run(d, mendTag('a'))).toBe(true)
    expect([shown(d)[2], verdicts(d, signed)]).toEqual([
      'It took {a:about exactly 100 minutes} to land.',
      { a: 'reCheck words' },
    ])
    expect(run(d, mendTag('a'))).toBe(false)
    press(d, 'Mod-z')
    expect(shown(d)[2]).toBe('It took {a:about }exactly {a:100 minutes} to land.')
  })

  it('are not closed over grafs that never belonged to the tag', () => {
    const d = body('{a:One}', 'other', '{a:two}')
    expect(run(d, mendTag('a'))).toBe(false)
  })

  it('do not come from a hard break', () => {
    const d = body('{a:one two} three')
    const signed = signAll(d)
    caretAfter(d, 'one')
    press(d, 'Shift-Enter')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual(['{a:one\n two} three', { a: 'verified' }])
    type(d, 'and')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual(['{a:one\nand two} three', { a: 'reCheck words' }])
  })
})

describe('find and replace', () => {
  it('lapses facts and keeps tags whose whole text is replaced', () => {
    const d = oneDesk(
      'headline: Talks last 100 minutes',
      'deck: D',
      'It took {a:100} minutes, {b:about 100 minutes}.',
      'All 100 came.',
    )
    const signed = signAll(d)
    run(d, search('100'))
    expect(findState(d.editor.state).matches.length).toBe(4)
    run(d, replaceAll('90'))
    expect(shown(d)).toEqual([
      'headline: Talks last 90 minutes',
      'deck: D',
      'It took {a:90} minutes, {b:about 90 minutes}.',
      'All 90 came.',
    ])
    expect(verdicts(d, signed)).toEqual({ a: 'reCheck words', b: 'reCheck words' })
    press(d, 'Mod-z')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual([
      'It took {a:100} minutes, {b:about 100 minutes}.',
      { a: 'verified', b: 'verified' },
    ])
  })

  it('keeps a tag whole whose end is replaced by words after a space', () => {
    const d = body('{a:57%} of {b:12 men} and {c:about 9 km}')
    const signed = signAll(d)
    for (const [words, by] of [
      ['%', ' per cent'],
      [' men', ' women'],
      ['about ', 'nearly '],
    ] as const) {
      run(d, search(words))
      run(d, replaceAll(by))
    }
    expect([shown(d)[2], verdicts(d, signed)]).toEqual([
      '{a:57 per cent} of {b:12 women} and {c:nearly 9 km}',
      { a: 'reCheck words', b: 'reCheck words', c: 'reCheck words' },
    ])
    const typed = body('It held {a:12 men} and {b:about 9 km}.')
    select(typed, ' men')
    type(typed, ' women')
    select(typed, 'about ')
    paste(typed, clipboard({ 'text/plain': 'nearly ' }))
    expect(shown(typed)[2]).toBe('It held {a:12 women} and {b:nearly 9 km}.')
  })

  it('replaces one match at a time and goes on to the next', () => {
    const d = body('a {x:cat}, a Cat, a catalogue')
    run(d, search('cat', { wholeWord: true, caseSensitive: false }))
    run(d, replaceMatch('dog'))
    run(d, replaceMatch('dog'))
    expect([shown(d)[2], findState(d.editor.state).matches]).toEqual(['a {x:dog}, a dog, a catalogue', []])
  })

  it('never replaces its own replacement, even if that contains the query', () => {
    const d = body('Kim said, Kim left, Kim came')
    caretBefore(d, 'left')
    run(d, search('Kim'))
    const left = (): readonly [string | undefined, number, number] => [
      shown(d)[2],
      findState(d.editor.state).current,
      findState(d.editor.state).matches.length,
    ]
    run(d, replaceMatch('Kim Ji-woo'))
    expect(left()).toEqual(['Kim said, Kim left, Kim Ji-woo came', 0, 3])
    run(d, replaceMatch('Kim Ji-woo'))
    run(d, replaceMatch('Kim Ji-woo'))
    expect(left()).toEqual(['Kim Ji-woo said, Kim Ji-woo left, Kim Ji-woo came', -1, 3])
    expect([
      run(d, replaceMatch('Kim Ji-woo')),
      run(d, replaceAll('Kim Ji-woo')),
      countToReplace(d.editor.state, 'Kim Ji-woo'),
    ]).toEqual([false, false, 0])
    press(d, 'Mod-z')
    expect(left()).toEqual(['Kim Ji-woo said, Kim left, Kim Ji-woo came', 1, 3])
    run(d, replaceMatch('Kim Ji-woo'))
    expect(left()).toEqual(['Kim Ji-woo said, Kim Ji-woo left, Kim Ji-woo came', -1, 3])
    press(d, 'Mod-z')
    press(d, 'Mod-y')
    expect(run(d, replaceAll('Kim Ji-woo'))).toBe(false)
    // Not by other words, nor text that was there before.
    expect([countToReplace(d.editor.state, 'Lee'), countToReplace(d.editor.state, 'Mr. Kim')]).toEqual([3, 3])
    const e = body('{a:Kim} said, Kim Ji-woo left, {b:Kim came}')
    run(e, search('kim'))
    expect([run(e, replaceAll('Kim Ji-woo')), run(e, replaceAll('Kim Ji-woo')), shown(e)[2]]).toEqual([
      true,
      false,
      '{a:Kim Ji-woo} said, Kim Ji-woo left, {b:Kim Ji-woo came}',
    ])
  })
})

describe('splitting and joining', () => {
  it('keeps one fact over a split, and its verdict', () => {
    const d = body('It took {a:100 minutes} to land.')
    const signed = signAll(d)
    caretAfter(d, '100 ')
    press(d, 'Enter')
    expect([shown(d).slice(2), verdicts(d, signed)['a']?.includes('words')]).toEqual([
      ['It took {a:100 }', '{a:minutes} to land.'],
      false,
    ])
    press(d, 'Backspace')
    expect([shown(d).slice(2), verdicts(d, signed)]).toEqual([['It took {a:100 minutes} to land.'], { a: 'verified' }])
  })

  it('lapses when a join makes another word', () => {
    const d = body('It took {a:100}', '0 minutes')
    const signed = signAll(d)
    caretBefore(d, '0 minutes', 1)
    press(d, 'Backspace')
    expect([shown(d).slice(2), verdicts(d, signed)]).toEqual([['It took {a:100}0 minutes'], { a: 'reCheck words' }])
  })
})

describe('moving and copying', () => {
  it('keeps id and verdict when words are cut and pasted in the story', () => {
    const d = body('{a:100 minutes} it took.', 'Then they left.')
    const signed = signAll(d)
    select(d, '100 minutes')
    const data = cut(d)
    expect([shown(d)[2], verdicts(d, signed)]).toEqual([' it took.', { a: 'cut' }])
    caretAfter(d, 'left')
    paste(d, data)
    expect([shown(d).slice(2), records(d)]).toEqual([[' it took.', 'Then they left{a:100 minutes}.'], { a: 'figure' }])
  })

  it('gives a second paste of the same cut a new id', () => {
    const d = body('{a:100} x', 'y')
    select(d, '100')
    const data = cut(d)
    caretAfter(d, 'y')
    paste(d, data)
    paste(d, data)
    expect([shown(d).slice(2), records(d)]).toEqual([[' x', 'y{a:100}{n2:100}'], { a: 'figure', n2: 'figure' }])
  })

  it('keeps id and verdict when the first paste of a cut was undone, and only then', () => {
    const d = body('{a:100} x', 'y ', 'z ')
    const signed = signAll(d)
    select(d, '100')
    const data = cut(d)
    caretAfter(d, 'y ')
    paste(d, data)
    press(d, 'Mod-z')
    caretAfter(d, 'z ')
    paste(d, data)
    expect([shown(d).slice(2), records(d)]).toEqual([[' x', 'y ', 'z {a:100}'], { a: 'figure' }])
    expect(verdicts(d, signed)).toEqual({ a: 'reCheck context' })
    paste(d, data)
    expect(shown(d)[4]).toMatch(/^z \{a:100\}\{n\d+:100\}$/)
  })

  it('gives a later paste a new id while the words of the first are there without their tag', () => {
    const d = body('{a:100} x', 'y', 'z')
    select(d, '100')
    const data = cut(d)
    caretAfter(d, 'y')
    paste(d, data)
    const { tr, doc, schema } = d.editor.state
    d.editor.view.dispatch(tr.removeMark(0, doc.content.size, schema.marks['fact']))
    caretAfter(d, 'z')
    paste(d, data)
    expect([shown(d)[3], shown(d)[4]]).toEqual(['y100', expect.stringMatching(/^z\{n\d+:100\}$/)])
  })

  it('gives a paste a new id when an undo brought the cut words back', () => {
    const d = body('{a:100} x', 'y')
    select(d, '100')
    const data = cut(d)
    press(d, 'Mod-z')
    caretAfter(d, 'y')
    paste(d, data)
    expect(shown(d).slice(2)).toEqual(['{a:100} x', 'y{n2:100}'])
  })

  it('gives a copy new tags at “to check”, with their records, in one update', () => {
    const d = body('It took {a:about {b:100} minutes}.', 'End')
    const signed = signAll(d)
    select(d, 'about 100 minutes')
    const data = copy(d)
    caretAfter(d, 'End')
    d.updates.length = 0
    paste(d, data)
    expect(d.updates.length).toBe(1)
    expect(shown(d).slice(2)).toEqual(['It took {a:about {b:100} minutes}.', 'End{n2:about {n3:100} minutes}'])
    expect(verdicts(d, signed)).toEqual({ a: 'verified', b: 'verified', n2: 'toCheck', n3: 'toCheck' })
    press(d, 'Mod-z')
    expect(records(d)).toEqual({ a: 'figure', b: 'figure' })
  })

  it('keeps id and verdict when a copy is pasted over its own words, and is a new fact where they were deleted', () => {
    const d = body('It took {a:about {b:100} minutes}.', 'End')
    const signed = signAll(d)
    const same = ['It took {a:about {b:100} minutes}.', 'End']
    select(d, 'about 100 minutes')
    paste(d, copy(d))
    expect([shown(d).slice(2), records(d), verdicts(d, signed)]).toEqual([
      same,
      { a: 'figure', b: 'figure' },
      { a: 'verified', b: 'verified' },
    ])
    select(d, 'took about 100')
    paste(d, copy(d))
    expect([shown(d).slice(2), records(d)]).toEqual([same, { a: 'figure', b: 'figure' }])
    select(d, 'about 100 minutes')
    const data = copy(d)
    press(d, 'Delete')
    paste(d, data)
    expect(shown(d)[2]).toMatch(/^It took \{n\d+:about \{n\d+:100\} minutes\}\.$/)
  })

  it('gives tags from another story new ids', () => {
    const other = oneDesk('headline: H', 'deck: D', '{a:100} x')
    const here = oneDesk('headline: H', 'deck: D', 'y')
    select(other, '100')
    const data = cut(other)
    caretAfter(here, 'y')
    here.clips.put('t', {
      storyId: 'other',
      cut: true,
      blocks: [...other.editor.state.doc.content.content].slice(2),
      facts: new Map(),
    })
    paste(here, data)
    expect([shown(here)[2], records(here)]).toEqual(['y100', {}])
  })

  it('keeps id and verdict when words are dragged, and gives a dragged copy new ones', () => {
    const d = body('{a:100 minutes} it took.', 'Then they left.')
    const signed = signAll(d)
    select(d, '100 minutes')
    drag(d, find(d.editor.state.doc, 'left').to)
    expect(shown(d).slice(2)).toEqual([' it took.', 'Then they left{a:100 minutes}.'])
    press(d, 'Mod-z')
    expect([shown(d).slice(2), verdicts(d, signed)]).toEqual([
      ['{a:100 minutes} it took.', 'Then they left.'],
      { a: 'verified' },
    ])
    select(d, '100 minutes')
    drag(d, find(d.editor.state.doc, 'left').to, { ctrlKey: true })
    expect(shown(d).slice(2)).toEqual(['{a:100 minutes} it took.', 'Then they left{n1:100 minutes}.'])
  })

  it('drops words from elsewhere without tags', () => {
    const d = body('One two')
    drop(
      d,
      find(d.editor.state.doc, ' two').from,
      clipboard({ 'text/html': '<span data-fact-id="a" data-fact-status="verified">!</span>' }),
    )
    expect(shown(d)[2]).toBe('One! two')
  })

  it('moves whole grafs with their tags', () => {
    const d = body('{a:One} x.', '{b:Two} y.', 'End')
    const signed = signAll(d)
    selectRange(d, find(d.editor.state.doc, 'One').from, find(d.editor.state.doc, 'Two').from)
    const data = cut(d)
    caretAfter(d, 'End')
    press(d, 'Enter')
    paste(d, data)
    expect([shown(d).slice(2), verdicts(d, signed)]).toEqual([
      ['{b:Two} y.', 'End', '{a:One} x.', ''],
      { b: 'verified', a: 'verified' },
    ])
  })

  it('lets no id and no desk matter onto the clipboard', () => {
    const d = body('It took {a:100 minutes} to land.', 'bullet: {b:two}')
    selectRange(d, find(d.editor.state.doc, 'took').from, find(d.editor.state.doc, 'two').to)
    const data = copy(d)
    const dragged = new Transfer()
    drag(d, 1, { ctrlKey: true })
    expect([
      data.types,
      data.getData('text/html').match(/data-|fact|span/),
      data.getData('text/plain').includes('took 100 minutes'),
      dragged.types,
    ]).toEqual([['text/html', 'text/plain', 'application/x-stet-clip'], null, true, []])
    expect(data.getData('application/x-stet-clip')).toMatch(/^n\d+$/)
  })
})

describe('deleting', () => {
  it('reads cut until an undo brings the words back', () => {
    const d = body('It took {a:100} minutes.', 'End')
    const signed = signAll(d)
    select(d, '100')
    press(d, 'Delete')
    expect(verdicts(d, signed)).toEqual({ a: 'cut' })
    press(d, 'Mod-z')
    expect([shown(d)[2], verdicts(d, signed)]).toEqual(['It took {a:100} minutes.', { a: 'verified' }])
  })

  it('reads cut when the whole graf goes, and “lost” when the words still stand untagged', () => {
    const d = body('It took {a:100} minutes.', 'All 100 came.')
    const signed = signAll(d)
    selectRange(d, find(d.editor.state.doc, 'It took').from, find(d.editor.state.doc, 'All').from)
    press(d, 'Backspace')
    expect([shown(d).slice(2), verdicts(d, signed)]).toEqual([['All 100 came.'], { a: 'lost' }])
    press(d, 'Mod-z')
    expect([shown(d).slice(2), verdicts(d, signed)]).toEqual([
      ['It took {a:100} minutes.', 'All 100 came.'],
      { a: 'verified' },
    ])
  })
})

describe('undo', () => {
  it('never skips a step', () => {
    const d = body('One')
    const seen: string[][] = [shown(d)]
    const act = (what: () => void) => {
      pause(d)
      what()
      pause(d)
      seen.push(shown(d))
    }
    act(() => {
      caretAfter(d, 'One')
      type(d, ' two')
    })
    act(() => {
      press(d, 'Enter')
      type(d, 'three')
    })
    act(() => {
      select(d, 'two')
      run(d, tagSelection())
    })
    act(() => {
      select(d, 'two')
      type(d, 'deux')
    })
    act(() => {
      select(d, 'three')
      press(d, 'Mod-Shift-8')
    })
    act(() => {
      caretBefore(d, 'three')
      press(d, 'Backspace')
    })
    act(() => press(d, 'Backspace'))
    act(() => {
      select(d, 'deux')
      cut(d)
    })
    act(() => paste(d, clipboard({ 'text/plain': 'x\ny' })))
    for (let index = seen.length - 2; index >= 0; index--) {
      press(d, 'Mod-z')
      expect(shown(d)).toEqual(seen[index])
    }
    expect(press(d, 'Mod-z') && shown(d)).toEqual(seen[0])
    for (let index = 1; index < seen.length; index++) {
      press(d, 'Mod-Shift-z')
      expect(shown(d)).toEqual(seen[index])
    }
  })

  it('takes back only what was done here', () => {
    const [a, b] = twoDesks('headline: H', 'deck: D', 'It took {a:100} minutes.')
    caretAfter(a, 'minutes')
    type(a, ' flat')
    exchange(a, b)
    caretBefore(b, 'It')
    type(b, 'Yes. ')
    exchange(a, b)
    press(a, 'Mod-z')
    exchange(a, b)
    expect([shown(a)[2], shown(b)[2]]).toEqual(['Yes. It took {a:100} minutes.', 'Yes. It took {a:100} minutes.'])
  })
})

describe('merging', () => {
  it('keeps both of two tags on the same words made apart', () => {
    const [a, b] = twoDesks('headline: H', 'deck: D', 'It took 100 minutes.')
    select(a, 'took 100')
    run(a, tagSelection())
    select(b, '100 minutes')
    run(b, tagSelection())
    exchange(a, b)
    expect([shown(a), records(a)]).toEqual([shown(b), records(b)])
    expect(Object.keys(records(a)).sort()).toEqual(['n1', 'n2'])
  })

  it('shows a tag as lost when a split elsewhere took its words away', () => {
    const [a, b] = twoDesks('headline: H', 'deck: D', 'One two three four.')
    caretAfter(a, 'two ')
    press(a, 'Enter')
    select(b, 'three')
    run(b, tagSelection('name'))
    const signed = signAll(b)
    exchange(a, b)
    expect([shown(a), verdicts(a, signed)]).toEqual([shown(b), { n1: 'lost' }])
  })
})
