/**
 * The current names of time zones that ICU still lists under an older one. PostgreSQL knows the old names only if the system
 * has its legacy time zone files.
 */
const renamedZones = [
	'Africa/Asmara',
	'America/Argentina/Buenos_Aires',
	'America/Argentina/Catamarca',
	'America/Argentina/Cordoba',
	'America/Argentina/Jujuy',
	'America/Argentina/Mendoza',
	'America/Atikokan',
	'America/Indiana/Indianapolis',
	'America/Kentucky/Louisville',
	'America/Nuuk',
	'Asia/Ho_Chi_Minh',
	'Asia/Kathmandu',
	'Asia/Kolkata',
	'Asia/Yangon',
	'Atlantic/Faroe',
	'Europe/Kyiv',
	'Pacific/Chuuk',
	'Pacific/Kanton',
	'Pacific/Pohnpei',
];

const resolveZone = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;

let renamed: Map<string, string> | undefined;

/** ICU's names of renamed zones, with the current names. */
function presentNames(): Map<string, string> {
	renamed ??= new Map(renamedZones.map((name) => [resolveZone(name), name]));
	return renamed;
}

/** A zone's current name, given any alias in any case. Throws if there is no such zone. */
function presentName(timeZone: string): string {
	const resolved = resolveZone(timeZone);
	return presentNames().get(resolved) ?? resolved;
}

/** The browser's time zone under its present name if this server knows it, else UTC. */
export function knownTimeZone(timeZone: string | null | undefined): string {
	try {
		return presentName(timeZone ?? 'UTC');
	} catch {
		return 'UTC';
	}
}

/** The time zones to choose from, by their present names: UTC, then region by region. */
export function timeZones(): string[] {
	const names = Intl.supportedValuesOf('timeZone').map((name) => presentNames().get(name) ?? name);
	return ['UTC', ...[...new Set(names)].filter((name) => name !== 'UTC').sort()];
}

/** A time zone of the list under its present name, whatever alias it is called by; undefined for anything else. */
export function listedTimeZone(timeZone: string): string | undefined {
	try {
		const name = presentName(timeZone);
		return timeZones().includes(name) ? name : undefined;
	} catch {
		return undefined;
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

/** The locales to choose from; an account may also keep the one that its browser had. */
export const locales = [
	'en-US',
	'en-GB',
	'en-AU',
	'en-IN',
	'vi-VN',
	'de-DE',
	'de-CH',
	'es-ES',
	'fr-FR',
	'id-ID',
	'it-IT',
	'ja-JP',
	'ko-KR',
	'nl-NL',
	'pl-PL',
	'pt-BR',
	'sv-SE',
	'th-TH',
	'zh-CN',
];

/** The codes of the currencies to choose from (ISO 4217). */
export function currencies(): string[] {
	return Intl.supportedValuesOf('currency');
}

/** The currency of a new account. */
export function likelyCurrency(locale: string, timeZone: string): string {
	return locale.startsWith('vi') || knownTimeZone(timeZone) === 'Asia/Ho_Chi_Minh' ? 'VND' : 'USD';
}
