import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import ts from 'typescript'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..', '..', 'src')
const english = join(src, 'catalogue', 'en')

/** Area → key → message. */
const areas = new Map(
  readdirSync(english).map((file) => [
    basename(file, '.json'),
    new Map(Object.entries(JSON.parse(readFileSync(join(english, file), 'utf8')) as Record<string, string>)),
  ]),
)

interface Asked {
  readonly at: string
  readonly area: string
  /** The keys that the call can ask for; a prefix ends with `*`. */
  readonly keys: readonly string[]
  /** The names of the values that go in; undefined when the call does not spell them out. */
  readonly values: readonly string[] | undefined
}

const asked = sources(src).flatMap(asksOf)

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

function asksOf(path: string): readonly Asked[] {
  const text = readFileSync(path, 'utf8')
  if (!text.includes('catalogue/')) return []
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Asked[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const area = /^(\w+)Text$/.exec(node.expression.text)?.[1]
      const [key, values] = node.arguments
      if (area !== undefined && areas.has(area) && key) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart())
        found.push({
          at: `${path.slice(src.length + 1)}:${line + 1}`,
          area,
          keys: keysOf(key),
          values: namesOf(values),
        })
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function keysOf(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)]
  if (ts.isParenthesizedExpression(node)) return keysOf(node.expression)
  if (ts.isTemplateExpression(node)) return [`${node.head.text}*`]
  return ['*']
}

function namesOf(node: ts.Expression | undefined): readonly string[] | undefined {
  if (node === undefined) return []
  if (!ts.isObjectLiteralExpression(node)) return undefined
  const names = node.properties.map((property) => property.name?.getText())
  return names.every((name) => name !== undefined) ? names : undefined
}

type Elements = ReturnType<IntlMessageFormat['getAst']>

/** The placeholders of a message, those in its plural forms too. */
function placeholders(message: string): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (elements: Elements): void => {
    for (const element of elements) {
      if ('options' in element) {
        names.add(element.value)
        for (const { value } of Object.values(element.options)) visit(value as Elements)
      } else if (element.type !== 0 && element.type !== 7) names.add(String(element.value))
    }
  }
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst())
  return names
}

const matches = (key: string, pattern: string): boolean =>
  pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern

test('every message of the catalogue is a well-formed ICU message', () => {
  const malformed = [...areas].flatMap(([area, messages]) =>
    [...messages].flatMap(([key, message]) => {
      try {
        placeholders(message)
        return []
      } catch (error) {
        return [`${area}: ${key}: ${String(error)}`]
      }
    }),
  )
  expect(malformed).toEqual([])
})

test('every key that the code asks for is in the catalogue', () => {
  const missing = asked.flatMap(({ at, area, keys }) =>
    keys
      .filter((pattern) => ![...(areas.get(area)?.keys() ?? [])].some((key) => matches(key, pattern)))
      .map((pattern) => `${at} asks ${area} for ${pattern}`),
  )
  expect(missing).toEqual([])
})

test('every message is asked for somewhere', () => {
  const patterns = new Map<string, Set<string>>()
  for (const { area, keys } of asked) patterns.set(area, new Set([...(patterns.get(area) ?? []), ...keys]))
  const unused = [...areas].flatMap(([area, messages]) => {
    const exact = patterns.get(area) ?? new Set()
    const prefixes = [...exact].filter((pattern) => pattern.endsWith('*'))
    return [...messages.keys()]
      .filter((key) => !exact.has(key) && !prefixes.some((pattern) => matches(key, pattern)))
      .map((key) => `${area}: ${key}`)
  })
  expect(unused).toEqual([])
})

test('every placeholder of a message gets a value', () => {
  const wanting = asked.flatMap(({ at, area, keys, values }) =>
    values === undefined
      ? []
      : keys.flatMap((key) =>
          [...placeholders(areas.get(area)?.get(key) ?? '')]
            .filter((name) => !values.includes(name))
            .map((name) => `${at}: ${key} wants {${name}}`),
        ),
  )
  expect(wanting).toEqual([])
})

test('each area reads its messages in a way that Node reads too', () => {
  const modules = readdirSync(join(src, 'catalogue')).filter((name) => name.endsWith('.ts'))
  const unmarked = modules.filter((name) =>
    /from '[^']+\.json'(?! with \{ type: 'json' \})/.test(readFileSync(join(src, 'catalogue', name), 'utf8')),
  )
  expect(unmarked).toEqual([])
})

test('one word stands for one thing in English', () => {
  const words = /\b(?:nobody|somebody|anybody|everybody|machines?)\b/i
  const found = [...areas].flatMap(([area, messages]) =>
    [...messages].flatMap(([key, message]) =>
      words.test(message.replace('{machine}', '')) ? [`${area}: ${key}`] : [],
    ),
  )
  expect(found, '“no one”, “someone”, “anyone”, “everyone”, “computer”').toEqual([])
})
