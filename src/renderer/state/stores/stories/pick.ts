/**
 * Selects some fields of a state: `useStory(pick('id', 'copy'))`. The store hooks compare the result field by field.
 */
export const pick =
  <S, K extends keyof S>(...keys: readonly K[]) =>
  (state: S): Pick<S, K> =>
    Object.fromEntries(keys.map((key) => [key, state[key]])) as Pick<S, K>
