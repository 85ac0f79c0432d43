import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const read = (path: string): string => readFileSync(path, 'utf8')
interface Face {
  readonly family: string
  readonly file: string
  readonly style: string
  readonly weight: string
  readonly letters: string
}

const facesIn = (css: string): readonly Face[] =>
  [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, face = '']) => {
    const of = (property: string): string => new RegExp(`${property}:\\s*([^;]+);`).exec(face)?.[1] ?? ''
    return {
      family: of('font-family').replaceAll("'", ''),
      file: /files\/([\w-]+\.woff2)/.exec(of('src'))?.[1] ?? '',
      style: of('font-style'),
      weight: of('font-weight'),
      letters: of('unicode-range').replace(/\s/g, ''),
    }
  })

test('the window declares each font face with its letters, and only the Latin ones under the first name', () => {
  const window = facesIn(read('src/renderer/styles/fonts.css'))
  const packages = [
    '@fontsource-variable/source-serif-4/opsz.css',
    '@fontsource-variable/source-serif-4/opsz-italic.css',
    '@fontsource-variable/inter/index.css',
  ].flatMap((path) => facesIn(read(require.resolve(path))))
  const inOrder = (faces: readonly Face[]): readonly Face[] => faces.toSorted((a, b) => a.file.localeCompare(b.file))
  const isLatin = ({ file }: Face): boolean => /-latin-(?!ext)/.test(file)
  expect(packages.length).toBeGreaterThan(15)
  expect(inOrder(window)).toEqual(
    inOrder(packages.map((face) => ({ ...face, family: isLatin(face) ? face.family : `${face.family} beyond Latin` }))),
  )
  const tokens = read('src/renderer/styles/tokens.css')
  for (const { family } of packages) expect(tokens).toContain(`'${family}', '${family} beyond Latin'`)
})
