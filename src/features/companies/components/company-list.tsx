import { Building2 } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '@/components/layout/empty-state';
import { DataList } from '@/components/list/data-list';
import { Button } from '@/components/ui/button';
import { PhoneLink, WebsiteLink } from '@/components/ui/contact-links';
import type { SearchParams } from '@/lib/list-params';
import { companyPath } from '@/lib/paths';
import { requireUserId } from '@/lib/session';
import { type CompanyRow, listCompanies } from '../queries';
import { companyList } from '../schema';

/** The account's companies as the address asks for them. */
export async function CompanyList({ params }: { params: Promise<SearchParams> }) {
	const state = companyList.parse(await params);
	const { rows, count } = await listCompanies(await requireUserId(), state);
	return (
		<DataList
			list={companyList}
			state={state}
			rows={rows}
			count={count}
			path="/companies"
			noun="companies"
			searchLabel="Search companies"
			columns={[
				{ head: 'Company name', sort: 'name', primary: true, cell: (row) => <CompanyLink {...row} /> },
				{ head: 'Website', cell: ({ website }) => website && <WebsiteLink website={website} /> },
				{ head: 'Phone', cell: ({ phone }) => phone && <PhoneLink phone={phone} /> },
				{ head: 'Contacts', sort: 'contacts', align: 'right', cell: ({ contacts }) => contacts.toLocaleString('en') },
			]}
			empty={
				<EmptyState
					icon={Building2}
					title="No companies yet"
					actions={
						<Button asChild>
							<Link href="/companies/new">New company</Link>
						</Button>
					}
				>
					Add the first company you sell to; its people, calls and deals will hang on it.
				</EmptyState>
			}
		/>
	);
}

function CompanyLink({ id, name }: Pick<CompanyRow, 'id' | 'name'>) {
	return (
		<Link href={companyPath(id)} className="wrap-anywhere line-clamp-2 font-medium hover:underline">
			{name}
		</Link>
	);
}
