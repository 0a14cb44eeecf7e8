import { type ImportKind, importFields, type Target } from '../row/import-fields';
import { normalizedHeader } from './column-headers';

/** Fields that mean the same in files of different kinds. */
const meanings: Record<string, Partial<Record<ImportKind, string>>> = {
	company: { companies: 'name', contacts: 'company', deals: 'company' },
	person: { companies: 'contact', contacts: 'name', deals: 'contact' },
	email: { companies: 'email', contacts: 'email', deals: 'contactEmail' },
	phone: { companies: 'phone', contacts: 'phone', deals: 'contactPhone' },
	personEmail: { companies: 'contactEmail', contacts: 'email' },
	personPhone: { companies: 'contactPhone', contacts: 'phone' },
	jobTitle: { companies: 'contactTitle', contacts: 'jobTitle', deals: 'contactTitle' },
	link: { companies: 'website', contacts: 'link' },
	industry: { companies: 'industry', contacts: 'companyIndustry', deals: 'companyIndustry' },
	size: { companies: 'size', contacts: 'companySize', deals: 'companySize' },
	companyPhone: { companies: 'phone', contacts: 'companyPhone', deals: 'companyPhone' },
	companyEmail: { companies: 'email', contacts: 'companyEmail', deals: 'companyEmail' },
	companyWebsite: { companies: 'website', contacts: 'companyWebsite', deals: 'companyWebsite' },
	companyAddress: { companies: 'address', contacts: 'companyAddress', deals: 'companyAddress' },
	deal: { deals: 'name' },
};

/** The field of another kind that means the same; undefined if there is none. */
function sameField(id: string, from: ImportKind, to: ImportKind): string | undefined {
	const meaning = Object.values(meanings).find((fields) => fields[from] === id);
	const same = meaning ? meaning[to] : id;
	return importFields[to].some((field) => field.id === same) ? same : undefined;
}

type Mapped = { kind: ImportKind; header: string[]; targets: Target[] };

/**
 * What the user has mapped by hand, put over what was guessed for another kind, encoding or row of names: the columns that are not as
 * they were guessed before. Where the columns are others, they are found by their names. `lost` are the names of those that could not be
 * kept. `newFieldLike` a custom field is a new one of the other kind.
 */
export function keepMapped(
	guessed: Mapped,
	{ mapped, guess: before }: { mapped: Mapped; guess: Target[] },
	newFieldLike: (id: string) => Target,
): { targets: Target[]; lost: string[] } {
	const targets = [...guessed.targets];
	const lost: string[] = [];
	const isSame = (one: Target | undefined, other: Target | undefined) => JSON.stringify(one) === JSON.stringify(other);
	const several = new Set(importFields[guessed.kind].flatMap(({ id, several: many }) => (many ? id : [])));
	const placeOf = placesIn(guessed, mapped);
	for (const [column, target] of mapped.targets.entries()) {
		if (isSame(target, before[column])) continue;
		const place = placeOf(column);
		const kept = place === undefined ? undefined : translated(target, mapped.kind, guessed.kind, newFieldLike);
		if (place === undefined || kept === undefined) {
			if (target) lost.push(mapped.header[column] || `Column ${column + 1}`);
			continue;
		}
		const clears = kept && !('field' in kept && several.has(kept.field));
		if (clears) for (const [other, each] of targets.entries()) if (isSame(each, kept)) targets[other] = null;
		targets[place] = kept;
	}
	return { targets, lost };
}

/** Where a column of a table is in the same one as it is read otherwise; undefined if it is in none of its columns. */
function placesIn(now: Mapped, before: Mapped): (column: number) => number | undefined {
	const count = now.targets.length;
	if (before.targets.length === count) return (column) => column;
	const places = new Map(now.header.slice(0, count).map((name, place) => [normalizedHeader(name), place]));
	return (column) => places.get(normalizedHeader(before.header[column] ?? '') || '-');
}

function translated(
	target: Target,
	from: ImportKind,
	to: ImportKind,
	newFieldLike: (id: string) => Target,
): Target | undefined {
	if (from === to || !target || 'create' in target) return target;
	if ('custom' in target) return newFieldLike(target.custom);
	const field = sameField(target.field, from, to);
	return field ? { field } : undefined;
}
