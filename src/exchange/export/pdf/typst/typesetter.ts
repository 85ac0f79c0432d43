import { exportsText } from '../../../../catalogue/rooms/exports'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { builtFile } from '../../../../start/builtFile'
import { NewsroomError } from '../../../../story/requests/requests'
import { COMPILER_FILE, COMPILER_PACKAGE, FONT_FILES, TYPESET_FOLDER } from './typesetFiles'
import { messageOf } from '../../../../story/text/messageOf'

/** Typst with its fonts. */
export interface Typesetter {
  readonly NodeCompiler: typeof NodeCompiler
  /** Path of a file. A compiler with a file as its folder can reach no other file. */
  readonly nowhere: string
  readonly fonts: readonly Buffer[]
}

let loaded: Typesetter | undefined

/** Loads the typesetter on first use. @throws NewsroomError `failed` if there is none for this kind of machine. */
export function typesetter(): Typesetter {
  return (loaded ??= loadTypesetter(createRequire(import.meta.url)))
}

/** The path of a copy that the build made. Undefined for a program that runs from source. */
function copy(name: string): string | undefined {
  const url = builtFile(`${TYPESET_FOLDER}/${name}`, import.meta.url)
  return url && fileURLToPath(url)
}

/** The path of one of FONT_FILES. @throws Error if it is not installed. */
export const fontPath = (file: string, require = createRequire(import.meta.url)): string =>
  copy(basename(file)) ?? require.resolve(file)

/** @param require Of the calling module. */
export function loadTypesetter(require: NodeJS.Require): Typesetter {
  try {
    // A program that runs from source has no copies: use the packages.
    const { NodeCompiler } = require(copy(COMPILER_FILE) ?? COMPILER_PACKAGE) as Pick<Typesetter, 'NodeCompiler'>
    const files = FONT_FILES.map((file) => fontPath(file, require))
    return { NodeCompiler, nowhere: files[0] ?? '', fonts: files.map((file) => readFileSync(file)) }
  } catch (error) {
    throw new NewsroomError(
      'failed',
      exportsText('pdf.noTypesetter', { machine: `${process.platform}-${process.arch}`, error: firstLine(error) }),
    )
  }
}

const firstLine = (error: unknown): string => messageOf(error).split('\n')[0] ?? ''
