import { act, StrictMode, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beforeParts, later, loadParts, laterPart, useLaterPart, whenPartFails } from '../../../src/renderer/ui/later'

let root: Root
let page: HTMLElement
beforeEach(() => {
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
})
afterEach(() => {
  act(() => root.unmount())
  page.remove()
  beforeParts(async () => undefined)
  whenPartFails(() => undefined)
})

const atOnce = async (): Promise<void> => undefined

describe('a part that is loaded later', () => {
  it('shows nothing before it is loaded, then itself', async () => {
    let arrive: (() => void) | undefined
    const Greeting = later(
      () =>
        new Promise<(props: { readonly to: string }) => string>((resolve) => {
          arrive = () => resolve(({ to }) => `Good morning, ${to}`)
        }),
    )
    await act(async () => root.render(<Greeting to="desk" />))
    const before = page.textContent
    await act(async () => arrive?.())
    expect([before, page.textContent]).toEqual(['', 'Good morning, desk'])
  })

  it('is there in the same frame once the window has loaded its parts', async () => {
    const Greeting = later(async () => () => 'Good morning')
    await loadParts(atOnce)
    act(() => root.render(<Greeting />))
    expect(page.textContent).toBe('Good morning')
  })

  it('is one component for as long as it is shown', async () => {
    let begun = 0
    const Counter = later(async () => ({ at }: { readonly at: number }) => {
      useEffect(() => void begun++, [])
      return at
    })
    await act(async () => root.render(<Counter at={1} />))
    await loadParts(atOnce)
    await act(async () => root.render(<Counter at={2} />))
    expect([page.textContent, begun]).toEqual(['2', 1])
  })

  it('is loaded once', async () => {
    let loads = 0
    const numbers = laterPart(async () => ++loads)
    expect(numbers.ready()).toBeUndefined()
    await Promise.all([numbers.load(), loadParts(atOnce)])
    await numbers.load()
    expect([numbers.ready(), loads]).toEqual([1, 1])
  })

  it('that cannot be read leaves the rest of the window, and says so each time that it is wanted', async () => {
    const told: unknown[] = []
    whenPartFails((error) => told.push(error))
    const Missing = later(
      async (): Promise<() => string> => {
        throw new Error('no such file')
      },
      undefined,
      () => ' (not shown)',
    )
    await loadParts(atOnce)
    const show = async (part: React.ReactNode): Promise<string | null> => {
      await act(async () => root.render(<p>The words{part}</p>))
      return page.textContent
    }
    expect(told).toEqual([])
    expect([await show(<Missing />), await show(null), await show(<Missing />), told]).toEqual([
      'The words (not shown)',
      'The words',
      'The words (not shown)',
      [new Error('no such file'), new Error('no such file')],
    ])
  })

  it('that throws while it is shown leaves the rest of the window', async () => {
    const told: unknown[] = []
    whenPartFails((error) => told.push(error))
    const Broken = later(async () => (): string => {
      throw new Error('broken')
    })
    await loadParts(atOnce)
    await act(async () =>
      root.render(
        <p>
          The words
          <Broken />
        </p>,
      ),
    )
    expect([page.textContent, told]).toEqual(['The words', [new Error('broken')]])
  })

  it('waits for what each part needs', async () => {
    const order: string[] = []
    beforeParts(async () => void order.push('language'))
    await laterPart(async () => order.push('part')).load()
    expect(order).toEqual(['language', 'part'])
  })
})

describe('a part of several components', () => {
  const twoComponents = () => ({ Room: () => 'the room', Keys: () => ' and its keys' })

  it('shows all of them at once, when it is loaded while it is wanted', async () => {
    let arrive: (() => void) | undefined
    const both = laterPart(
      () => new Promise<ReturnType<typeof twoComponents>>((resolve) => (arrive = () => resolve(twoComponents()))),
    )
    const seen: string[] = []
    const Window = ({ isOpen }: { readonly isOpen: boolean }) => {
      const shown = useLaterPart(both, isOpen, () => undefined)
      useEffect(() => void seen.push(page.textContent ?? ''))
      return (
        <>
          {shown ? <shown.Room /> : 'opening'}
          {shown ? <shown.Keys /> : null}
        </>
      )
    }
    await act(async () => root.render(<Window isOpen />))
    await act(async () => arrive?.())
    await act(async () => root.render(<Window isOpen={false} />))
    await act(async () => root.render(<Window isOpen />))
    expect(seen).toEqual(['opening', 'the room and its keys', 'opening', 'the room and its keys'])
  })

  it('is not loaded before it is wanted', async () => {
    let loads = 0
    const counted = laterPart(async () => ++loads)
    const Window = () => useLaterPart(counted, false, () => undefined) ?? 'nothing'
    await act(async () => root.render(<Window />))
    expect([page.textContent, loads]).toEqual(['nothing', 0])
  })

  it('whose script cannot be read says so each time that it is wanted', async () => {
    const late = laterPart(async (): Promise<string> => {
      throw new Error('no such file')
    })
    const told: unknown[] = []
    whenPartFails((error) => told.push(error))
    let left = 0
    const Window = ({ isOpen }: { readonly isOpen: boolean }) => useLaterPart(late, isOpen, () => left++) ?? 'opening'
    for (const isOpen of [true, false, true])
      await act(async () =>
        root.render(
          <StrictMode>
            <Window isOpen={isOpen} />
          </StrictMode>,
        ),
      )
    expect([page.textContent, left, told]).toEqual([
      'opening',
      2,
      [new Error('no such file'), new Error('no such file')],
    ])
  })
})
