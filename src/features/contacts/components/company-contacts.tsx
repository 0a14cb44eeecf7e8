import Link from 'next/link';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { EmailLink, PhoneLink } from '@/components/ui/contact-links';
import { contactPath } from '@/lib/paths';
import { requireUserId } from '@/lib/session';
import { type ContactRow, listCompanyContacts } from '../queries';
import { AuthorityBadge } from './authority-badge';

/** A company's people, those who decide first. */
export async function CompanyContacts({ companyId }: { companyId: string }) {
	const people = await listCompanyContacts(await requireUserId(), companyId);
	return (
		<Card className="gap-2 pb-1">
			<CardHeader>
				<CardTitle>Contacts</CardTitle>
			</CardHeader>
			<CardContent className="px-0">
				{people.length === 0 ? (
					<p className="px-4 pb-3 text-muted-foreground">
						Nobody yet. Add the people you talk to here and mark who decides.
					</p>
				) : (
					<ul>
						{people.map((person) => (
							<Person key={person.id} {...person} />
						))}
					</ul>
				)}
			</CardContent>
		</Card>
	);
}

function Person({ id, name, jobTitle, email, phone, ...authority }: ContactRow) {
	return (
		<li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t px-4 py-2.5">
			<div className="min-w-0">
				<div className="flex flex-wrap items-center gap-x-2 gap-y-1">
					<Link href={contactPath(id)} className="wrap-anywhere font-medium hover:underline">
						{name}
					</Link>
					<AuthorityBadge {...authority} />
				</div>
				{jobTitle && <p className="wrap-anywhere text-muted-foreground">{jobTitle}</p>}
			</div>
			<div className="flex min-w-0 flex-wrap gap-x-4 gap-y-1 text-muted-foreground">
				{email && <EmailLink email={email} />}
				{phone && <PhoneLink phone={phone} />}
			</div>
		</li>
	);
}
