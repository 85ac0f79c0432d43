import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { guardDocument } from '../../src/document/guardDocument'
import {
  insertPicture,
  insertPictureAt,
  describePicture,
  pictureInHand,
} from '../../src/editor/pictures/pictureCommands'
import { tagSelection } from '../../src/editor/facts/factCommands'
import { find as search, replaceAll } from '../../src/editor/find/findCommands'
import { copyPlaceAt, positionsOf, readCopyFromDoc } from '../../src/editor/copy/readCopy'
import {
  addColumn,
  addRow,
  insertTable,
  removeColumn,
  removeRow,
  removeTable,
  toggleHeaderRow,
} from '../../src/editor/tables/tableCommands'
import { toggleQuote } from '../../src/editor/keys/blockCommands'
import { COPY_FRAGMENT } from '../../src/story/copy/documentSchema'
import {
  caretAfter,
  caretBefore,
  clipboard,
  copy,
  cut,
  desk,
  drop,
  exchange,
  oneDesk,
  paste,
  PICTURE,
  press,
  resetIds,
  run,
  select,
  selectRange,
  find,
  shown,
  storyState,
  twoDesks,
  type,
} from './desk'

const SHEET = [
  'headline: Talks',
  'deck: In short',
  'Before.',
  'header 0.0: Port',
  'header 0.1: Ships',
  'cell 1.0: Busan',
  'cell 1.1: {f1:about 40}',
  'cell 2.0: Mokpo',
  'cell 2.1: 7',
  'Between.',
  'cutline: Two men shake hands.',
  'After.',
]
const table = (sheet: readonly string[]): string[] => sheet.filter((line) => /^(cell|header)/.test(line))

beforeEach(resetIds)

describe('a table and a picture in the sheet', () => {
  it('open without an update and read the same in window and document', () => {
    const d = oneDesk(...SHEET)
    expect([shown(d), d.updates.length, guardDocument(d.doc)]).toEqual([SHEET, 0, undefined])
    expect(readCopyFromDoc(d.editor.state.doc)[10]?.picture).toEqual(PICTURE)
  })

  it('map places in the copy to their text and back', () => {
    const {
      editor: {
        state: { doc },
      },
    } = oneDesk(...SHEET)
    readCopyFromDoc(doc).forEach((_, block) => {
      const at = positionsOf(doc, { block, from: 1, to: 2 })
      expect(at && copyPlaceAt(doc, at.from)).toEqual({ block, offset: 1 })
    })
    expect([positionsOf(doc, { block: 12, from: 0, to: 0 }), copyPlaceAt(doc, doc.content.size).block]).toEqual([
      undefined,
      12,
    ])
  })

  it('accept text and tags like any graf', () => {
    const d = oneDesk(...SHEET)
    caretAfter(d, 'Mokpo')
    type(d, ' port')
    select(d, 'Two men')
    run(d, tagSelection('figure'))
    run(d, search('7'))
    run(d, replaceAll('17'))
    expect(shown(d)).toEqual([
      ...SHEET.slice(0, 7),
      'cell 2.0: Mokpo port',
      'cell 2.1: 17',
      'Between.',
      'cutline: {n1:Two men} shake hands.',
      'After.',
    ])
  })

  it('keep a tag whose words are typed over in a cell', () => {
    const d = oneDesk(...SHEET)
    select(d, 'about 40')
    type(d, 'some 41')
    expect(shown(d)[6]).toBe('cell 1.1: {f1:some 41}')
  })
})

