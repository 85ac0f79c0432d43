import { describe, expect, it } from 'vitest'
import { placeBar, type BarRoom, type LineBox } from '../../../src/renderer/sheet/tools/placeBar'

const line = (top: number, left: number, right: number): LineBox => ({ left, top, right, bottom: top + 20 })
const FRAME: LineBox = { left: 0, top: 0, right: 800, bottom: 600 }
const place = (room: Partial<BarRoom>): ReturnType<typeof placeBar> =>
  placeBar({
    bar: { width: 300, height: 32 },
    first: line(200, 100, 110),
    last: line(200, 180, 190),
    frame: FRAME,
    words: [],
    ...room,
  })

describe('the bar at a selection', () => {
  it('stands above it where no words are', () => {
    expect(place({})).toEqual({ left: 100, top: 160 })
  })

  it('stands below it if words are above and none below', () => {
    expect(place({ words: [line(170, 100, 700)] })).toEqual({ left: 100, top: 228 })
  })

  it('stands right of the last word of the line above', () => {
    const words = [line(170, 100, 300), line(200, 100, 700), line(230, 100, 700)]
    expect(place({ words })).toEqual({ left: 308, top: 160 })
  })

  it('stands right of the selection if only that line ends early', () => {
    const words = [line(170, 100, 700), line(200, 100, 190), line(230, 100, 150)]
    expect(place({ words, last: line(200, 180, 190), bar: { width: 300, height: 20 } })).toEqual({
      left: 198,
      top: 200,
    })
  })

  it('covers the fewest words if every room has some', () => {
    const words = [line(170, 100, 700), line(200, 100, 700), line(230, 100, 200)]
    expect(place({ words })).toEqual({ left: 100, top: 228 })
  })

  it('keeps inside the sheet, and does not show where the sheet has no room', () => {
    expect(place({ first: line(200, 700, 710) })).toEqual({ left: 484, top: 160 })
    expect(place({ frame: { ...FRAME, top: 190, bottom: 215 } })).toBeUndefined()
  })
})
