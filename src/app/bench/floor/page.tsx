import { notFound } from 'next/navigation';
import { AppShell } from '@/components/layout/app-shell';
import { PageHeader } from '@/components/layout/page-header';
import { UserMenu } from '@/components/layout/user-menu';
import { DataList } from '@/components/list/data-list';
import { Button } from '@/components/ui/button';
import { signOut } from '@/features/account/actions';
import { companyList } from '@/features/companies/schema';

const rows = Array.from({ length: 20 }, (_, index) => ({
	id: String(index),
	name: `Công ty Cổ phần Bình Minh ${index}`,
}));

/** The floor of `npm run bench`: the shell and a list with fixed rows, without session and database. Not there otherwise. */
export default function BenchFloorPage() {
	if (process.env.MINICRM_BENCH !== '1') notFound();
	return (
		<AppShell
			items={[{ href: '/dashboard', label: 'Dashboard', icon: 'dashboard' }]}
			sidebarCollapsed={false}
			header={{ userMenu: <UserMenu name="Bench" email="bench@example.com" theme="system" signOut={signOut} /> }}
		>
			<PageHeader title="Companies" actions={<Button>New company</Button>} />
			<DataList
				list={companyList}
				state={companyList.parse({})}
				rows={rows}
				count={rows.length}
				path="/companies"
				noun="companies"
				selection={{ label: ({ name }) => name, bulk: null }}
				columns={[
					{ head: 'Company name', sort: 'name', primary: true, cell: ({ name }) => <a href="/companies">{name}</a> },
					{ head: 'Industry', sort: 'industry', cell: () => 'Thủy sản' },
					{ head: 'Size', sort: 'size', cell: () => '11-50' },
					{ head: 'Contacts', sort: 'contacts', align: 'right', cell: ({ id }) => id },
					{ head: 'Open deals', sort: 'deals', align: 'right', cell: ({ id }) => id },
					{ head: 'Tags', cell: () => null },
					{ head: 'Last activity', sort: 'activity', align: 'right', cell: () => null },
					{ head: 'Created', sort: 'created', align: 'right', cell: () => '1 Nov 2026' },
				]}
				empty={null}
			/>
		</AppShell>
	);
}
