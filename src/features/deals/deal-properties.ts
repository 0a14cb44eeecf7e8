import { customProperties } from '@/components/form/in-place/custom-properties';
import type { Property } from '@/components/form/in-place/property';
import type { OwnFields } from '@/domain/fields/own-fields';
import { companyPath, contactPath, dealHistoryPath } from '@/domain/paths';
import { dayOfColumn, formatDate } from '@/lib/dates/dates';
import { formatMoney, formatRounded, type MoneyStyle } from '@/lib/money/money';
import type { Deal } from './server/deal-queries';
import { dealStages, isClosed, stageNames } from './stage/stages';

type Settings = { locale: string };

/** A deal's name, to be edited in place. */
export const dealName = ({ name }: Pick<Deal, 'name'>): Property => ({
	...{ field: 'name', label: 'Deal name', value: name, editor: { as: 'line' } },
});

/** How often one of a deal's numbers was changed, if it was, with the way to when and how. */
function changes(
	{ id, changed }: Pick<Deal, 'id' | 'changed'>,
	field: keyof Deal['changed'],
): Pick<Property, 'changed'> {
	const times = changed[field];
	return times > 0 ? { changed: { times, path: dealHistoryPath(id, { field }) } } : {};
}

/** The numbers of a deal that stand in its header: value, expected close date and probability. */
export function dealFacts(deal: Deal, settings: Settings): Property[] {
	const { value, currency, ownProbability, probability, stage, expectedCloseOn } = deal;
	const style = { locale: settings.locale, currency };
	const amount = value.toFixed(2);
	const day = expectedCloseOn ? dayOfColumn(expectedCloseOn) : '';
	const weighted = formatRounded(
		value
			.mul(probability ?? 0)
			.div(100)
			.toString(),
		style,
	);
	return [
		{
			...{ field: 'value', label: 'Deal value', value: `${amount} ${currency}`, text: formatMoney(amount, style) },
			...changes(deal, 'value'),
			editor: { as: 'money' },
		},
		// of a closed deal these are settled
		...(isClosed(stage)
			? []
			: [
					{
						...{ field: 'expectedCloseOn', label: 'Expected close date', value: day, editor: { as: 'day' } },
						text: day ? formatDate(day, settings) : '',
						...changes(deal, 'expectedCloseOn'),
					} satisfies Property,
					{
						...{ field: 'ownProbability', label: 'Probability', value: ownProbability?.toString() ?? '' },
						...{ text: `${probability}%`, note: `${weighted} weighted`, ...changes(deal, 'ownProbability') },
						editor: { as: 'line', numeric: 'percent' },
					} satisfies Property,
				]),
	];
}

/** The other fields of a deal that its page shows and that are edited there, in their order. */
export function dealProperties(deal: Deal): Property[] {
	const { company, contact, stage, lostReason } = deal;
	const lost: Property = { field: 'lostReason', label: 'Lost reason', value: lostReason ?? '', editor: { as: 'text' } };
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
		{
			...{ field: 'contactId', label: 'Contact', value: contact?.id ?? '' },
			...(contact && { text: contact.name, to: contactPath(contact.id) }),
			editor: {
				...{ as: 'record', list: 'contacts', none: 'No matching contacts at this company', creates: 'newContact' },
				source: `/api/contacts?companyId=${company.id}`,
			},
		},
		...(stage === 'closed_lost' ? [lost] : []),
	];
}

/** All of a deal's fields that are edited in place; the stage among them, for a list. `own` are its custom fields. */
export const allDealProperties = (deal: Deal, own: OwnFields, settings: MoneyStyle): Property[] => [
	dealName(deal),
	...dealFacts(deal, settings),
	{
		...{ field: 'stage', label: 'Stage', of: deal.name, value: deal.stage, text: stageNames[deal.stage] },
		editor: {
			as: 'choice',
			options: dealStages.map((stage) => [stage, stageNames[stage]] as const),
			asks: ['closed_lost'],
		},
	},
	...dealProperties(deal),
	...customProperties(own, settings),
];
