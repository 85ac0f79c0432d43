import { existsSync } from 'node:fs'

/**
 * Returns the URL of a file by its path from the folder of the built programs (out/main). The build may have put the
 * calling code into a program there or into a chunk one folder below. `from`: the caller's `import.meta.url`. Returns
 * undefined if there is no such file, as when the code runs from source.
 */
export function builtFile(path: string, from: string): URL | undefined {
  return [`./${path}`, `../${path}`]
    .map((candidate) => new URL(candidate, from))
    .find((url) => url.protocol === 'file:' && existsSync(url))
}
