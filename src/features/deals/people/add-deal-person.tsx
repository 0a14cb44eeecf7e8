'use client';

import { useEffect, useRef } from 'react';
import { addContactAnchor, focusAddContact } from '@/components/rail/begin';
import { PlusIcon } from '@/components/ui/icons';
import { awaitField, focusedElement } from '@/lib/browser/type-ahead';
import { AddDealPersonFormLazy } from './add-deal-person-form-lazy';

/** "+", and the form below it that adds a contact to a deal. The browser's own disclosure: it opens before any script runs. */
export function AddDealPerson({ dealId, companyId }: { dealId: string; companyId: string }) {
	const summary = useRef<HTMLElement>(null);
	const stopAwaiting = useRef(() => {});

	// opened before this code was there
	useEffect(() => {
		const form = summary.current?.parentElement;
		if (form instanceof HTMLDetailsElement && form.open && focusedElement() === summary.current) focusAddContact(form);
	}, []);

	return (
		<details
			id={addContactAnchor}
			data-action
			className="add-to-deal"
			onClick={({ currentTarget, target }) => {
				const opens = !currentTarget.open && summary.current?.contains(target as Node);
				// where the browser has much to do, it says that it is open only after the next key
				if (opens) stopAwaiting.current = awaitField();
			}}
			onToggle={({ currentTarget }) => {
				if (currentTarget.open) focusAddContact(currentTarget);
				stopAwaiting.current();
			}}
			onKeyDown={(event) => {
				// a list of contacts that is open takes the key first
				if (event.key !== 'Escape' || event.defaultPrevented || !event.currentTarget.open) return;
				event.preventDefault();
				event.currentTarget.open = false;
				summary.current?.focus();
			}}
		>
			<summary ref={summary} className="reach-button" title="Add contact">
				<PlusIcon />
				<span className="sr-only">Add contact to this deal</span>
			</summary>
			<AddDealPersonFormLazy dealId={dealId} companyId={companyId} />
		</details>
	);
}
