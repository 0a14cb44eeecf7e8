import { customProperties } from '@/components/form/in-place/custom-properties';
import type { Property } from '@/components/form/in-place/property';
import { pointsText, shownPoints } from '@/components/form/in-place/shown-points';
import type { OwnFields } from '@/domain/fields/own-fields';
import { contactPath } from '@/domain/paths';
import type { MoneyStyle } from '@/lib/money/money';
import { countryOf } from '@/lib/text/phone-readings';
import { companySizes, sizeOf } from './schema';
import type { Company } from './server/company-queries';

const sizeOptions = [...companySizes.map((size) => [size, `${size} people`] as const), ['', 'Not known'] as const];

/** A company's name, to be edited in place. */
export const companyName = ({ name }: Pick<Company, 'name'>): Property => ({
	...{ field: 'name', label: 'Company name', value: name, editor: { as: 'line' } },
});

/** The fields of a company that its page shows and that are edited there, in their order. */
export function companyProperties(company: Company, locale: string): Property[] {
	const { industry, address, introducedBy, tags } = company;
	const country = countryOf(locale);
	const size = sizeOf(company.size);
	const points = (field: string, label: string, kind: 'link' | 'phone' | 'email'): Property => ({
		...{ field, label, value: pointsText(company, kind), points: shownPoints(company, kind, country) },
		editor: { as: 'points' },
	});
	return [
		points('website', 'Website', 'link'),
		points('phone', 'Phone', 'phone'),
		points('email', 'Email', 'email'),
		{ field: 'address', label: 'Address', value: address ?? '', editor: { as: 'text' } },
		{
			...{ field: 'industry', label: 'Industry', value: industry ?? '' },
			editor: { as: 'line', suggestions: '/api/companies/industries' },
		},
		{
			...{ field: 'size', label: 'Size', value: size ?? '', text: size ? `${size} people` : '' },
			editor: { as: 'choice', options: sizeOptions },
		},
		{
			...{ field: 'tags', label: 'Tags', editor: { as: 'own' }, tags: tags.map(({ tag }) => tag) },
			value: tags.length === 0 ? '' : JSON.stringify(tags.map(({ tag }) => tag.name).toSorted()),
		},
		{
			...{ field: 'introducedById', label: 'Introduced by', value: introducedBy?.id ?? '' },
			...(introducedBy && { text: introducedBy.name, to: contactPath(introducedBy.id) }),
			...(introducedBy && { note: introducedBy.companyName, isOwnNote: true }),
			editor: { as: 'record', source: '/api/contacts', list: 'contacts', none: 'No matching contacts' },
		},
	];
}

/** All of a company's fields that are edited in place; `own` are its custom fields. */
export const allCompanyProperties = (company: Company, own: OwnFields, style: MoneyStyle): Property[] => [
	companyName(company),
	...companyProperties(company, style.locale),
	...customProperties(own, style),
];
