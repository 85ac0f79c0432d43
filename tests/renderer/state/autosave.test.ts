import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Outcome } from '../../../src/ipc/contract'
import { Autosave, type SaveTimers } from '../../../src/renderer/state/session/autosave'

/** The Yjs updates of typing the letters one by one. */
function updatesOf(letters: string): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 1
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of letters) doc.getText('t').insert(doc.getText('t').length, letter)
  return updates
}

/**
 * A disk that answers on command and a clock that the test controls. `frames`: callbacks that wait for a frame; without
 * it frames run at once.
 */
function disk(frames?: (() => void)[]) {
  const doc = new Y.Doc()
  const answers: ((outcome: Outcome<unknown>) => void)[] = []
  const sent: Uint8Array[] = []
  const due: (() => void)[] = []
  const clock: SaveTimers = {
    after: (_ms, step) => {
      due.push(step)
      return () => void due.splice(due.indexOf(step), 1)
    },
    afterFrame: (step) => {
      if (frames) frames.push(step)
      else step()
      return () => void frames?.splice(0)
    },
    whenIdle: () => () => undefined,
    nextTask: () => () => undefined,
  }
  const autosave = new Autosave((update) => {
    sent.push(update)
    return new Promise((answer) => answers.push(answer))
  }, clock)
  const settle = async (outcome: Outcome<unknown>): Promise<void> => {
    const answer = answers.shift()
    if (outcome.ok) Y.applyUpdate(doc, sent.at(-1) ?? new Uint8Array())
    answer?.(outcome)
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  return {
    autosave,
    sent,
    due,
    accept: () => settle({ ok: true, value: {} }),
    fail: () => settle({ ok: false, reason: 'failed', message: 'The disk is full.' }),
    refuse: () => settle({ ok: false, reason: 'refused', message: 'This story is killed.' }),
    text: () => doc.getText('t').toString(),
  }
}

describe('autosave', () => {
  test('sends what was typed in one message once it is on the screen, and says “saving” until then', async () => {
    const frames: (() => void)[] = []
    const { autosave, sent, accept, text } = disk(frames)
    for (const update of updatesOf('ab')) autosave.add(update)
    expect([sent.length, frames.length, autosave.store.getState().state, autosave.pending, autosave.unsaved]).toEqual([
      0,
      1,
      'saving',
      true,
      2,
    ])
    frames.shift()?.()
    expect(sent.length).toBe(1)
    await accept()
    expect([autosave.store.getState().state, text()]).toEqual(['saved', 'ab'])
  })

  test('flush waits for no frame and sends nothing twice', async () => {
    const frames: (() => void)[] = []
    const { autosave, sent, accept, text } = disk(frames)
    const [a, b] = updatesOf('ab')
    autosave.add(a ?? new Uint8Array())
    const flushed = autosave.flush()
    expect([sent.length, frames.length]).toEqual([1, 0])
    await accept()
    autosave.add(b ?? new Uint8Array())
    frames.shift()?.()
    await accept()
    expect([await flushed, sent.length, autosave.store.getState().state, text()]).toEqual([true, 2, 'saved', 'ab'])
  })

  test('says “saved” only when every change is acknowledged', async () => {
    const { autosave, accept, text } = disk()
    const [a, b] = updatesOf('ab')
    autosave.add(a ?? new Uint8Array())
    autosave.add(b ?? new Uint8Array())
    const states = [autosave.store.getState().state]
    await accept()
    states.push(autosave.store.getState().state)
    await accept()
    states.push(autosave.store.getState().state)
    expect({ states, text: text() }).toEqual({ states: ['saving', 'saving', 'saved'], text: 'ab' })
  })

  test('has one message in flight and sends later changes together', async () => {
    const { autosave, sent, accept, text } = disk()
    for (const update of updatesOf('abcde')) autosave.add(update)
    expect(sent).toHaveLength(1)
    await accept()
    expect(sent).toHaveLength(2)
    await accept()
    expect({ sent: sent.length, text: text(), pending: autosave.pending }).toEqual({
      sent: 2,
      text: 'abcde',
      pending: false,
    })
  })

  test('keeps failed changes in order and tries again', async () => {
    const { autosave, due, accept, fail, text } = disk()
    const [a, b] = updatesOf('ab')
    autosave.add(a ?? new Uint8Array())
    await fail()
    expect(autosave.store.getState().state).toEqual({ error: 'The disk is full.' })
    autosave.add(b ?? new Uint8Array())
    due.shift()?.()
    await accept()
    expect({ state: autosave.store.getState().state, text: text() }).toEqual({ state: 'saved', text: 'ab' })
  })

  test('keeps showing the error while typing goes on', async () => {
    const { autosave, fail } = disk()
    const [a, b] = updatesOf('ab')
    autosave.add(a ?? new Uint8Array())
    await fail()
    autosave.add(b ?? new Uint8Array())
    expect(autosave.store.getState().state).toEqual({ error: 'The disk is full.' })
  })

  test('keeps a refused change, and says that it is refused until it is taken', async () => {
    const { autosave, due, accept, refuse, text } = disk()
    const [a] = updatesOf('a')
    autosave.add(a ?? new Uint8Array())
    await refuse()
    const refused = autosave.store.getState().state
    due.shift()?.()
    await accept()
    expect([refused, autosave.store.getState().state, text()]).toEqual([
      { error: 'This story is killed.', refused: true },
      'saved',
      'a',
    ])
  })

  test('flush resolves to true once all is on disk, to false if that failed', async () => {
    const { autosave, accept, fail } = disk()
    const [a, b] = updatesOf('ab')
    autosave.add(a ?? new Uint8Array())
    autosave.add(b ?? new Uint8Array())
    const first = autosave.flush()
    await accept()
    await accept()
    expect(await first).toBe(true)
    autosave.add(a ?? new Uint8Array())
    const second = autosave.flush()
    await fail()
    expect(await second).toBe(false)
  })

  test('a story whose words cannot be saved may be left once they are in a copy elsewhere, until more is typed', async () => {
    const { autosave, fail, sent } = disk()
    const [first, second] = updatesOf('ab') as [Uint8Array, Uint8Array]
    autosave.add(first)
    await fail()
    const left = async (): Promise<boolean> => {
      const may = autosave.mayLeave()
      await fail()
      return may
    }
    expect([await left(), autosave.isCopied]).toEqual([false, false])
    const copied = autosave.copying()
    copied()
    expect([await left(), autosave.isCopied]).toEqual([true, true])
    // Typed while the copy is written: it is not in it.
    const late = autosave.copying()
    autosave.add(second)
    late()
    expect([await left(), autosave.isCopied]).toEqual([false, false])
    const before = sent.length
    autosave.stop()
    expect([autosave.pending, sent.length]).toEqual([false, before])
  })

  test('waits for words that are on their way, and says “saving” until they are on disk or do not come', async () => {
    const { autosave, accept, text } = disk()
    const [first] = updatesOf('a') as [Uint8Array]
    const seen = (): unknown => [autosave.store.getState().state, autosave.pending]
    let insert = (): void => undefined
    autosave.expect(
      new Promise<void>((resolve) => {
        insert = () => {
          autosave.add(first)
          resolve()
        }
      }),
    )
    const waiting = seen()
    let isFlushed = false
    const flushed = autosave.flush().then((saved) => {
      isFlushed = true
      return saved
    })
    await Promise.resolve()
    insert()
    const before = isFlushed
    await accept()
    await accept()
    expect([waiting, before, await flushed, text(), seen()]).toEqual([
      ['saving', true],
      false,
      true,
      'a',
      ['saved', false],
    ])
    autosave.expect(Promise.reject(new Error('No script')))
    expect([await autosave.flush(), seen()]).toEqual([true, ['saved', false]])
  })
})
