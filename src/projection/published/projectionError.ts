/** Something in the story is not on the allow-list, so nothing is exported. `name` of the thing is in the message. */
export class ProjectionError extends Error {
  override readonly name = 'ProjectionError'
  constructor(
    /** What was met: "mark", "block role", "field" … */
    readonly what: string,
    readonly unknown: string,
  ) {
    super(
      `Nothing was exported: the story holds a ${what} that exports do not know (“${unknown}”). The story itself is safe.`,
    )
  }
}
