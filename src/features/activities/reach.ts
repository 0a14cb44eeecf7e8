import type { ActivityType } from './activity-types';

type Links = { companyId: string } | { contactId: string };

/** A call or a message that a link begins, as it would be logged. */
export type Reach = {
	type: ActivityType;
	noun: string;
	/** Stands before the name. */
	question: string;
	subject: string;
	of: Links;
	/** With whom. */
	name: string;
};

/** What each kind of link begins; a chat counts as a call, which it takes the place of. */
const kinds: [href: RegExp, type: ActivityType, noun: string, subject: string][] = [
	[/^tel:/, 'call', 'call', 'Call with'],
	[/^sms:/, 'call', 'message', 'SMS with'],
	[/^https:\/\/zalo\.me\//, 'call', 'chat', 'Zalo chat with'],
	[/^https:\/\/wa\.me\//, 'call', 'chat', 'WhatsApp chat with'],
	[/^mailto:/, 'email', 'email', 'Email to'],
];

/** What a link begins, with whom its place on the page says or else with the page's own record; null for any other link. */
export function reachOf(link: HTMLAnchorElement, page?: { of: Links; name: string }): Reach | null {
	const kind = kinds.find(([href]) => href.test(link.getAttribute('href') ?? ''));
	if (!kind) return null;
	const [, type, noun, about] = kind;
	const { contact, contactName } = link.closest<HTMLElement>('[data-contact]')?.dataset ?? {};
	const { company, companyName } = link.closest<HTMLElement>('[data-company]')?.dataset ?? {};
	const beside =
		contact && contactName
			? { of: { contactId: contact }, name: contactName }
			: company && companyName
				? { of: { companyId: company }, name: companyName }
				: page;
	if (!beside) return null;
	const { of, name } = beside;
	return {
		type,
		noun,
		question: `Log this ${noun} with`,
		subject: `${about} ${[...name].slice(0, 170).join('')}`,
		of,
		name,
	};
}
