/** Tests begin with all parts of a window loaded, as a person does a moment after the start. */
import { beforeAll } from 'vitest'
import { loadParts } from '../../src/renderer/ui/later'

beforeAll(() => loadParts(async () => undefined))