describe('keys in a table', () => {
  it.each([
    [
      'Tab goes to the next cell and selects its words',
      'Mokpo',
      'Tab',
      'X',
      [
        'header 0.0: Port',
        'header 0.1: Ships',
        'cell 1.0: Busan',
        'cell 1.1: {f1:about 40}',
        'cell 2.0: Mokpo',
        'cell 2.1: X',
      ],
    ],
    [
      'Shift-Tab goes back',
      '7',
      'Shift-Tab',
      'X',
      [
        'header 0.0: Port',
        'header 0.1: Ships',
        'cell 1.0: Busan',
        'cell 1.1: {f1:about 40}',
        'cell 2.0: X',
        'cell 2.1: 7',
      ],
    ],
    [
      'Tab in the last cell makes a new row',
      '7',
      'Tab',
      'Ulsan',
      [
        'header 0.0: Port',
        'header 0.1: Ships',
        'cell 1.0: Busan',
        'cell 1.1: {f1:about 40}',
        'cell 2.0: Mokpo',
        'cell 2.1: 7',
        'cell 3.0: Ulsan',
        'cell 3.1: ',
      ],
    ],
    [
      'Enter breaks the line',
      'Mokpo',
      'Enter',
      'X',
      [
        'header 0.0: Port',
        'header 0.1: Ships',
        'cell 1.0: Busan',
        'cell 1.1: {f1:about 40}',
        'cell 2.0: Mokpo\nX',
        'cell 2.1: 7',
      ],
    ],
  ])('%s', (_what, at, key, letters, expected) => {
    const d = oneDesk(...SHEET)
    caretAfter(d, at)
    press(d, key)
    type(d, letters)
    expect(table(shown(d))).toEqual(expected)
  })

  it('Backspace and Delete at the edges of cells join nothing', () => {
    const d = oneDesk(...SHEET)
    caretBefore(d, 'Mokpo')
    press(d, 'Backspace')
    caretAfter(d, 'Mokpo')
    press(d, 'Delete')
    caretBefore(d, 'Between.')
    press(d, 'Backspace')
    caretAfter(d, 'Before.')
    press(d, 'Delete')
    expect(shown(d)).toEqual(SHEET)
  })

  it('a selection over cells empties them, one over the whole table deletes it', () => {
    const d = oneDesk(...SHEET)
    selectRange(d, find(d.editor.state.doc, 'san').from, find(d.editor.state.doc, 'okpo').from)
    press(d, 'Delete')
    expect(table(shown(d))).toEqual([
      'header 0.0: Port',
      'header 0.1: Ships',
      'cell 1.0: Bu',
      'cell 1.1: ',
      'cell 2.0: okpo',
      'cell 2.1: 7',
    ])
    selectRange(d, find(d.editor.state.doc, 'fore.').from, find(d.editor.state.doc, 'tween.').from)
    press(d, 'Delete')
    expect(shown(d).slice(2)).toEqual(['Between.', 'cutline: Two men shake hands.', 'After.'])
  })

  it('typing over a selection across cells moves no text between cells, and keeps the tags of what it replaces', () => {
    const d = oneDesk(...SHEET)
    selectRange(d, find(d.editor.state.doc, 'san').from, find(d.editor.state.doc, 'fter.').from)
    type(d, 'X')
    expect(shown(d).slice(2)).toEqual([
      'Before.',
      'header 0.0: Port',
      'header 0.1: Ships',
      'cell 1.0: Bu{f1:X}',
      'cell 1.1: ',
      'cell 2.0: ',
      'cell 2.1: ',
      'fter.',
    ])
  })

  it('a role is for grafs only', () => {
    const d = oneDesk(...SHEET)
    caretAfter(d, 'Mokpo')
    expect([run(d, toggleQuote), run(d, insertTable(1, 1)), shown(d)]).toEqual([false, false, SHEET])
  })
})

