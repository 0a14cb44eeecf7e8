import { authorityLabels, authorityLevels, newContact, rhythmLabels, rhythms } from '@/features/contacts/schema';
import { domainOfEmail } from '@/lib/text/web-domain';
import { readDay } from './cell-days';
import { readYes } from './cell-values';
import { companyDetails } from './company-details';
import { nameInEmail, personName } from './contact-person';
import type { RowPoints } from './point-cells';
import {
	addressIn,
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
import { keepUnused } from './unused-cells';

/** Reads a row into a contact. */
export function readContact(
	values: Cells,
	{ email, phone, link }: RowPoints,
	metadata: CustomFields,
	context: RowContext,
): CellResult {
	const id = nextRowId();
	keepUnused(values, 'name', metadata, context);
	const name = nameOf(values, email.values, context);
	const address = addressIn(values);
	// contacts have no field for it
	if (address) metadata.keep('Address', address);
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
	if (!parsed.ok) return parsed.field === 'name' && name === '' ? { ...parsed, reason: missingName } : parsed;
	// whom a row names is linked once all of them are there
	const { id: _, companyId: __, introducedById: ___, reportsToId: ____, tags, points, ...columns } = parsed.data;
	const names = namesIn(values, { introducedBy: 'contact', introducedByCompany: 'company', reportsTo: 'contact' });
	if (!names.ok) return names;
	const domain = domainOfEmail(columns.email ?? '');
	const company = companyFor(values.company, { domain, person: columns.name }, context);
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
			data: {
				...columns,
				...names.named,
				saysCompany: values.company !== undefined,
				isNameless: !hasNames(context.settings),
				...companyDetails(values, metadata, context),
			},
			points: stagedPoints({ ...columns, points }),
			tags,
		},
	};
}

const missingName =
	'Contact name is required. Add it in the file, or leave the name columns out to name people by their email.';

/** A name in parts, or a whole one where these are missing; where no column has names, the first part of the address. */
function nameOf(values: Cells, emails: string | string[] | undefined, { settings }: RowContext): string {
	const name = personName(values, values.name, settings);
	if (name !== '' || hasNames(settings)) return name;
	const [email = ''] = [emails ?? ''].flat();
	return nameInEmail(email);
}

const isName = new Set(['name', 'firstName', 'middleName', 'lastName']);
const hasNames = ({ targets }: RowContext['settings']) =>
	targets.some((target) => target && 'field' in target && isName.has(target.field));
