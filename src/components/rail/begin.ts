import { focusInRecord } from '@/components/layout/record-fields';
import { newFollowUpAnchor } from '@/domain/shortcuts';

// What a signal leads to on the page that it stands on.

/** The id of the part of a record's page that adds a contact: a `details` with the field in it. */
export const addContactAnchor = 'add-contact';

/** Puts the focus into the field of a new follow-up, which a button opens where it is not there yet. */
export function beginFollowUp(): void {
	if (!focusInRecord('followUp')) document.getElementById(newFollowUpAnchor)?.querySelector('button')?.click();
}

/** Puts the focus into the field of that form. */
export function focusAddContact(form: HTMLElement): void {
	// its code may be on its way
	form.querySelector<HTMLElement>('[data-stand-in],input:not([type=hidden])')?.focus();
}

/** Opens the form that adds a contact, and puts the focus into it; returns whether there is one. */
export function beginAddingContact(): boolean {
	const form = document.getElementById(addContactAnchor);
	if (!(form instanceof HTMLDetailsElement)) return false;
	form.closest('.record')?.querySelector<HTMLInputElement>('[data-parts] [value="people"]')?.click();
	form.open = true;
	focusAddContact(form);
	return true;
}

/** Opens the editor of a property in the head of a record's page; returns whether there is one. */
export function beginEditing(field: string): boolean {
	const stop = document.querySelector<HTMLElement>(`.record > [data-head] [data-edit-stop="${field} 0"]`);
	stop?.click();
	return stop !== null;
}
