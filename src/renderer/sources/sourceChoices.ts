import {
  GROUND_RULES,
  GROUND_RULES_WORDS,
  SOURCE_KINDS,
  SOURCE_KIND_WORDS,
  type GroundRules,
  type SourceKind,
} from '../../story/desk/source'

export const isSourceKind = (value: string): value is SourceKind => (SOURCE_KINDS as readonly string[]).includes(value)
export const isGroundRules = (value: string): value is GroundRules =>
  (GROUND_RULES as readonly string[]).includes(value)

export const KIND_OPTIONS = SOURCE_KINDS.map((kind) => ({ value: kind, label: SOURCE_KIND_WORDS[kind] }))
export const GROUND_RULES_OPTIONS = GROUND_RULES.map((rules) => ({ value: rules, label: GROUND_RULES_WORDS[rules] }))