describe('making and changing a table', () => {
  const rows = (...commands: Parameters<typeof run>[1][]): string[] => {
    const d = oneDesk(...SHEET)
    caretAfter(d, 'Busan')
    for (const command of commands) run(d, command)
    return table(shown(d))
  }

  it.each([
    ['after the graf that the caret is in', 'Ten', ['Ten ships wait.', 'header 0.0: Port', 'After.']],
    ['after the graf at whose end the caret is', 'wait.', ['Ten ships wait.', 'header 0.0: Port', 'After.']],
    ['before the graf at whose start the caret is', '', ['header 0.0: Port', 'Ten ships wait.', 'After.']],
  ])('goes %s, the caret in its first cell', (_where, words, body) => {
    const d = oneDesk('headline: Talks', 'deck: In short', 'Ten ships wait.', 'After.')
    if (words === '') caretBefore(d, 'Ten')
    else caretAfter(d, words)
    expect(run(d, insertTable(1, 1))).toBe(true)
    type(d, 'Port')
    expect(shown(d)).toEqual(['headline: Talks', 'deck: In short', ...body])
  })

  it('has as many rows and columns as are asked for', () => {
    const d = oneDesk('headline: Talks', 'deck: In short', 'Before.', 'After.')
    caretAfter(d, 'Before.')
    run(d, insertTable(2, 2))
    expect(table(shown(d))).toEqual(['header 0.0: ', 'header 0.1: ', 'cell 1.0: ', 'cell 1.1: '])
  })

  it('leaves the selected words in the copy, and a fact in one piece', () => {
    const d = oneDesk('headline: Talks', 'deck: In short', 'Ten {f1:ships wait} here.', 'After.')
    select(d, 'ships')
    run(d, insertTable(1, 1))
    const inserted = ['headline: Talks', 'deck: In short', 'Ten {f1:ships wait} here.', 'header 0.0: ', 'After.']
    expect(shown(d)).toEqual(inserted)
    press(d, 'Mod-z')
    expect(shown(d)).toEqual(inserted.filter((line) => !line.startsWith('header')))
  })

  it('goes after the picture whose cutline has the caret', () => {
    const d = oneDesk('headline: Talks', 'deck: In short', 'Before.', 'After.')
    caretAfter(d, 'Before.')
    run(d, insertPicture({ file: 'b'.repeat(64), mediaType: 'image/jpeg' }))
    type(d, 'The hall.')
    expect(run(d, insertTable(1, 1))).toBe(true)
    expect(shown(d)).toEqual([
      'headline: Talks',
      'deck: In short',
      'Before.',
      'cutline: The hall.',
      'header 0.0: ',
      'After.',
    ])
  })

  it('goes after a graf of selected blocks, and not into headline or deck', () => {
    const d = oneDesk('headline: Talks', 'deck: In short', 'First.', 'Second.', 'After.')
    selectRange(d, find(d.editor.state.doc, 'First.').from, find(d.editor.state.doc, 'Second.').to - 2)
    run(d, insertTable(1, 1))
    expect(shown(d).slice(2)).toEqual(['First.', 'Second.', 'header 0.0: ', 'After.'])
    for (const words of ['Talks', 'In short']) {
      caretAfter(d, words)
      expect(run(d, insertTable(1, 1))).toBe(false)
    }
  })

  it('at the end of the story a graf follows it', () => {
    const d = oneDesk('headline: Talks', 'deck: In short', '')
    caretAfter(d, 'In short')
    press(d, 'Enter')
    run(d, insertTable(1, 1))
    expect(shown(d)).toEqual(['headline: Talks', 'deck: In short', 'header 0.0: ', ''])
  })

  it('adds and deletes rows and columns', () => {
    expect(rows(addRow('before'))).toEqual([
      'header 0.0: Port',
      'header 0.1: Ships',
      'cell 1.0: ',
      'cell 1.1: ',
      'cell 2.0: Busan',
      'cell 2.1: {f1:about 40}',
      'cell 3.0: Mokpo',
      'cell 3.1: 7',
    ])
    expect(rows(addColumn('after'))).toEqual([
      'header 0.0: Port',
      'header 0.1: ',
      'header 0.2: Ships',
      'cell 1.0: Busan',
      'cell 1.1: ',
      'cell 1.2: {f1:about 40}',
      'cell 2.0: Mokpo',
      'cell 2.1: ',
      'cell 2.2: 7',
    ])
    expect(rows(removeRow)).toEqual(['header 0.0: Port', 'header 0.1: Ships', 'cell 1.0: Mokpo', 'cell 1.1: 7'])
    expect(rows(removeColumn)).toEqual(['header 0.0: Ships', 'cell 1.0: {f1:about 40}', 'cell 2.0: 7'])
    expect(rows(removeColumn, removeColumn)).toEqual([])
    expect(rows(removeRow, removeRow, removeRow)).toEqual([])
    expect(rows(removeTable)).toEqual([])
    expect(rows(toggleHeaderRow).slice(0, 3)).toEqual(['cell 0.0: Port', 'cell 0.1: Ships', 'cell 1.0: Busan'])
  })

  it.each([
    ['a column', addColumn('before')],
    ['a row', addRow('after')],
    ['taking a row out', removeRow],
    ['taking a column out', removeColumn],
    ['the table', removeTable],
    ['the header row', toggleHeaderRow],
  ])('one undo takes back %s', (_what, command) => {
    const d = oneDesk(...SHEET)
    caretAfter(d, 'Busan')
    type(d, '!')
    const before = shown(d)
    run(d, command)
    expect(shown(d)).not.toEqual(before)
    press(d, 'Mod-z')
    expect(shown(d)).toEqual(before)
  })
})

