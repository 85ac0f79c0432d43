import { existsSync } from 'node:fs'

/**
 * A file by its path from the folder of the built programs (out/main), wherever the build has put the code that asks:
 * in a program, or in a chunk one folder below. `from`: its `import.meta.url`. Undefined when there is none, as when
 * run from source.
 */
export function builtFile(path: string, from: string): URL | undefined {
  return [`./${path}`, `../${path}`]
    .map((beside) => new URL(beside, from))
    .find((url) => url.protocol === 'file:' && existsSync(url))
}
