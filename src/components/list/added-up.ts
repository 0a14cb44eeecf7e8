/** A sum or an average of numbers, to one place after the point. */
export const addedUp = (value: string): string => Number(value).toLocaleString('en', { maximumFractionDigits: 1 });
