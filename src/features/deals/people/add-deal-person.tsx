'use client';

import { useRef } from 'react';
import { addContactAnchor, focusAddContact } from '@/components/rail/begin';
import { PlusIcon } from '@/components/ui/icons';
import { AddDealPersonFormLazy } from './add-deal-person-form-lazy';

/** "+", and the form below it that adds a contact to a deal. The browser's own disclosure: it opens before any script runs. */
export function AddDealPerson({ dealId, companyId }: { dealId: string; companyId: string }) {
	const summary = useRef<HTMLElement>(null);
	return (
		<details
			id={addContactAnchor}
			data-action
			className="add-to-deal"
			onToggle={({ currentTarget }) => currentTarget.open && focusAddContact(currentTarget)}
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
