import type { Copy } from '../../story/copy/copy'
import { FIELD_AUDIENCE, FIELD_NAMES, type Fields } from '../../story/ledger/fields'
import { hashCopy } from '../../story/ledger/hash'
import type { LedgerState } from '../../story/ledger/ledger'
import { textOut, type TextOut } from '../../story/ledger/leaving/textsOut'
import { instant } from '../../story/text/format/instant'
import type { Stage } from '../../story/ledger/stages'
import type { Story } from '../../story/assessment/story'
import { projectBlocks } from './projectBlocks'
import { ownGuid } from './ownGuid'
import { ProjectionError, type UnknownThing } from './projectionError'
import { publishableText } from './publishableText'
import type { Audience, PublishedFields, PublishedStory, PubStatus } from './publishedStory'
import { defined } from '../../story/text/defined'

export interface ProjectionOptions {
  readonly audience: Audience
  /** Marked DRAFT and withheld, at any stage. */
  readonly draft?: boolean
  /** Killed stories only: the headline and deck that readers have. Absent: the story's copy has them. */
  readonly publishedCopy?: Copy
  /** The number of what leaves, and of what left before. Absent: those of the versions of the desk. */
  readonly out?: NumberOut
}

/** How receivers number what leaves. */
export interface NumberOut {
  readonly version: number
  /** Absent: nothing left before. */
  readonly previous?: number
  /** Hash of all that leaves (textsOut.ts). Absent: the story says it, and there is no record of a correction. */
  readonly text?: string
  /** It leaves under an id of its own. */
  readonly hasOwnId?: boolean
}

const PUB_STATUS: Readonly<Record<Stage, PubStatus>> = {
  draft: 'withheld',
  filed: 'withheld',
  inReview: 'withheld',
  cleared: 'usable',
  published: 'usable',
  spiked: 'withheld',
  killed: 'canceled',
}

/**
 * The only projection for publication. The result has no internal id, fact, comment, evidence, sign-off or name from
 * the roster, except bylines and contributors, which are typed for print. Soft hyphens and zero-width spaces are left
 * out. A killed story keeps only headline and deck as published, not those of an open next version.
 * @throws ProjectionError naming the first role, mark, property or field that is not allowed by name.
 */
export function projectStory(story: Story, options: ProjectionOptions): PublishedStory {
  const { standing } = story.ledger
  const draft = options.draft ?? false
  const killed = standing.stage === 'killed'
  const blocks = projectBlocks(killed ? copyOfKill(story, options.publishedCopy) : story.copy)
  const { version, previous, hasOwnId = false } = options.out ?? numberOfDesk(story.ledger)
  // A withheld file would take the story down where it is live. So it leaves as an item of its own and replaces none.
  const isOther = (draft && !killed) || hasOwnId
  return {
    audience: options.audience,
    guid: isOther ? ownGuid(story.guid, textOfOther(story, options.out)) : story.guid,
    version,
    ...(isOther ? { hasOwnId: true as const } : defined({ previous })),
    ...defined({ versionKind: standing.versionKind }),
    pubStatus: draft && !killed ? 'withheld' : PUB_STATUS[standing.stage],
    draft,
    created: wholeInstant('created', story.created),
    fields: projectFields(story.fields, options.audience, killed),
    blocks: killed ? blocks.filter((block) => block.role === 'headline' || block.role === 'deck') : blocks,
  }
}

/** What is not published replaces what readers have. A version that is, replaced the one before. */
function numberOfDesk({ standing: { stage, version }, publishedVersion = 0 }: LedgerState): NumberOut {
  const isKilled = stage === 'killed'
  const previous = publishedVersion < version || isKilled ? publishedVersion : version - 1
  return { version: version + (isKilled ? 1 : 0), ...(previous > 0 ? { previous } : {}) }
}

/** The text of a draft: each has an id of its own, so that receivers drop no later one. */
const textOfOther = ({ copy, fields, ledger }: Story, out?: NumberOut): Required<TextOut> => ({
  ...textOut(copy, fields, ledger),
  ...defined({ text: out?.text }),
})

/** Returns the story's copy only if it is the published one and nothing of it is kept back. */
const copyOfKill = ({ copy, ledger }: Story, published: Copy | undefined): Copy =>
  published ?? (hashCopy(copy) === ledger.publishedHash ? copy : [])

/**
 * A kill has no embargo: systems would keep it back. An embargo is that of all versions (IPTC ninjs guidelines,
 * `embargoed`).
 */
function projectFields(fields: Fields, audience: Audience, killed: boolean): PublishedFields {
  for (const name of Object.keys(fields)) {
    if (!(FIELD_NAMES as readonly string[]).includes(name) || !Object.hasOwn(FIELD_AUDIENCE, name))
      throw new ProjectionError('field', name)
  }
  for (const line of fields.byline) onlyKeys('bylineProperty', line, ['name', 'role'])
  onlyKeys('datelineProperty', fields.dateline, ['place', 'date'])
  const line = (text: string) => publishableText(text).replaceAll('\t', ' ').trim()
  const embargo = killed || fields.embargo.trim() === '' ? '' : wholeInstant('embargo', fields.embargo)
  return {
    kind: fields.kind,
    byline: fields.byline
      .map(({ name, role }) => ({ name: line(name), ...(role ? { role: line(role) } : {}) }))
      .filter(({ name }) => name !== ''),
    contributors: line(fields.contributors),
    dateline: { place: line(fields.dateline.place), date: line(fields.dateline.date) },
    language: line(fields.language),
    subjects: fields.subjects.map(line).filter(Boolean),
    keywords: fields.keywords.map(line).filter(Boolean),
    provider: line(fields.provider),
    copyrightLine: line(fields.copyrightLine),
    ...(audience === 'wire'
      ? {
          wire: {
            slug: line(fields.slug),
            urgency: fields.urgency,
            edNote: line(fields.edNote),
            embargo,
            usageTerms: line(fields.usageTerms),
          },
        }
      : {}),
  }
}

function onlyKeys(what: UnknownThing, value: object, known: readonly string[]): void {
  for (const key of Object.keys(value)) if (!known.includes(key)) throw new ProjectionError(what, key)
}

/** An unreadable embargo must not count as "no embargo", for the public either. */
function wholeInstant(field: 'created' | 'embargo', text: string): string {
  const whole = instant(text)
  if (whole === undefined) throw new ProjectionError(`${field}Time`, text)
  return whole
}
