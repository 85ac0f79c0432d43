/** Values that writers and readers of NewsML-G2 share. */
export const G2_NAMESPACE = 'http://iptc.org/std/nar/2006-10-01/'
export const XHTML_NAMESPACE = 'http://www.w3.org/1999/xhtml'
/** NewsML-G2 has no alias for headline roles: the rank tells the headline from the deck. */
export const G2_RANKS = { headline: '1', deck: '2' } as const
/** The vocabulary has no signal for notes to receiving desks that are not corrections, so those are literals. */
export const G2_SIGNALS = {
  update: { qcode: 'sig:update' },
  correction: { qcode: 'sig:correction' },
  writethru: { literal: 'writethru' },
  clarification: { literal: 'clarification' },
} as const
