import { customProperties } from '@/components/form/in-place/custom-properties';
import type { Property } from '@/components/form/in-place/property';
import { pointsText, shownPoints } from '@/components/form/in-place/shown-points';
import { authorityTones } from '@/components/ui/tones';
import type { OwnFields } from '@/domain/fields/own-fields';
import { companyPath, contactPath } from '@/domain/paths';
import { dayIn, formatDate } from '@/lib/dates/dates';
import type { MoneyStyle } from '@/lib/money/money';
import { countryOf } from '@/lib/text/phone-readings';
import { type AuthorityLevel, authorityLabels, authorityLevels } from './authority';
import { dueDay, rhythmLabels, rhythms } from './rhythm';
import type { Contact } from './server/contact-queries';

type Settings = { locale: string; timeZone: string };

const decisionLabel = (level: AuthorityLevel | null) =>
	level ? `Decision maker · ${authorityLabels[level]}` : 'Decision maker';
const decisionOptions = [
	['yes', decisionLabel(null)],
	...authorityLevels.map((level) => [level, decisionLabel(level)] as const),
	['', 'Not a decision maker'],
] as const;
const rhythmOptions = [...rhythms.map((rhythm) => [rhythm, rhythmLabels[rhythm]] as const), ['', 'Not set'] as const];

/** A contact's name, to be edited in place. */
export const contactName = ({ name }: Pick<Contact, 'name'>): Property => ({
	...{ field: 'name', label: 'Contact name', value: name, editor: { as: 'line' } },
});

/** The fields of a contact that its page shows and that are edited there, in their order. */
export function contactProperties(contact: Contact, settings: Settings): Property[] {
	const { company, jobTitle, isDecisionMaker, authorityLevel, introducedBy, reportsTo, tags, leftOn, leftTo } = contact;
	const country = countryOf(settings.locale);
	const points = (field: string, label: string, kind: 'link' | 'phone' | 'email'): Property => ({
		...{ field, label, value: pointsText(contact, kind), points: shownPoints(contact, kind, country) },
		editor: { as: 'points' },
	});
	const left: Property[] = [
		{
			...{ field: 'leftOn', label: 'Left on', value: leftOn ?? '', editor: { as: 'day' } },
			text: leftOn ? formatDate(leftOn, settings) : '',
		},
		{ field: 'leftTo', label: 'Left to', value: leftTo ?? '', editor: { as: 'line' } },
	];
	const rhythm: Property = {
		...{ field: 'rhythm', label: 'Stay in touch', editor: { as: 'choice', options: rhythmOptions } },
		...{ value: contact.rhythm ?? '', text: contact.rhythm ? rhythmLabels[contact.rhythm] : '' },
		...dueNote(contact, settings),
	};
	return [
		{
			...{ field: 'companyId', label: 'Company', value: company.id, text: company.name, to: companyPath(company.id) },
			editor: {
				as: 'record',
				source: '/api/companies',
				list: 'companies',
				none: 'No matching companies',
				required: true,
				creates: 'newCompany',
			},
		},
		{ field: 'jobTitle', label: 'Job title', value: jobTitle ?? '', editor: { as: 'line' } },
		{
			...{ field: 'decides', label: 'Decision maker', editor: { as: 'choice', options: decisionOptions } },
			...(isDecisionMaker
				? {
						...{ value: authorityLevel ?? 'yes', text: decisionLabel(authorityLevel) },
						tone: authorityLevel ? authorityTones[authorityLevel] : 'bg-secondary text-secondary-foreground',
					}
				: { value: '' }),
		},
		{ ...points('phone', 'Phone', 'phone'), copyKey: 'p' },
		{ ...points('email', 'Email', 'email'), copyKey: 'm' },
		// who has left is not asked for
		...(leftOn ? left : [rhythm]),
		{
			...{ field: 'tags', label: 'Tags', editor: { as: 'own' }, tags: tags.map(({ tag }) => tag) },
			value: tags.length === 0 ? '' : JSON.stringify(tags.map(({ tag }) => tag.name).toSorted()),
		},
		points('link', 'Link', 'link'),
		{
			...{ field: 'reportsToId', label: 'Reports to', value: reportsTo?.id ?? '' },
			...(reportsTo && { text: reportsTo.name, to: contactPath(reportsTo.id) }),
			editor: {
				...{ as: 'record', list: 'contacts', none: 'No matching contacts at this company', creates: 'newContact' },
				source: `/api/contacts?${new URLSearchParams({ companyId: company.id, except: contact.id })}`,
			},
		},
		{
			...{ field: 'introducedById', label: 'Introduced by', value: introducedBy?.id ?? '' },
			...(introducedBy && {
				text: introducedBy.name,
				to: contactPath(introducedBy.id),
				note: introducedBy.companyName,
				isOwnNote: true,
			}),
			editor: {
				...{ as: 'record', list: 'contacts', none: 'No matching contacts' },
				source: `/api/contacts?except=${contact.id}`,
			},
		},
	];
}

/** When to be in touch again, whether that is over, and until when that was put off; nothing for who has left. */
function dueNote(contact: Contact, settings: Settings): Pick<Property, 'note' | 'isLate'> {
	const { rhythm, leftOn, createdAt, stats, quietUntil } = contact;
	if (!rhythm || leftOn) return {};
	const today = dayIn(new Date(), settings.timeZone);
	const due = dueDay(dayIn(stats.lastContactAt ?? createdAt, settings.timeZone), rhythm);
	if (due >= today) return { note: `due ${formatDate(due, settings)}` };
	if (quietUntil && quietUntil > today) return { note: `snoozed until ${formatDate(quietUntil, settings)}` };
	return { note: `overdue since ${formatDate(due, settings)}`, isLate: true };
}

/** All of a contact's fields that are edited in place; `own` are its custom fields. */
export const allContactProperties = (contact: Contact, own: OwnFields, settings: Settings & MoneyStyle): Property[] => [
	contactName(contact),
	...contactProperties(contact, settings),
	...customProperties(own, settings),
];
