import { customInputName, withCustom } from '@/components/form/custom-form';
import { withLists } from '@/components/form/point-lists';
import type { FormTexts } from '@/components/form/quick/form-texts';
import type { FormField } from '@/domain/custom-fields/custom-field-types';
import type { NamedRecord } from '@/domain/named-record';

/** The records that one dialog creates. */
export type NewPart = 'company' | 'contact' | 'deal';

/** The ids of those that are to be. */
export type NewIds = Record<NewPart, string>;

/** Records that are there already, in place of new ones. */
export type Fixed = Partial<Record<'company' | 'contact', NamedRecord>>;

/** The custom fields that a new record of each kind is asked for. */
export type AskedFields = Record<NewPart, FormField[]>;

type Sent = Partial<Record<NewPart, Record<string, unknown>>>;

/** The fields of each part that make a record of it; the others are chosen beforehand. */
const telling: Record<NewPart, readonly string[]> = {
	company: ['name', 'website', 'phone', 'industry', 'size', 'address'],
	contact: ['name', 'jobTitle', 'phone', 'email'],
	deal: ['name', 'value', 'expectedCloseOn'],
};

/**
 * What a dialog for `what` sends of its form: the record that it is for, and the others if anything is typed into them. Each names
 * the others that it belongs to by their ids, be they new or there already.
 */
export function sentRecords(
	what: NewPart,
	texts: FormTexts,
	ids: NewIds,
	fixed: Fixed,
	custom: Partial<AskedFields> = {},
): Sent {
	const began = (part: NewPart) => isBegun(part, what, texts, defaultsOf(part, custom));
	const company = !fixed.company && began('company') ? partOf('company', texts) : undefined;
	const contact = !fixed.contact && began('contact') ? contactOf(texts) : undefined;
	const deal = began('deal') ? partOf('deal', texts) : undefined;
	// a picker chooses the id of what it names
	const companyId =
		fixed.company?.id ?? (what === 'company' ? company && ids.company : texts[`${what}.companyId`]) ?? '';
	const contactId = fixed.contact?.id ?? (what === 'deal' ? texts['deal.contactId'] : contact && ids.contact) ?? '';
	const { contactRole = roleOf(texts['contact.decides']), ...ownDeal } = deal ?? {};
	return {
		...(company && { company: { ...company, id: companyId } }),
		...(contact && { contact: { ...contact, id: contactId, companyId } }),
		...(deal && { deal: { ...ownDeal, id: ids.deal, companyId, contactId, ...(contactId && { contactRole }) } }),
	};
}

/** The role in the deal that what is said of a new contact suggests, where the dialog does not ask for it. */
const roleOf = (decides = '') => (decides === 'influencer' ? 'influencer' : decides && 'decision_maker');

/** Whether a record is to be made of a part. */
function isBegun(part: NewPart, what: NewPart, texts: FormTexts, defaults: FormTexts): boolean {
	if (part === what) return true;
	// what a picker chooses is new only if it sends a name
	if (what !== 'company' && part === 'company') return Boolean(texts['company.name']);
	if (what === 'deal' && part === 'contact') return Boolean(texts['contact.name']);
	return Object.entries(texts).some(([name, text]) => {
		const [of, field = ''] = name.split('.');
		const isTelling = telling[part].includes(field) || name in defaults;
		return of === part && isTelling && text.trim() !== (defaults[name] ?? '');
	});
}

/** What the custom fields of a part begin with, by the names that they have in the form. */
const defaultsOf = (part: NewPart, custom: Partial<AskedFields>): FormTexts =>
	Object.fromEntries((custom[part] ?? []).map(({ id, text }) => [customInputName(id, `${part}.`), text.trim()]));

/** The fields of a part by their own names. */
function partOf(part: NewPart, texts: FormTexts): Record<string, unknown> {
	const own = Object.entries(texts).filter(([name]) => name.startsWith(`${part}.`));
	return withCustom(withLists(Object.fromEntries(own.map(([name, text]) => [name.slice(part.length + 1), text]))));
}

function contactOf(texts: FormTexts): Record<string, unknown> {
	const { decides, ...contact } = partOf('contact', texts);
	return { ...contact, isDecisionMaker: Boolean(decides), authorityLevel: decides === 'yes' ? '' : (decides ?? '') };
}

/** What will be added, in words; empty if nothing is typed yet. */
export function sayAdded(sent: Sent, texts: FormTexts): string {
	const nouns = (['company', 'contact', 'deal'] as const).filter(
		(part) => sent[part] && telling[part].some((field) => texts[`${part}.${field}`]?.trim()),
	);
	const list = new Intl.ListFormat('en-US').format(nouns.map((noun) => `a ${noun}`));
	return list && `Adds ${list}`;
}
