/** Whether the variable CI says that a runner of jobs runs this. Empty, “0” and “false” say that none does. */
export const isRunner = (ci: string | undefined): boolean =>
  !['', '0', 'false'].includes((ci ?? '').trim().toLowerCase())
