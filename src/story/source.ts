/** The library's source book. */
export const SOURCE_KINDS = ['person', 'document', 'official', 'pool', 'outlet', 'dataset', 'observation', 'media'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]
export const GROUND_RULES = ['onTheRecord', 'background', 'deepBackground', 'offTheRecord'] as const
export type GroundRules = (typeof GROUND_RULES)[number]

export interface Source {
  readonly id: string
  readonly name: string
  readonly kind: SourceKind
  readonly groundRules: GroundRules
  /** Raised whenever ground rules change; sign-offs remember it. */
  readonly groundRulesVersion: number
  /** The identity must never leave the desk. */
  readonly protected: boolean
  readonly aliases: readonly string[]
  readonly contact?: string
}

export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  person: 'Person', document: 'Document', official: 'Official statement', pool: 'Pool report', outlet: 'Another outlet', dataset: 'Dataset',
  observation: 'Own observation', media: 'Image, audio or video'
}
export const GROUND_RULES_WORDS: Readonly<Record<GroundRules, string>> = {
  onTheRecord: 'On the record', background: 'Background', deepBackground: 'Deep background', offTheRecord: 'Off the record'
}
