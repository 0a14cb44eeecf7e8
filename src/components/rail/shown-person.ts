import type { NamedRecord } from '@/domain/named-record';

/** A phone number as it was typed, and the user's word for it. */
export type PhoneNumber = { value: string; label: string | null };

/** A contact as a line of a rail shows it, in words. */
export type ShownPerson = {
	id: string;
	name: string;
	jobTitle: string | null;
	/** Where they work, if that is not the company that the rail is about. */
	company: NamedRecord | null;
	/** What is known of their authority, with the classes of its color. */
	badge: { text: string; tone: string | undefined } | null;
	lastContact: { ago: string; day: string } | null;
	/** Whether that is too long ago. */
	isQuiet: boolean;
	/** The main one first. */
	phones: PhoneNumber[];
	email: string | null;
};
