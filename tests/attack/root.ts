/** The checkout whose files the attempts read. The bundle lies elsewhere, so it is told. */
export const root = process.env['STET_ATTACK_ROOT'] ?? process.cwd()