it('undo takes back one cell after the other, though nobody paused', () => {
  const d = oneDesk(...SHEET)
  caretAfter(d, 'Busan')
  type(d, '!')
  caretAfter(d, 'Mokpo')
  type(d, '?')
  const cells = (): readonly string[] => shown(d).filter((line) => /Busan|Mokpo/.test(line))
  const seen = [cells()]
  for (let step = 0; step < 2; step++) {
    press(d, 'Mod-z')
    seen.push(cells())
  }
  expect(seen).toEqual([
    ['cell 1.0: Busan!', 'cell 2.0: Mokpo?'],
    ['cell 1.0: Busan!', 'cell 2.0: Mokpo'],
    ['cell 1.0: Busan', 'cell 2.0: Mokpo'],
  ])
})

describe('a picture', () => {
  const HALL = { file: 'b'.repeat(64), mediaType: 'image/jpeg' } as const

  it('goes after the graf that the caret is in, and divides no sentence', () => {
    const d = oneDesk('headline: Talks', 'deck: In short', 'Ten ships wait.', 'After.')
    caretAfter(d, 'Ten')
    run(d, insertPicture(HALL))
    type(d, 'The port.')
    expect(shown(d)).toEqual(['headline: Talks', 'deck: In short', 'Ten ships wait.', 'cutline: The port.', 'After.'])
  })

  it('leaves the selected words in the copy', () => {
    const d = oneDesk('headline: Talks', 'deck: In short', 'Ten ships wait.')
    select(d, 'ships')
    run(d, insertPicture(HALL))
    expect(shown(d)).toEqual(['headline: Talks', 'deck: In short', 'Ten ships wait.', 'cutline: ', ''])
  })

  it('goes after the picture whose cutline has the caret', () => {
    const d = oneDesk('headline: Talks', 'deck: In short', 'Before.', 'After.')
    caretAfter(d, 'Before.')
    run(d, insertPicture(HALL))
    type(d, 'The hall.')
    expect(run(d, insertPicture(HALL))).toBe(true)
    type(d, 'The door.')
    expect(shown(d)).toEqual([
      'headline: Talks',
      'deck: In short',
      'Before.',
      'cutline: The hall.',
      'cutline: The door.',
      'After.',
    ])
  })

  it('that arrives later goes after the graf, too', () => {
    const d = oneDesk('headline: Talks', 'deck: In short', 'Ten ships wait.', 'After.')
    caretAfter(d, 'Ten')
    const { from } = d.editor.state.selection
    run(d, insertPictureAt(HALL, from))
    expect(shown(d)).toEqual(['headline: Talks', 'deck: In short', 'Ten ships wait.', 'cutline: ', 'After.'])
  })

  it('is inserted between grafs, and its details change by attribute', () => {
    const d = oneDesk('headline: Talks', 'deck: In short', 'Before.')
    caretAfter(d, 'Before.')
    run(d, insertPicture({ file: 'b'.repeat(64), mediaType: 'image/jpeg' }))
    type(d, 'The hall.')
    expect(shown(d)).toEqual(['headline: Talks', 'deck: In short', 'Before.', 'cutline: The hall.', ''])
    const position = pictureInHand(d.editor.state)?.position ?? -1
    run(d, describePicture(position, { credit: 'Ida', alt: 'A hall' }))
    expect(readCopyFromDoc(d.editor.state.doc)[3]?.picture).toEqual({
      file: 'b'.repeat(64),
      mediaType: 'image/jpeg',
      width: 0,
      height: 0,
      alt: 'A hall',
      credit: 'Ida',
      rights: '',
      captured: '',
    })
    press(d, 'Mod-z')
    expect(readCopyFromDoc(d.editor.state.doc)[3]?.picture?.credit).toBe('')
  })

  it('Enter after the cutline begins a graf; Backspace at its start selects the picture, then takes it out', () => {
    const d = oneDesk(...SHEET)
    caretAfter(d, 'hands.')
    press(d, 'Enter')
    type(d, 'New')
    expect(shown(d).slice(10)).toEqual(['cutline: Two men shake hands.', 'New', 'After.'])
    caretBefore(d, 'Two men')
    press(d, 'Backspace')
    expect(pictureInHand(d.editor.state)?.picture).toEqual(PICTURE)
    press(d, 'Backspace')
    expect(shown(d).slice(9)).toEqual(['Between.', 'New', 'After.'])
  })

  it('pressing two credits and an alt text at two desks merges', () => {
    const [a, b] = twoDesks(...SHEET)
    const at = find(a.editor.state.doc, 'Two men').from - 1
    run(a, describePicture(at, { credit: 'Ida' }))
    run(b, describePicture(at, { alt: 'Hands' }))
    caretAfter(b, 'Two men')
    type(b, ' in grey')
    exchange(a, b)
    expect(shown(a)).toEqual(shown(b))
    expect(readCopyFromDoc(a.editor.state.doc)[10]).toEqual({
      role: 'cutline',
      text: 'Two men in grey shake hands.',
      spans: [],
      picture: { ...PICTURE, credit: 'Ida', alt: 'Hands' },
    })
  })
})

