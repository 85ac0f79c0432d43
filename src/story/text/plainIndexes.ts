const AT_LEVEL = '⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉'

/**
 * Figures above and below the line that stand behind a letter, as plain ones: who types “CO2” and “m2” means “CO₂” and
 * “m²”. Behind a figure they stay: 10⁶ is not 106. The text keeps its length.
 */
export const plainIndexes = (text: string): string =>
  text.replace(/(?<=[\p{L}\p{M}])[⁰¹²³⁴-⁹₀-₉]+/gu, (figures) =>
    [...figures].map((figure) => AT_LEVEL.indexOf(figure) % 10).join(''),
  )
