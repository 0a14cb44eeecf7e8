import { notFound } from 'next/navigation';
import { AppShell } from '@/components/layout/app-shell';
import { FollowLinks } from '@/components/layout/follow-links';
import { PageHeader } from '@/components/layout/page-header';
import { UserMenu } from '@/components/layout/user-menu';
import { Button } from '@/components/ui/button';
import { signOut } from '@/features/account/actions';
import { tagCompanies } from '@/features/companies/actions';
import { CompanyTable } from '@/features/companies/components/company-list';
import { companyList } from '@/features/companies/schema';
import { tagContacts } from '@/features/contacts/actions';
import { GlobalSearch } from '@/features/search/components/global-search';

const tags = ['Nhãn 1', 'Nhãn 2', 'Nhãn 3'].map((name) => ({ id: name, name, colour: 'blue' }));

const rows = Array.from({ length: 20 }, (_, index) => ({
	id: `00000000-0000-7000-8001-${String(index).padStart(12, '0')}`,
	name: `Công ty Cổ phần Bình Minh ${index}`,
	industry: 'Thủy sản',
	size: '11-50' as const,
	contacts: index,
	openDeals: 0,
	tags: index % 3 === 0 ? tags.slice(0, 1) : [],
	lastContactAt: null,
	createdAt: new Date(Date.UTC(2026, 10, 1 + index)),
}));

const floorList = companyList.extend({ fields: {}, sorts: {}, groups: [], usual: [] });

const items = (['companies', 'contacts', 'deals'] as const).map((icon) => ({
	href: `/${icon}` as const,
	label: icon,
	icon,
}));

/**
 * The floor of `npm run bench`: the tree of the companies' page with fixed rows, without session and database. Not there
 * otherwise.
 */
export default function BenchFloorPage() {
	if (process.env.MINICRM_BENCH !== '1') notFound();
	return (
		<AppShell
			items={items}
			account="floor"
			sidebarCollapsed={false}
			header={{
				search: <GlobalSearch actions={{ tagCompanies, tagContacts, signOut }} />,
				userMenu: <UserMenu name="Bench" email="bench@example.com" theme="system" signOut={signOut} />,
			}}
		>
			<FollowLinks />
			<PageHeader title="Companies" actions={<Button>New company</Button>} />
			<CompanyTable
				list={floorList}
				state={companyList.parse({})}
				rows={rows}
				found={{ count: rows.length, page: 1, more: false }}
				settings={{ currency: 'VND', locale: 'en-GB', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 }}
			/>
		</AppShell>
	);
}
