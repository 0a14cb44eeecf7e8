import type { PickerOption } from '@/components/form/picker/picker';
import type { ShownFollowUp } from './due-days';
import type { LinkOption } from './schema';

type Ids = Partial<Record<'companyId' | 'contactId' | 'dealId', string>>;

/** The choice in the picker, with its links. */
export type ChosenLink = PickerOption & { links: Ids };

/** The most specific record that a follow-up belongs to; undefined if there is none. */
export function linkOf({ company, contact, deal }: Pick<ShownFollowUp, 'company' | 'contact' | 'deal'>) {
	const about = [deal, contact, company].flatMap((each) => each ?? []);
	const [nearest] = about;
	if (!nearest) return undefined;
	return {
		id: nearest.id,
		name: about.map(({ name }) => name).join(' · '),
		links: {
			...(company && { companyId: company.id }),
			...(contact && { contactId: contact.id }),
			...(deal && { dealId: deal.id }),
		},
	} satisfies ChosenLink;
}

/** The links that an option stands for. What is new is a company, which is made with the follow-up. */
export function chosenLink(option: LinkOption | PickerOption): ChosenLink {
	const kind = 'kind' in option ? option.kind : 'company';
	return { ...option, links: { [`${kind}Id`]: option.id } };
}

/** The fields that a form sends for a choice; null is no choice. */
export function sentLinks(chosen: ChosenLink | null | undefined) {
	return { ...chosen?.links, ...(chosen?.isNew && { newCompany: chosen.name }) };
}
