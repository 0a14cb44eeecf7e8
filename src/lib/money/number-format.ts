// making a formatter costs more than a hundred uses of it
const formats = new Map<string, Intl.NumberFormat>();

/** A formatter of numbers, made once for all who want the same. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
	const key = JSON.stringify([locale, options]);
	const present = formats.get(key) ?? new Intl.NumberFormat(locale, options);
	// whoever tries every locale and currency must not fill the memory
	if (formats.size > 500) formats.clear();
	formats.set(key, present);
	return present;
}
