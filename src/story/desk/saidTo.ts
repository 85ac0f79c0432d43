/** A refusal names the person that it is about. Said to that very person, it says “you”. */
import { rightsText } from '../../catalogue/story/rights'

const PARTS = ['author', 'recorder', 'writer', 'role', 'notLegal', 'noPin', 'notOnRoster'] as const

/** `person`: who reads it. Undefined: nobody has said who they are, and the names stay. */
export const saidTo = (person: string | undefined, refusal: string): string =>
  person === undefined || person === ''
    ? refusal
    : PARTS.reduce(
        (said, part) => said.replace(rightsText(`is.${part}`, { by: person }), () => rightsText(`you.${part}`)),
        refusal,
      )

/** `saidTo` where there may be no refusal. */
export const whySaidTo = (person: string | undefined, refusal: string | undefined): string | undefined =>
  refusal === undefined ? undefined : saidTo(person, refusal)
