import type { Route } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { RecordHistory } from '@/features/history/components/record-history';
import type { RecordKind } from '@/features/history/history-entry';
import { lineBefore } from '@/features/history/schema';
import type { SearchParams } from '@/lib/list/list-params';

type HistoryOf = { kind: RecordKind; id: string };

type HistoryPageProps = {
	of: HistoryOf;
	name: string;
	/** The record's page, and the list that it stands in. */
	path: Route;
	list: { label: string; href: Route };
	params: Promise<SearchParams>;
};

/** What was changed of a company, a contact or a deal. */
export async function HistoryPage({ of, name, path, list, params }: HistoryPageProps) {
	return (
		<>
			<PageHeader title="History" breadcrumbs={[list, { label: name, href: path }]} />
			<HistoryFrom of={of} params={params} />
		</>
	);
}

type HistoryFromProps = { of: HistoryOf; params: Promise<SearchParams>; headed?: boolean };

/** The changes of a record from where the address says. */
export async function HistoryFrom({ of, params, headed = false }: HistoryFromProps) {
	const { before, field } = await params;
	return <RecordHistory of={of} before={lineBefore(before)} field={[field].flat().at(-1)} headed={headed} />;
}
