'use client';

import { useState } from 'react';
import { CompanyPicker } from '@/features/companies/components/company-picker';
import { ContactPicker } from '@/features/contacts/components/contact-picker';
import { DealPicker } from '@/features/deals/components/deal-picker';

type Named = { id: string; name: string };
export type Links = { company?: Named | undefined; contact?: Named | undefined; deal?: Named | undefined };

/** What an option says beside its name: whose it is. */
type Belongs = { companyId?: string; companyName?: string; contactId?: string | null; contactName?: string | null };

/** Whom an activity belongs to. A contact brings its company, a deal its company and contact; the others narrow. */
export function ActivityLinks({ initial }: { initial: Links }) {
	const [links, setLinks] = useState<Links>(initial);
	// a picker reads its choice once: another number makes another picker, which shows what the others chose
	const [turns, setTurns] = useState({ company: 0, contact: 0, deal: 0 });

	function choose(next: Links, others: (keyof Links)[]) {
		setLinks(next);
		setTurns((before) => ({ ...before, ...Object.fromEntries(others.map((name) => [name, before[name] + 1])) }));
	}

	function onCompany(company: Named | null) {
		choose({ company: company ?? undefined }, ['contact', 'deal']);
	}

	function onContact(contact: (Named & Belongs) | null) {
		const company = links.company ?? companyOf(contact);
		choose({ ...links, company, contact: contact ?? undefined }, links.company ? [] : ['company', 'deal']);
	}

	function onDeal(deal: (Named & Belongs) | null) {
		const company = links.company ?? companyOf(deal);
		const { contactId, contactName } = deal ?? {};
		const contact = links.contact ?? (contactId && contactName ? { id: contactId, name: contactName } : undefined);
		const others: (keyof Links)[] = links.company ? [] : ['company'];
		choose({ company, contact, deal: deal ?? undefined }, links.contact ? others : [...others, 'contact']);
	}

	return (
		<>
			<CompanyPicker
				key={`company ${turns.company}`}
				name="companyId"
				label="Company"
				initial={links.company}
				onChoose={onCompany}
			/>
			<ContactPicker
				key={`contact ${turns.contact}`}
				name="contactId"
				label="Contact"
				initial={links.contact}
				companyId={links.company?.id}
				onChoose={onContact}
			/>
			<div className="sm:col-span-2">
				<DealPicker
					key={`deal ${turns.deal}`}
					name="dealId"
					label="Deal"
					initial={links.deal}
					companyId={links.company?.id}
					onChoose={onDeal}
				/>
			</div>
		</>
	);
}

function companyOf(chosen: Belongs | null): Named | undefined {
	return chosen?.companyId && chosen.companyName ? { id: chosen.companyId, name: chosen.companyName } : undefined;
}
