import { projectionText } from '../../catalogue/projection'

type Key = Parameters<typeof projectionText>[0]

/** What exports do not know: the name of a message under `unknown.` in the catalogue. */
export type UnknownThing = Key extends infer K ? (K extends `unknown.${infer Name}` ? Name : never) : never

/** Something in the story is not on the allow-list, so nothing is exported. The message names it. */
export class ProjectionError extends Error {
  override readonly name = 'ProjectionError'

  /** `unknown`: what was met, as the story has it. `mark`: of a property of a mark, the mark. */
  constructor(
    readonly what: UnknownThing,
    readonly unknown: string,
    mark = '',
  ) {
    super(
      projectionText('projectionError.unknown', { what: projectionText(`unknown.${what}`, { name: mark }), unknown }),
    )
  }
}
