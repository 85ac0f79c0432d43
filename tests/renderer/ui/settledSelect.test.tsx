import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { SettledSelect } from '../../../src/renderer/ui/controls/SettledSelect'
import { fakeWindow, find, leave, press, put, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const OPTIONS = ['one', 'two', 'three'].map((value) => ({ value, label: value }))

async function shown(): Promise<{ readonly settled: string[]; readonly field: HTMLSelectElement }> {
  const settled: string[] = []
  page = await put(
    fakeWindow({}).services,
    <SettledSelect label="Number" value="one" options={OPTIONS} onSettle={(value) => settled.push(value)} />,
  )
  return { settled, field: find<HTMLSelectElement>('select', 'Number') }
}
const byArrow = async (field: HTMLSelectElement, value: string): Promise<void> => {
  await press(field, 'ArrowDown')
  await type(field, value)
}

test('arrow keys settle nothing; Enter settles once, also when the field is then left', async () => {
  const { settled, field } = await shown()
  await byArrow(field, 'two')
  await byArrow(field, 'three')
  expect([field.value, settled]).toEqual(['three', []])
  await press(field, 'Enter')
  await leave(field)
  expect(settled).toEqual(['three'])
})

test('leaving the field settles the choice, Escape restores the value', async () => {
  const { settled, field } = await shown()
  await byArrow(field, 'two')
  await press(field, 'Escape')
  await leave(field)
  expect([field.value, settled]).toEqual(['one', []])
  await byArrow(field, 'two')
  await leave(field)
  expect(settled).toEqual(['two'])
  // Back at the start: nothing to settle.
  await byArrow(field, 'two')
  await byArrow(field, 'one')
  await leave(field)
  expect(settled).toEqual(['two'])
})

test('a choice by pointer is settled at once, also after keys', async () => {
  const { settled, field } = await shown()
  await press(field, 'Tab')
  await act(async () => {
    field.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }))
    await Promise.resolve()
  })
  await type(field, 'two')
  expect(settled).toEqual(['two'])
})