describe('copying tables and pictures', () => {
  it('a cut over both and a paste elsewhere keeps them with their tags', () => {
    const d = oneDesk(...SHEET)
    selectRange(d, find(d.editor.state.doc, 'fore.').from, find(d.editor.state.doc, 'fter.').from)
    const clip = cut(d)
    expect(shown(d)).toEqual(['headline: Talks', 'deck: In short', 'Befter.'])
    caretAfter(d, 'ter.')
    paste(d, clip)
    expect(shown(d)).toEqual(['headline: Talks', 'deck: In short', 'Befter.', 'fore.', ...SHEET.slice(3, 11), 'A'])
  })

  it('words of one cell are words elsewhere, words from elsewhere are words in a cell', () => {
    const d = oneDesk(...SHEET)
    select(d, 'about 40')
    const clip = copy(d)
    expect(clip.getData('text/html')).toBe('about 40')
    caretAfter(d, 'After.')
    paste(d, clip)
    selectRange(d, find(d.editor.state.doc, 'Before.').from, find(d.editor.state.doc, 'Between').from)
    const grafs = copy(d)
    select(d, '7')
    paste(d, grafs)
    expect([shown(d)[8], shown(d).at(-1)]).toEqual([
      'cell 2.1: Before.\nPort\nShips\nBusan\n{n4:about 40}\nMokpo\n7',
      'After.{n2:about 40}',
    ])
  })
})

describe('a selected picture', () => {
  const picture = () => {
    const d = oneDesk('headline: H', 'deck: D', 'Before.', 'cutline: Two men.', 'After.')
    caretBefore(d, 'Two')
    press(d, 'Backspace')
    return d
  }

  it('is cut whole, and a paste puts it back once', () => {
    const d = picture()
    const clip = cut(d)
    expect(shown(d).slice(2)).toEqual(['Before.', 'After.'])
    caretAfter(d, 'After.')
    paste(d, clip)
    expect(shown(d).slice(2)).toEqual(['Before.', 'After.', 'cutline: Two men.', ''])
  })

  it('is replaced by what is pasted or typed over it, in a graf of its own', () => {
    const d = picture()
    paste(d, clipboard({ 'text/plain': 'Pasted' }))
    expect(shown(d).slice(2)).toEqual(['Before.', 'Pasted', 'After.'])
    press(d, 'Mod-z')
    expect(shown(d).slice(2)).toEqual(['Before.', 'cutline: Two men.', 'After.'])
    const other = picture()
    type(other, 'xy')
    expect(shown(other).slice(2)).toEqual(['Before.', 'xy', 'After.'])
  })
})

describe('merging', () => {
  it('a column from one desk and a row and text from the other both remain; the next edit evens the rows', () => {
    const [a, b] = twoDesks(...SHEET)
    caretAfter(a, 'Port')
    run(a, addColumn('after'))
    caretAfter(b, '7')
    press(b, 'Tab')
    type(b, 'Ulsan')
    caretAfter(b, 'Mokpo')
    type(b, ' port')
    exchange(a, b)
    const merged = [
      'header 0.0: Port',
      'header 0.1: ',
      'header 0.2: Ships',
      'cell 1.0: Busan',
      'cell 1.1: ',
      'cell 1.2: {f1:about 40}',
      'cell 2.0: Mokpo port',
      'cell 2.1: ',
      'cell 2.2: 7',
      'cell 3.0: Ulsan',
      'cell 3.1: ',
    ]
    expect([table(shown(a)), table(shown(b))]).toEqual([merged, merged])
    caretAfter(a, 'Ulsan')
    type(a, '!')
    exchange(a, b)
    expect(table(shown(b)).slice(9)).toEqual(['cell 3.0: Ulsan!', 'cell 3.1: ', 'cell 3.2: '])
  })

  it('if each desk deletes rows, an empty table remains, opens without an update and goes with the next edit', () => {
    const [a, b] = twoDesks('headline: Talks', 'deck: In short', 'cell 0.0: one', 'cell 1.0: two', 'After.')
    caretAfter(a, 'one')
    run(a, removeRow)
    caretAfter(b, 'two')
    run(b, removeRow)
    exchange(a, b)
    expect(shown(a)).toEqual(['headline: Talks', 'deck: In short', 'After.'])
    const c = desk(Y.encodeStateAsUpdate(a.doc), 300)
    expect([c.updates.length, c.doc.getXmlFragment(COPY_FRAGMENT).length, guardDocument(c.doc)]).toEqual([
      0,
      4,
      undefined,
    ])
    caretAfter(c, 'After.')
    type(c, '!')
    expect(shown(c)).toEqual(['headline: Talks', 'deck: In short', 'After.!'])
  })

  it('a table deleted at one desk while the other types in it is gone', () => {
    const [a, b] = twoDesks(...SHEET)
    caretAfter(a, 'Port')
    run(a, removeTable)
    caretAfter(b, 'Mokpo')
    type(b, ' port')
    exchange(a, b)
    expect([shown(a), shown(b)]).toEqual([SHEET.filter((line) => !/^(cell|header)/.test(line)), shown(a)])
  })
})

