/** The browser's time zone if this server knows it, else UTC. */
export function knownTimeZone(timeZone: string | null | undefined): string {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: timeZone ?? 'UTC' }).resolvedOptions().timeZone;
	} catch {
		return 'UTC';
	}
}

/** The browser's locale in its canonical form if it is one, else American English. */
export function knownLocale(locale: string | null | undefined): string {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf(locale ?? '')[0] ?? 'en-US';
	} catch {
		return 'en-US';
	}
}

/** What a new account's deals are counted in until its owner says otherwise. */
export function likelyCurrency(locale: string, timeZone: string): string {
	return locale.startsWith('vi') || timeZone === 'Asia/Ho_Chi_Minh' || timeZone === 'Asia/Saigon' ? 'VND' : 'USD';
}
