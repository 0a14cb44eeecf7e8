import Link from 'next/link';
import { Facts } from '@/components/layout/facts';
import { EmailLink, PhoneLink } from '@/components/ui/contact-links';
import { companyPath } from '@/lib/paths';
import type { Contact } from '../queries';
import { AuthorityBadge } from './authority-badge';

/** What is known about a person. */
export function ContactCard({ contact }: { contact: Contact }) {
	const { company, email, phone, notes } = contact;
	return (
		<div className="max-w-2xl">
			<Facts
				title="About"
				facts={[
					[
						'Company',
						<Link key="company" href={companyPath(company.id)} className="hover:underline">
							{company.name}
						</Link>,
					],
					['Decision maker', contact.isDecisionMaker ? <AuthorityBadge key="authority" {...contact} /> : 'No'],
					['Email', email && <EmailLink key="email" email={email} />],
					['Phone', phone && <PhoneLink key="phone" phone={phone} />],
					[
						'Notes',
						notes && (
							<p key="notes" className="wrap-anywhere whitespace-pre-wrap">
								{notes}
							</p>
						),
					],
				]}
			/>
		</div>
	);
}
