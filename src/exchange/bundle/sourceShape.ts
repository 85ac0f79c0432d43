/** Sources as they travel: whole, or sealed to their pseudonym. */
import { foldForScan } from '../../projection/scan/readings/foldForScan'
import { contactParts, MOST_CONTACT_PARTS } from '../../projection/scan/seek/contactParts'
import { GROUND_RULES, LONGEST_CONTACT, LONGEST_NAME, SOURCE_KINDS, type Source } from '../../story/desk/source'
import { isRecord } from '../../story/text/isRecord'

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 20_000
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.length <= 1000 && value.every(isText)
const isFlag = (value: unknown): boolean => typeof value === 'boolean'
const isMac = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

const NEEDED: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(value),
  name: isText,
  kind: (value) => SOURCE_KINDS.some((kind) => kind === value),
  groundRules: (value) => GROUND_RULES.some((rules) => rules === value),
  groundRulesVersion: (value) => Number.isSafeInteger(value),
  protected: isFlag,
  aliases: isTexts,
}
const ALLOWED: Readonly<Record<string, (value: unknown) => boolean>> = {
  ...NEEDED,
  wording: isText,
  description: isText,
  contact: isText,
  pooler: isText,
  poolNumber: isText,
  derivedFrom: isTexts,
  officialRecord: isFlag,
  pseudonym: isText,
  destroyed: (value) => isRecord(value) && isText(value['by']) && isText(value['at']),
  mergedInto: isText,
  observed: (value) => value === true,
  commitmentKey: isMac,
  sameAs: (value) => isTexts(value) && (value as readonly string[]).every(isMac),
  commitment: (value) => typeof value === 'string' && /^(?:[0-9a-f]{128})?$/.test(value),
}

export const isSource = (value: unknown): value is Source =>
  isRecord(value) &&
  Object.entries(value).every(([name, item]) => Object.hasOwn(ALLOWED, name) && ALLOWED[name]?.(item) === true) &&
  Object.keys(NEEDED).every((name) => name in value)

/** A protected source with all that is known of it, as it lies in a sealed part. */
export const isRevealed = (source: Source): boolean =>
  source.protected &&
  source.commitmentKey !== undefined &&
  [source.commitment, source.destroyed, source.mergedInto].every((value) => value === undefined) &&
  source.pseudonym !== undefined &&
  [source.name, ...source.aliases].every(isUsableName) &&
  isUsableContact(source.contact ?? '')

/** A contact that may be sought in each export. */
export const isUsableContact = (contact: string): boolean =>
  contact.length <= LONGEST_CONTACT && contactParts(contact) <= MOST_CONTACT_PARTS

/** A protected source says nothing that identifies: no name but the pseudonym, no contact, no terms, no key. */
export const isSealedOrOpen = (source: Source): boolean =>
  !source.protected ||
  (source.name === source.pseudonym &&
    source.aliases.length === 0 &&
    [source.contact, source.wording, source.pooler, source.poolNumber, source.commitmentKey].every(
      (value) => value === undefined,
    ))

/**
 * A name that exports may be searched for. One without letters, and one or two letters of an alphabet, stand in every
 * text. Two signs are a whole name where each is a syllable or a word: 王伟.
 */
function isUsableName(name: string): boolean {
  if (name.length > LONGEST_NAME) return false
  const letters = foldForScan(name).text.match(/[\p{L}\p{N}]/gu) ?? []
  return letters.length >= (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(name) ? 2 : 3)
}
