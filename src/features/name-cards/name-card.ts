import type { PhoneNumber } from '@/components/rail/shown-person';

/** What a card says of a company or a contact, in words. */
export type ShownNameCard = {
	name: string;
	/** A contact's job title, a company's industry. */
	about: string | null;
	/** A contact's authority, or that they have left. */
	badge: { text: string; tone: string | undefined } | null;
	/** A contact's company, or what there is at a company, such as "3 contacts, 1 open deal". */
	at: { text: string; isName: boolean } | null;
	lastContact: { ago: string; day: string } | null;
	isQuiet: boolean;
	/** What is to be done next, and when, such as "due 3 Dec 2026". */
	next: { title: string; when: string; isOverdue: boolean } | null;
	phone: PhoneNumber | null;
};
