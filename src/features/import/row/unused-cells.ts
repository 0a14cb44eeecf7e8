import { normalizedHeader } from '../file/column-headers';
import { type Cells, type CustomFields, labelOf, type RowContext } from './row-fields';

const addressParts = ['street', 'city', 'state', 'postalCode', 'country'];
const nameParts = ['firstName', 'middleName', 'lastName'];

/**
 * Puts aside what a row says twice and in other words: parts of an address beside a whole one, a `whole` name beside its parts; and the
 * company of whoever introduced a record where nobody is named.
 */
export function keepUnused(
	values: Cells,
	whole: 'name' | 'contact' | null,
	metadata: CustomFields,
	{ settings }: RowContext,
): void {
	const setAside = (id: string) => {
		const text = values[id];
		if (text !== undefined) metadata.setAside(labelOf(id, settings.kind), text);
	};
	if (values.introducedBy === undefined) setAside('introducedByCompany');
	const { address } = values;
	if (address !== undefined) for (const id of addressParts) if (!isWithin(values[id], address)) setAside(id);
	const name = whole && values[whole];
	if (!whole || name === undefined || name === null) return;
	if (values.firstName === undefined || values.lastName === undefined) {
		for (const id of nameParts) if (!isWithin(values[id], name)) setAside(id);
	} else if (!isWithin(name, nameParts.map((id) => values[id] ?? '').join(' '))) setAside(whole);
}

/** Whether all words of a text are in another, whatever their order and case. */
function isWithin(text: string | undefined, other: string): boolean {
	const all = new Set(wordsOf(other));
	return wordsOf(text ?? '').every((word) => all.has(word));
}

const wordsOf = (text: string) =>
	text
		.split(/[\s,;]+/u)
		.map(normalizedHeader)
		.filter(Boolean);
