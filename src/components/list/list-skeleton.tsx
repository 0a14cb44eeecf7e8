import { Skeleton } from '@/components/ui/skeleton';
import { pageSize } from '@/lib/list/list-params';

const rows = Array.from({ length: pageSize }, (_, index) => index);

/** A list on its way, in its shape: search, head and a page of rows. */
export function ListSkeleton() {
	return (
		<div aria-busy="true" className="flex flex-col gap-3">
			<span className="sr-only">Loading the list…</span>
			<Skeleton className="h-9 w-full max-w-sm" />
			<div className="rounded-lg border bg-card">
				{rows.map((row) => (
					<div key={row} className="flex h-11 items-center gap-6 border-b px-3 last:border-0">
						<Skeleton className="h-4 w-48" />
						<Skeleton className="h-4 w-32 max-sm:hidden" />
						<Skeleton className="h-4 w-24 max-sm:hidden" />
					</div>
				))}
			</div>
		</div>
	);
}
