// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { isStrayClick } from '../../../src/renderer/ui/focus/strayClick'

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

/**
 * Clicks on elements of `html` by their ids, and returns whether each click went astray. `detail`: the number of the
 * click at one place. `stays`: what lies where the first click was; else that of each click came there. `apart`:
 * milliseconds between the clicks.
 */
function clicks(
  html: string,
  presses: readonly (readonly [id: string, detail: number])[],
  { stays, apart = 100 }: { readonly stays?: string; readonly apart?: number } = {},
): boolean[] {
  document.body.innerHTML = html
  let under = ''
  // There is no layout here.
  document.elementFromPoint = () => document.getElementById(stays ?? under)
  const heard: boolean[] = []
  const hear = (event: MouseEvent): void => void heard.push(isStrayClick(event))
  document.addEventListener('click', hear, true)
  for (const [at, [id, detail]] of presses.entries()) {
    under = id
    vi.spyOn(performance, 'now').mockReturnValue(at * apart)
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, detail })
    Object.defineProperty(click, 'timeStamp', { value: at * apart })
    document.getElementById(id)?.dispatchEvent(click)
  }
  document.removeEventListener('click', hear, true)
  return heard
}

const TWO = '<button id="a"><b id="inA">Accept</b></button><button id="b">Accept</button><p id="words">Words</p>'

test.each<[what: string, presses: readonly (readonly [string, number])[], stray: readonly boolean[]]>([
  [
    'a double click on one button',
    [
      ['a', 1],
      ['inA', 2],
      ['a', 3],
    ],
    [false, false, false],
  ],
  [
    'a double click whose second press lands on the next row',
    [
      ['a', 1],
      ['b', 2],
      ['b', 3],
    ],
    [false, true, true],
  ],
  [
    'two clicks on two buttons',
    [
      ['a', 1],
      ['b', 1],
    ],
    [false, false],
  ],
  [
    'a press of a key on another button, then a click there',
    [
      ['a', 1],
      ['b', 0],
      ['b', 1],
    ],
    [false, false, false],
  ],
  [
    'a double click on a button that clicks another one by itself',
    [
      ['a', 1],
      ['b', 0],
      ['a', 2],
    ],
    [false, false, false],
  ],
  [
    'a double click on words after a click on a button',
    [
      ['a', 1],
      ['words', 2],
    ],
    [false, false],
  ],
  [
    'a double click on words, then a click on a button',
    [
      ['words', 1],
      ['words', 2],
      ['a', 1],
    ],
    [false, false, false],
  ],
  [
    'a button that came under the pointer of a double click on words',
    [
      ['words', 1],
      ['a', 2],
    ],
    [false, true],
  ],
])('%s', (_what, presses, stray) => {
  expect(clicks(TWO, presses)).toEqual(stray)
})

test('a label and its tick box are one thing, whichever of the two is clicked', () => {
  const box = '<label id="label"><input type="checkbox" id="box"> Only mine</label>'
  // The click on a label is followed by one on its box.
  expect(
    clicks(box, [
      ['label', 1],
      ['label', 2],
      ['box', 2],
    ]),
  ).toEqual([false, false, false, false, false])
  expect((document.getElementById('box') as HTMLInputElement).checked).toBe(true)
})

test('two taps on neighbours that stay in their places are heard, though they count as a double click', () => {
  const taps = [
    ['a', 1],
    ['b', 2],
  ] as const
  expect(clicks(TWO, taps, { stays: 'inA' })).toEqual([false, false])
  expect(clicks(TWO, [['words', 1], taps[1]], { stays: 'words' })).toEqual([false, false])
})

test('who goes on clicking at one place presses the next row once it was in sight for 0.8 seconds', () => {
  const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `<button id="${id}">Resolve</button>`).join('')
  const presses = [
    ['a', 1],
    ['b', 2],
    ['b', 3],
    ['c', 4],
    ['c', 5],
  ] as const
  expect(clicks(rows, presses, { apart: 430 })).toEqual([false, true, false, true, false])
  expect(clicks(rows, presses, { apart: 150 })).toEqual([false, true, true, true, true])
  // The first row went away late: the next one has been there for a moment only.
  const late = [presses[0], ['a', 2], ['b', 3], ['b', 4]] as const
  expect(clicks(rows, late, { apart: 430 })).toEqual([false, false, true, false])
  // However slow a double click is.
  expect(clicks(rows, presses.slice(0, 2), { apart: 900 })).toEqual([false, true])
})
