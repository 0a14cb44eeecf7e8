import { companySizes, newCompany } from '@/features/companies/schema';
import { domainOfEmail } from '@/lib/text/web-domain';
import { contactDetails, withUnnamed } from './contact-person';
import type { RowPoints } from './point-cells';
import {
	addressIn,
	type CellResult,
	type Cells,
	type CustomFields,
	nameFor,
	namesIn,
	parseKeeping,
	type RowContext,
	stagedPoints,
	tagsOf,
} from './row-fields';
import { nextRowId } from './row-ids';
import { keepUnused } from './unused-cells';

/** Reads a row into a company. */
export function readCompany(values: Cells, points: RowPoints, metadata: CustomFields, context: RowContext): CellResult {
	const id = nextRowId();
	keepUnused(values, null, metadata, context);
	const { email, phone, link } = ownPoints(values, points, context);
	const fields = {
		id,
		name: values.name ?? '',
		industry: values.industry,
		size: values.size === undefined ? null : sizeFor(values.size),
		...{ website: link.values, websiteLabel: link.labels.map((label) => label ?? '') },
		...{ phone: phone.values, phoneLabel: phone.labels.map((label) => label ?? '') },
		...{ email: email.values, emailLabel: email.labels.map((label) => label ?? '') },
		address: addressIn(values),
		notes: values.notes,
		tags: tagsOf(values.tags, context),
	};
	const parsed = parseKeeping(newCompany, fields, metadata, context);
	if (!parsed.ok) return parsed;
	// whom a row names is linked once it is saved
	const { id: _, introducedById: __, tags, points: further, ...columns } = parsed.data;
	const names = namesIn(values, { introducedBy: 'contact', introducedByCompany: 'company' });
	if (!names.ok) return names;
	const person = nameFor('contact', values.contact);
	if (!person.ok) return person;
	return {
		ok: true,
		id,
		row: {
			name: columns.name,
			email: columns.email,
			domain: domainOfEmail(columns.email ?? ''),
			company: null,
			contact: person.name,
			data: { ...columns, ...names.named, ...contactDetails(values, person.name, metadata, context) },
			points: stagedPoints({ ...columns, points: further }),
			tags,
		},
	};
}

/** The points of a company; those of a contact person without a name are its own, and are taken out of `values`. */
function ownPoints(values: Cells, points: RowPoints, context: RowContext): RowPoints {
	const own = { ...points };
	if (values.contact !== undefined) return own;
	for (const [id, kind] of [
		['contactEmail', 'email'],
		['contactPhone', 'phone'],
	] as const) {
		const joined = withUnnamed(own[kind], kind, values[id], context);
		if (!joined) continue;
		own[kind] = joined;
		delete values[id];
	}
	return own;
}

/** A company's size from a cell: one of the ranges, or a number of people. */
export function sizeFor(text: string): string {
	const bare = text
		.replace(/\s/g, '')
		.replace(/[–—]/g, '-')
		.replace(/(employees|nhânviên|people)$/i, '');
	const same = companySizes.find((size) => size === bare);
	if (same) return same;
	const people = Number(
		bare
			.replace(/[.,](?=\d{3}(\D|$))/g, '')
			.replace(/\+$/, '')
			.split('-')
			.at(-1),
	);
	if (!Number.isFinite(people) || people < 1) return text;
	if (people <= 10) return '1-10';
	if (people <= 50) return '11-50';
	if (people <= 200) return '51-200';
	return people <= 500 ? '201-500' : '500+';
}
