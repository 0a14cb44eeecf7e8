import { RecordHistory } from '@/features/history/components/record-history';
import type { RecordKind } from '@/features/history/history-entry';
import { lineBefore } from '@/features/history/schema';
import type { SearchParams } from '@/lib/list/list-params';

type HistoryTabProps = {
	of: { kind: RecordKind; id: string };
	params: Promise<SearchParams>;
	headed?: boolean;
};

/** What was changed of a record, from where the address says. */
export async function HistoryTab({ of, params, headed = false }: HistoryTabProps) {
	const before = lineBefore((await params).before);
	return <RecordHistory of={of} before={before} headed={headed} />;
}
