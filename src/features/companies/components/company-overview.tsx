import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { getSettings } from '@/features/account/queries';
import { formatDay } from '@/lib/dates';
import { isMetadata, shownValue } from '@/lib/metadata';
import { requireUserId } from '@/lib/session';
import type { Company } from '../queries';
import { CompanyMetadata } from './company-metadata';

/** Notes and the company's own fields. */
export async function CompanyOverview({ company }: { company: Company }) {
	const settings = await getSettings(await requireUserId());
	const pairs = Object.entries(isMetadata(company.metadata) ? company.metadata : {}).map(
		([key, value]): [string, string] => [key, shownValue(value)],
	);
	return (
		<div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
			<Card>
				<CardHeader>
					<CardTitle>Notes</CardTitle>
				</CardHeader>
				<CardContent>
					{company.notes ? (
						<p className="wrap-anywhere whitespace-pre-wrap">{company.notes}</p>
					) : (
						<p className="text-muted-foreground">No notes yet.</p>
					)}
				</CardContent>
			</Card>
			<div className="flex flex-col gap-3">
				<CompanyMetadata id={company.id} version={company.version} pairs={pairs} />
				<p className="px-1 text-muted-foreground text-xs">
					Created {formatDay(company.createdAt, settings)}, last changed {formatDay(company.updatedAt, settings)}
				</p>
			</div>
		</div>
	);
}
