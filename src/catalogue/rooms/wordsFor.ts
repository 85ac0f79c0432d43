/**
 * Words for the members of a set, as a record. Each word is asked for when it is read, so that the language can change
 * after the module is loaded.
 */
export function wordsFor<Member extends string>(
  members: readonly Member[],
  word: (member: Member) => string,
): Readonly<Record<Member, string>> {
  const getters = members.map((member) => [member, { get: () => word(member), enumerable: true }] as const)
  return Object.defineProperties({} as Record<Member, string>, Object.fromEntries(getters))
}
