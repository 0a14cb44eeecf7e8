import type { PickerOption } from '@/components/form/picker/picker';
import type { ShownFollowUp } from './due-days';

type Ids = Partial<Record<'companyId' | 'contactId' | 'dealId', string>>;

/** What a follow-up can be about, as its picker offers it: `about` tells those of one name apart. */
export type LinkOption = { id: string; name: string; kind: 'company' | 'contact' | 'deal'; about: string };

/** What is chosen in the picker, with the links that it stands for. */
export type ChosenLink = PickerOption & { links: Ids };

/** What a follow-up is about, the nearest first; undefined where it stands alone. */
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

/** What a form sends of a choice; null chooses nothing. */
export function sentLinks(chosen: ChosenLink | null | undefined) {
	return { ...chosen?.links, ...(chosen?.isNew && { newCompany: chosen.name }) };
}
