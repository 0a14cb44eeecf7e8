import { UsersRound } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '@/components/layout/empty-state';
import { DataList } from '@/components/list/data-list';
import { Button } from '@/components/ui/button';
import { EmailLink, PhoneLink } from '@/components/ui/contact-links';
import type { SearchParams } from '@/lib/list-params';
import { companyPath, contactPath } from '@/lib/paths';
import { requireUserId } from '@/lib/session';
import { listContacts } from '../queries';
import { contactList } from '../schema';
import { AuthorityBadge } from './authority-badge';

/** The account's contacts as the address asks for them. */
export async function ContactList({ params }: { params: Promise<SearchParams> }) {
	const state = contactList.parse(await params);
	const { rows, count } = await listContacts(await requireUserId(), state);
	return (
		<DataList
			list={contactList}
			state={state}
			rows={rows}
			count={count}
			path="/contacts"
			noun="contacts"
			filters={{ decides: { label: 'Decides', options: [{ value: 'yes', label: 'Yes' }] } }}
			columns={[
				{
					head: 'Contact name',
					sort: 'name',
					primary: true,
					cell: ({ id, name }) => (
						<Link href={contactPath(id)} className="wrap-anywhere line-clamp-2 font-medium hover:underline">
							{name}
						</Link>
					),
				},
				{
					head: 'Company',
					sort: 'company',
					cell: ({ companyId, companyName }) => (
						<Link href={companyPath(companyId)} className="wrap-anywhere line-clamp-2 hover:underline">
							{companyName}
						</Link>
					),
				},
				{
					head: 'Job title',
					sort: 'title',
					cell: ({ jobTitle }) => jobTitle && <span className="wrap-anywhere line-clamp-2">{jobTitle}</span>,
				},
				{
					head: 'Decision maker',
					sort: 'authority',
					cell: (row) => row.isDecisionMaker && <AuthorityBadge {...row} />,
				},
				{
					head: 'Email',
					sort: 'email',
					cell: ({ email }) => email && <EmailLink email={email} className="block max-w-56 truncate" />,
				},
				{ head: 'Phone', cell: ({ phone }) => phone && <PhoneLink phone={phone} /> },
			]}
			empty={
				<EmptyState
					icon={UsersRound}
					title="No contacts yet"
					actions={
						<Button asChild>
							<Link href="/contacts/new">New contact</Link>
						</Button>
					}
				>
					Add the people you talk to and mark who decides.
				</EmptyState>
			}
		/>
	);
}
