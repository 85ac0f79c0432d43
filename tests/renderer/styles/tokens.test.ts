import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('src/renderer/styles/tokens.css', 'utf8')

const paletteIn = (selector: string): ReadonlyMap<string, string> => {
  const start = css.indexOf(selector)
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))
}
const PALETTES = {
  light: paletteIn(':root {'),
  dark: paletteIn(":root[data-theme='dark'] {"),
  'dark by system': paletteIn(":root:not([data-theme='light']) {"),
}

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['paper', 'desk', 'panel', 'wash', 'hover']
const TEXTS = ['ink', 'soft', 'accent-text', 'ok', 'warn', 'stop', 'ask', 'added', 'removed']

describe.each(Object.entries(PALETTES))('the %s palette', (_name, palette) => {
  test('sets every text with a contrast of at least 4.5 : 1 on every ground', () => {
    const pairs = [
      ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
      ['on-accent', 'accent'] as const,
      ['on-accent', 'accent-strong'] as const,
    ]
    const weak = pairs
      .map(([text, ground]) => ({ text, ground, ratio: contrast(palette.get(text) ?? '', palette.get(ground) ?? '') }))
      .filter(({ ratio }) => !(ratio >= 4.5))
    expect(weak).toEqual([])
  })

  test('draws the frames of controls with a contrast of at least 3 : 1', () => {
    const weak = ['paper', 'panel', 'desk'].filter(
      (ground) => contrast(palette.get('control-line') ?? '', palette.get(ground) ?? '') < 3,
    )
    expect(weak).toEqual([])
  })
})

test("chosen dark and the system's dark have one palette", () => {
  expect(PALETTES['dark by system']).toEqual(PALETTES.dark)
})
