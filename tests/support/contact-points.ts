import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { contactChanges, contactList, newContact } from '@/features/contacts/schema';
import * as contacts from '@/features/contacts/server/contact-mutations';
import { getContact, listContacts } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { act, recorded } from './act';

// Contacts with several emails, phones and links, made and saved by what their form sends.

/** The points of a contact as a form sends them. */
export const several = {
	...{ email: ['Bao@BinhMinh.example.com', 'bao@example.org'], emailLabel: ['Work', ''] },
	...{ phone: ['0901 234 567', '', '+84 28 3822 1111'], phoneLabel: ['Zalo', 'Home', 'Switchboard'] },
	...{ link: 'www.example.com/bao', linkLabel: 'LinkedIn' },
};

/** The contacts of one company. */
export function contactsOf(lan: UserId, companyId: string) {
	const fieldsOf = (name: string, more: object = {}) => ({ name, companyId, tags: '[]', ...more });
	const open = async (id: string) => (await getContact(lan, id)) ?? expect.fail();
	return {
		fieldsOf,
		open,
		async add(name: string, more: object = {}): Promise<string> {
			const id = uuidv7();
			await act((tx) => contacts.createContact(tx, lan, newContact.parse({ id, ...fieldsOf(name, more) })));
			return id;
		},
		/** Saves the form, opened now; returns the change set. */
		async save(id: string, more: object): Promise<string> {
			const { name, version } = await open(id);
			const form = contactChanges.parse({ id, version, ...fieldsOf(name, more) });
			return recorded((tx) => contacts.updateContact(tx, lan, form), 'Edit contact');
		},
		/** The names of those whom the search of the list finds. */
		async found(q: string): Promise<string[]> {
			const { rows } = await listContacts(lan, contactList.parse({ q }), 'UTC');
			return rows.map(({ name }) => name);
		},
	};
}
