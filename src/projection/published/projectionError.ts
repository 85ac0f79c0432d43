import { projectionText } from '../../catalogue/rooms/projection'

type Key = Parameters<typeof projectionText>[0]

/** The name of a message under `unknown.` in the catalogue: a kind of thing that exports do not know. */
export type UnknownThing = Key extends infer K ? (K extends `unknown.${infer Name}` ? Name : never) : never

/** Something in the story is not on the allow-list, so nothing is exported. The message names it. */
export class ProjectionError extends Error {
  override readonly name = 'ProjectionError'

  /** `unknown`: the name that was met. `mark`: for a property of a mark, the mark. */
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
