import { z } from 'zod';
import { newCompany } from '@/features/companies/schema';
import { newContact } from '@/features/contacts/schema';
import { newDeal } from '@/features/deals/schema';
import { recordId } from '@/lib/text/text';

/** A new company, its contact and its deal as one dialog sends them; what is left out is not made, and may be there already. */
export const newRecords = z.strictObject({
	company: newCompany.optional(),
	contact: newContact.optional(),
	deal: newDeal.optional(),
});

/** The record that a dialog is opened for: of several, the one that says most about the others. */
export const presetOf = z.strictObject({
	companyId: recordId.optional(),
	contactId: recordId.optional(),
	dealId: recordId.optional(),
});
