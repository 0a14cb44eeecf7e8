import { companySizes, newCompany } from '@/features/companies/schema';
import { domainOfEmail } from '@/lib/text/web-domain';
import type { RowPoints } from './point-cells';
import {
	type CellResult,
	type Cells,
	type CustomFields,
	namesIn,
	parseKeeping,
	type RowContext,
	stagedPoints,
	tagsOf,
} from './row-fields';
import { nextRowId } from './row-ids';

/** Reads a row into a company. */
export function readCompany(
	values: Cells,
	{ email, phone, link }: RowPoints,
	metadata: CustomFields,
	context: RowContext,
): CellResult {
	const parts = ['street', 'city', 'state', 'postalCode', 'country'].flatMap((part) => values[part] ?? []);
	const id = nextRowId();
	const fields = {
		id,
		name: values.name ?? '',
		industry: values.industry,
		size: values.size === undefined ? null : sizeFor(values.size),
		...{ website: link.values, websiteLabel: link.labels.map((label) => label ?? '') },
		...{ phone: phone.values, phoneLabel: phone.labels.map((label) => label ?? '') },
		...{ email: email.values, emailLabel: email.labels.map((label) => label ?? '') },
		address: values.address ?? (parts.length > 0 ? parts.join(', ') : null),
		notes: values.notes,
		tags: tagsOf(values.tags, context),
	};
	const parsed = parseKeeping(newCompany, fields, metadata, context);
	if (!parsed.ok) return parsed;
	// whom a row names is linked once it is saved
	const { id: _, introducedById: __, tags, points, ...columns } = parsed.data;
	const names = namesIn(values, { introducedBy: 'contact', introducedByCompany: 'company' });
	if (!names.ok) return names;
	return {
		ok: true,
		id,
		row: {
			name: columns.name,
			email: columns.email,
			domain: domainOfEmail(columns.email ?? ''),
			company: null,
			contact: null,
			data: { ...columns, ...names.named },
			points: stagedPoints({ ...columns, points }),
			tags,
		},
	};
}

/** A company's size from a cell: one of the ranges, or a number of people. */
function sizeFor(text: string): string {
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
