import type { PointKind } from '@/domain/contact-points/contact-point';
import { pointValues } from '@/domain/contact-points/contact-point-schema';
import { companySizes } from '@/features/companies/schema';
import { optionalLine, optionalText } from '@/lib/text/text';
import { sizeFor } from './company-row';
import { pointsInCell } from './point-texts';
import { type Cells, type CustomFields, labelOf, type RowContext } from './row-fields';

/** What rows of contacts and deals say of their company: its fields, and the limits of these. */
const texts = {
	companyIndustry: { key: 'industry', schema: optionalLine(100) },
	companyAddress: { key: 'address', schema: optionalText(500) },
} as const;

const points: [id: string, kind: PointKind][] = [
	['companyWebsite', 'link'],
	['companyPhone', 'phone'],
	['companyEmail', 'email'],
];

type Details = { industry?: string; address?: string; size?: string; points: { kind: PointKind; value: string }[] };

/** What a row says of its company; what does not fit stays with the record. Undefined for nothing. */
export function companyDetails(
	values: Cells,
	metadata: CustomFields,
	{ settings, locale }: RowContext,
): { ofCompany?: Details } {
	const details: Details = { points: [] };
	for (const [id, { key, schema }] of Object.entries(texts)) {
		const text = values[id];
		if (text === undefined) continue;
		const read = schema.safeParse(text);
		if (read.success && read.data) details[key] = read.data;
		else metadata.setAside(labelOf(id, settings.kind), text);
	}
	if (values.companySize !== undefined) {
		const size = sizeFor(values.companySize);
		if (companySizes.some((each) => each === size)) details.size = size;
		else metadata.setAside(labelOf('companySize', settings.kind), values.companySize);
	}
	for (const [id, kind] of points)
		for (const { value } of pointsInCell(kind, values[id] ?? '', { source: settings.source, locale })) {
			const read = pointValues[kind].safeParse(value);
			if (read.success && read.data) details.points.push({ kind, value: read.data });
			else metadata.setAside(labelOf(id, settings.kind), value);
		}
	const isEmpty = Object.keys(details).length === 1 && details.points.length === 0;
	return isEmpty ? {} : { ofCompany: details };
}
