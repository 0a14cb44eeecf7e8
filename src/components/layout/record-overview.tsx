import type { ReactNode } from 'react';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';

type RecordOverviewProps = {
	notes: string | null;
	/** The days on which the record was made and last changed. */
	created: string;
	updated: string;
	/** The record's own fields. */
	fields: ReactNode;
	/** Stands above the notes. */
	children?: ReactNode;
};

/** The first tab of a record: what matters, its notes, its own fields. */
export function RecordOverview({ notes, created, updated, fields, children }: RecordOverviewProps) {
	return (
		<div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
			<div className="flex min-w-0 flex-col gap-5">
				{children}
				<Card>
					<CardHeader>
						<CardTitle>Notes</CardTitle>
					</CardHeader>
					<CardContent>
						{notes ? (
							<p className="wrap-anywhere whitespace-pre-wrap">{notes}</p>
						) : (
							<p className="text-muted-foreground">No notes yet.</p>
						)}
					</CardContent>
				</Card>
			</div>
			<div className="flex min-w-0 flex-col gap-3">
				{fields}
				<p className="px-1 text-muted-foreground text-xs">
					Created {created}, last changed {updated}
				</p>
			</div>
		</div>
	);
}
