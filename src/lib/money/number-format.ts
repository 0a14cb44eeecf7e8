// making a formatter costs more than a hundred uses of it
const formats = new Map<string, Intl.NumberFormat>();

/** A number formatter, made once for each locale and set of options. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
	const key = JSON.stringify([locale, options]);
	const present = formats.get(key) ?? new Intl.NumberFormat(locale, options);
	// trying every locale and currency must not fill the memory
	if (formats.size > 500) formats.clear();
	formats.set(key, present);
	return present;
}
