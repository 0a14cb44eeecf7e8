import { Button } from '@/components/ui/button';
import { DownloadIcon } from '@/components/ui/icons';
import type { Filters } from '@/lib/list/list-filters';
import type { List, ListState, SearchParams } from '@/lib/list/list-params';

type ExportLinkProps<F extends Filters, Sort extends string> = {
	list: List<F, Sort>;
	params: Promise<SearchParams>;
	path: '/companies' | '/contacts' | '/deals' | '/activities';
};

/** Downloads all rows that the address of a list asks for, in its order. */
export async function ExportLink<F extends Filters, Sort extends string>({
	list,
	params,
	path,
}: ExportLinkProps<F, Sort>) {
	return (
		<Button asChild variant="outline">
			<a
				href={`/api/export${path}${list.query(list.parse(await params), { saved: '' } as Partial<ListState<F, Sort>>)}`}
				download
				title="Download what is listed below, all pages of it, as a CSV file"
			>
				<DownloadIcon />
				<span className="max-sm:sr-only">Export</span>
			</a>
		</Button>
	);
}
