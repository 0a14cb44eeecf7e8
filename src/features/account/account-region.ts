import { currencies, locales, timeZones } from '@/lib/locale';
import type { Settings } from './server/account-queries';

export type RegionOption = { value: string; label: string };
export type RegionOptionGroup = { label: string; choices: RegionOption[] };
export type LocaleChoice = RegionOption & { example: string };

/** The options of an account: the lists, and its present settings if they are not in them. */
export type RegionChoices = {
	currencies: RegionOptionGroup[];
	locales: LocaleChoice[];
	timeZones: RegionOptionGroup[];
};

const usualCurrencies = ['VND', 'USD', 'EUR', 'GBP', 'JPY', 'CNY', 'SGD', 'AUD'];

/** The choices of the region's form, named in English; the examples are made here, so that no browser shows others. */
export function regionChoices(present: Settings): RegionChoices {
	return {
		currencies: currencyChoices(present.currency),
		locales: withPresent(locales, present.locale).map(localeChoice),
		timeZones: timeZoneChoices(present.timeZone),
	};
}

function currencyChoices(present: string): RegionOptionGroup[] {
	const names = new Intl.DisplayNames('en', { type: 'currency' });
	const choice = (code: string) => ({ value: code, label: `${code} – ${names.of(code)}` });
	const others = withPresent(currencies(), present).filter((code) => !usualCurrencies.includes(code));
	return [
		{ label: 'Usual', choices: usualCurrencies.map(choice) },
		{ label: 'All others', choices: others.map(choice) },
	];
}

// a day and a number that look different wherever anything does
const exampleDay = new Date('2026-03-31T12:00:00Z');
const exampleNumber = 1234567.89;

function localeChoice(locale: string): LocaleChoice {
	const number = new Intl.NumberFormat(locale).format(exampleNumber);
	const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(exampleDay);
	const name = new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;
	return { value: locale, label: `${name}: ${number}, ${day}`, example: `${number} · ${day}` };
}

function timeZoneChoices(present: string): RegionOptionGroup[] {
	const regions = new Map<string, RegionOption[]>();
	for (const zone of withPresent(timeZones(), present)) {
		const [region = '', ...place] = zone.split('/');
		const named = place.length > 0;
		const choices = regions.get(named ? region : 'Everywhere') ?? [];
		choices.push({ value: zone, label: (named ? place.join(', ') : region).replaceAll('_', ' ') });
		regions.set(named ? region : 'Everywhere', choices);
	}
	return [...regions].map(([label, choices]) => ({ label, choices }));
}

function withPresent(list: string[], present: string): string[] {
	return list.includes(present) ? list : [...list, present];
}
