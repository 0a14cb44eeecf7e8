import { authorityLabels, authorityLevels, newContact, rhythmLabels, rhythms } from '@/features/contacts/schema';
import { domainOfEmail } from '@/lib/text/web-domain';
import { readDay, readYes } from './cell-values';
import type { RowPoints } from './point-cells';
import {
	type CellResult,
	type Cells,
	type CustomFields,
	companyFor,
	isAnyOf,
	namesIn,
	parseKeeping,
	type RowContext,
	stagedPoints,
	tagsOf,
} from './row-fields';
import { nextRowId } from './row-ids';

const givenFirst = ['firstName', 'middleName', 'lastName'];
const familyFirst = ['lastName', 'middleName', 'firstName'];

/** Reads a row into a contact. */
export function readContact(
	values: Cells,
	{ email, phone, link }: RowPoints,
	metadata: CustomFields,
	context: RowContext,
): CellResult {
	const id = nextRowId();
	const name =
		values.name ??
		(context.settings.familyFirst ? familyFirst : givenFirst).flatMap((part) => values[part] ?? []).join(' ');
	const level = authorityLevels.find((each) => isAnyOf(values.authorityLevel, each, authorityLabels[each]));
	const decides = readYes(values.isDecisionMaker ?? '');
	if (decides === null) return { ok: false, field: 'isDecisionMaker', reason: 'This is neither yes nor no.' };
	const rhythm = rhythms.find((each) => isAnyOf(values.rhythm, each, rhythmLabels[each]));
	const fields = {
		id,
		// found, or made, later
		companyId: id,
		name,
		jobTitle: values.jobTitle,
		...{ email: email.values, emailLabel: email.labels.map((label) => label ?? '') },
		...{ phone: phone.values, phoneLabel: phone.labels.map((label) => label ?? '') },
		...{ link: link.values, linkLabel: link.labels.map((label) => label ?? '') },
		isDecisionMaker: decides || level !== undefined,
		authorityLevel: level ?? values.authorityLevel ?? null,
		rhythm: rhythm ?? values.rhythm ?? null,
		leftOn: values.leftOn === undefined ? null : (readDay(values.leftOn, context.settings.dayOrder) ?? values.leftOn),
		leftTo: values.leftTo,
		notes: values.notes,
		tags: tagsOf(values.tags, context),
	};
	const parsed = parseKeeping(newContact, fields, metadata, context);
	if (!parsed.ok) return parsed;
	// whom a row names is linked once all of them are there
	const { id: _, companyId: __, introducedById: ___, reportsToId: ____, tags, points, ...columns } = parsed.data;
	const names = namesIn(values, { introducedBy: 'contact', introducedByCompany: 'company', reportsTo: 'contact' });
	if (!names.ok) return names;
	const domain = domainOfEmail(columns.email ?? '');
	const company = companyFor(values.company, domain, context);
	if (!company.ok) return company;
	return {
		ok: true,
		id,
		row: {
			name: columns.name,
			email: columns.email,
			domain,
			company: company.name,
			contact: null,
			data: { ...columns, ...names.named, saysCompany: values.company !== undefined },
			points: stagedPoints({ ...columns, points }),
			tags,
		},
	};
}
