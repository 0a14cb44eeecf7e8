import type { PickerOption } from '@/components/form/picker/picker';

/** The company and contact that an option belongs to. */
export type Belongs = {
	companyId?: string;
	companyName?: string;
	contactId?: string | null;
	contactName?: string | null;
};

/** The contact that a chosen deal brings along. */
export function contactOfDeal(deal: (PickerOption & Belongs) | null): PickerOption[] {
	const { contactId, contactName } = deal ?? {};
	return contactId && contactName ? [{ id: contactId, name: contactName }] : [];
}
