/** What writers and readers of NewsML-G2 have to agree on. */
export const G2_NAMESPACE = 'http://iptc.org/std/nar/2006-10-01/'
export const XHTML_NAMESPACE = 'http://www.w3.org/1999/xhtml'
/** There is no alias for headline roles: the rank tells the headline from the deck. */
export const G2_RANKS = { headline: '1', deck: '2' } as const
/** Notes to receiving desks that are no correction have no signal in the vocabulary; they are literals. */
export const G2_SIGNALS = {
  update: { qcode: 'sig:update' },
  correction: { qcode: 'sig:correction' },
  writethru: { literal: 'writethru' },
  clarification: { literal: 'clarification' },
} as const
