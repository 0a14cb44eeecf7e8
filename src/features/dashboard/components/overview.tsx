import { Building2 } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { EmptyState } from '@/components/layout/empty-state';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { requireUserId } from '@/lib/session';
import { getTotals } from '../queries';

/** What the account keeps, each number leading to the list of exactly these records. */
export async function Overview() {
	const { companies, contacts, decisionMakers } = await getTotals(await requireUserId());
	if (companies === 0) {
		return (
			<EmptyState
				icon={Building2}
				title="Start with a company you sell to"
				actions={
					<Button asChild>
						<Link href="/companies/new">New company</Link>
					</Button>
				}
			>
				Add the company, then the people you talk to there, and mark who decides.
			</EmptyState>
		);
	}
	return (
		<dl className={grid}>
			<Total label="Total companies" value={companies} href="/companies" />
			<Total label="Total contacts" value={contacts} href="/contacts" />
			<Total label="Decision makers" value={decisionMakers} href={'/contacts?decides=yes' as Route} />
		</dl>
	);
}

const grid = 'grid gap-3 sm:grid-cols-3';

function Total({ label, value, href }: { label: string; value: number; href: Route }) {
	return (
		<div className="relative rounded-lg border bg-card px-4 py-3 hover:border-ring">
			<dt className="text-muted-foreground">
				<Link href={href} className="after:absolute after:inset-0">
					{label}
				</Link>
			</dt>
			<dd className="font-semibold text-2xl tabular-nums">{value.toLocaleString('en')}</dd>
		</div>
	);
}

export function OverviewSkeleton() {
	return (
		<div className={grid}>
			<Skeleton className="h-[4.75rem]" />
			<Skeleton className="h-[4.75rem]" />
			<Skeleton className="h-[4.75rem]" />
		</div>
	);
}
