/** The days that a week begins on somewhere, by their ISO numbers. */
export const weekStarts = { '1': 'Monday', '6': 'Saturday', '7': 'Sunday' } as const;
