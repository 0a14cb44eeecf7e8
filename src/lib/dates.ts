/** How an account wants dates shown. */
export type DateSettings = { locale: string; timeZone: string };

/** An instant as the account's day, such as "23 Nov 2026". */
export function formatDay(instant: Date, { locale, timeZone }: DateSettings): string {
	return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(instant);
}
