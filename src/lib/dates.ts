/** How an account wants dates shown. */
export type DateSettings = { locale: string; timeZone: string };

// making a formatter costs more than a hundred uses of it
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter({ locale, timeZone }: DateSettings, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = JSON.stringify([locale, timeZone, options]);
	const present = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
	// whoever tries every locale and zone must not fill the memory
	if (formatters.size > 100) formatters.clear();
	formatters.set(key, present);
	return present;
}

/** An instant as the account's day, such as "23 Nov 2026". */
export function formatDay(instant: Date, settings: DateSettings): string {
	return formatter(settings, { dateStyle: 'medium' }).format(instant);
}