describe('the guard', () => {
  it.each([
    ['words in a row', (doc: Y.Doc) => at(doc, 3, 0).insert(0, [new Y.XmlText('x')]), 'words in “row”'],
    [
      'words beside blocks',
      (doc: Y.Doc) => doc.getXmlFragment(COPY_FRAGMENT).insert(0, [new Y.XmlText('x')]),
      'words in “doc”',
    ],
    ['a block in a cell', (doc: Y.Doc) => at(doc, 3, 0, 0).insert(0, [new Y.XmlElement('block')]), 'the node “block”'],
    [
      'a cell beside blocks',
      (doc: Y.Doc) => doc.getXmlFragment(COPY_FRAGMENT).insert(0, [new Y.XmlElement('cell')]),
      'the node “cell”',
    ],
    ['a wide cell', (doc: Y.Doc) => at(doc, 3, 0, 0).setAttribute('colspan', '2'), 'the attribute “colspan” of “cell”'],
    ['a table in a picture', (doc: Y.Doc) => at(doc, 5).insert(0, [new Y.XmlElement('table')]), 'the node “table”'],
  ])('names %s', (_what, spoil, why) => {
    const d = oneDesk(...SHEET)
    const doc = new Y.Doc({ gc: false })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(d.doc))
    spoil(doc)
    expect(guardDocument(doc)?.why).toBe(`This story contains parts that this version of Stet does not know: ${why}.`)
  })
})

const at = (doc: Y.Doc, ...path: readonly number[]): Y.XmlElement => {
  let node: Y.XmlFragment = doc.getXmlFragment(COPY_FRAGMENT)
  for (const index of path) node = node.get(index) as Y.XmlElement
  return node as Y.XmlElement
}

it('stored pictures with invalid attributes read as unknown', () => {
  const state = storyState(['headline: H', 'deck: D', 'cutline: C', 'P'])
  const d = desk(state, 100)
  const picture = at(d.doc, 2)
  picture.setAttribute('file', '../../etc/passwd')
  picture.setAttribute('mediaType', 'text/html')
  expect(readCopyFromDoc(d.editor.state.doc)[2]?.picture).toMatchObject({ file: '', mediaType: '' })
})

describe('words dropped beside the cells', () => {
  it.each(['between two rows', 'between two cells', 'between the header row and the table’s edge'])(
    '%s go into the nearest cell',
    (where) => {
      const d = oneDesk(...SHEET)
      const { doc } = d.editor.state
      const cell = doc.resolve(find(doc, 'Busan').from)
      const at =
        where === 'between two rows'
          ? cell.before(cell.depth - 1)
          : where === 'between two cells'
            ? cell.after()
            : doc.resolve(find(doc, 'Port').from).before(cell.depth - 1)
      drop(d, at, clipboard({ 'text/plain': 'New ' }))
      const words = table(shown(d))
      expect(words.filter((line, index) => line !== table(SHEET)[index])).toHaveLength(1)
      expect(words.join(' ')).toContain('New')
    },
  )

  it('of two blocks are inserted together, and no word is lost', () => {
    const d = oneDesk(...SHEET)
    const cell = d.editor.state.doc.resolve(find(d.editor.state.doc, 'Mokpo').from)
    drop(d, cell.before(cell.depth - 1), clipboard({ 'text/plain': 'One\n\nTwo' }))
    expect(shown(d).join('|')).toContain('One')
    expect(shown(d).join('|')).toContain('Two')
  })
})
